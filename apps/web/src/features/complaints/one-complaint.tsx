import { getComplaintOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { needsProof } from '../../components/proof/needs-proof.ts'
import { ProofPanel } from '../../components/proof/proof-panel.tsx'
import { ComplaintSummary } from '../../components/complaint/complaint-summary.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { SectionCard } from '../../components/ui/section-card.tsx'
import { SkeletonLines } from '../../components/ui/skeleton.tsx'
import { useIdentityState } from '../../lib/identity/identity-context.ts'
import { useShop } from '../../lib/shop.ts'
import { readNumber } from '../../lib/shop-number.ts'

/** What became of a complaint, by its number. */
export function OneComplaint({ typed }: { typed: string }) {
  const { number_patterns: patterns } = useShop()
  const number = readNumber(typed, patterns, ['complaint'])?.number ?? typed
  const { proof } = useIdentityState()
  const { data, error, isPending, refetch } = useQuery({
    ...getComplaintOptions({ path: { complaint_number: number } }),
    enabled: proof !== null,
  })
  if (proof === null || needsProof(error) !== null) {
    return (
      <ProofPanel number={number} error={error} lead={`What became of complaint ${number} is for its customer only.`} />
    )
  }
  const complaints = data?.data?.complaints ?? []
  return (
    <SectionCard
      title="Your complaint"
      aside={
        <ButtonLink to="/complaints" search={{}} look="quiet" size="small">
          Make another one
        </ButtonLink>
      }
    >
      {error !== null ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <SkeletonLines lines={4} />
      ) : (
        <>
          <p>{data.message}</p>
          {complaints.map((complaint) => (
            <ComplaintSummary key={complaint.number} complaint={complaint} />
          ))}
        </>
      )}
    </SectionCard>
  )
}
