import { getComplaintOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { ComplaintSummary } from '../../components/complaint/complaint-summary.tsx'
import { OwnRecord } from '../../components/proof/own-record.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { useIdentityState } from '../../lib/identity/identity-context.ts'
import { useShop } from '../../lib/shop.ts'
import { readNumber } from '../../lib/shop-number.ts'

/** What became of a complaint, by its number. */
export function OneComplaint({ typed }: { typed: string }) {
  const { number_patterns: patterns } = useShop()
  const number = readNumber(typed, patterns, ['complaint'])?.number ?? typed
  const { proof } = useIdentityState()
  const query = useQuery({ ...getComplaintOptions({ path: { complaint_number: number } }), enabled: proof !== null })
  return (
    <OwnRecord
      number={number}
      query={query}
      lead={`What became of complaint ${number} is for its customer only.`}
      title="Your complaint"
      aside={
        <ButtonLink to="/complaints" search={{}} look="quiet" size="small">
          Make another one
        </ButtonLink>
      }
    >
      {({ message, data }) => (
        <>
          <p>{message}</p>
          {data?.complaints.map((complaint) => (
            <ComplaintSummary key={complaint.number} complaint={complaint} />
          ))}
        </>
      )}
    </OwnRecord>
  )
}
