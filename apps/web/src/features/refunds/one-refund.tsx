import { getRefundOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { OwnRecord } from '../../components/proof/own-record.tsx'
import { RefundSummary } from '../../components/refund/refund-summary.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { useIdentityState } from '../../lib/identity/identity-context.ts'
import { useShop } from '../../lib/shop.ts'
import { readNumber } from '../../lib/shop-number.ts'

/** Where a refund is, by its number. */
export function OneRefund({ typed }: { typed: string }) {
  const { number_patterns: patterns } = useShop()
  const number = readNumber(typed, patterns, ['refund'])?.number ?? typed
  const { proof } = useIdentityState()
  const query = useQuery({ ...getRefundOptions({ path: { refund_number: number } }), enabled: proof !== null })
  return (
    <OwnRecord
      number={number}
      query={query}
      lead={`Where refund ${number} is is for its customer only.`}
      title="Your refund"
      aside={
        <ButtonLink to="/refunds" search={{}} look="quiet" size="small">
          Return something
        </ButtonLink>
      }
    >
      {({ message, data }) => (
        <>
          <p>{message}</p>
          {data?.refunds.map((refund) => (
            <RefundSummary key={refund.number} refund={refund} />
          ))}
        </>
      )}
    </OwnRecord>
  )
}
