import { getRefundOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { needsProof } from '../../components/proof/needs-proof.ts'
import { ProofPanel } from '../../components/proof/proof-panel.tsx'
import { RefundSummary } from '../../components/refund/refund-summary.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { SectionCard } from '../../components/ui/section-card.tsx'
import { SkeletonLines } from '../../components/ui/skeleton.tsx'
import { useIdentityState } from '../../lib/identity/identity-context.ts'
import { useShop } from '../../lib/shop.ts'
import { readNumber } from '../../lib/shop-number.ts'

/** Where a refund is, by its number. */
export function OneRefund({ typed }: { typed: string }) {
  const { number_patterns: patterns } = useShop()
  const number = readNumber(typed, patterns, ['refund'])?.number ?? typed
  const { proof } = useIdentityState()
  const { data, error, isPending, refetch } = useQuery({
    ...getRefundOptions({ path: { refund_number: number } }),
    enabled: proof !== null,
  })
  if (proof === null || needsProof(error) !== null) {
    return <ProofPanel number={number} error={error} lead={`Where refund ${number} is is for its customer only.`} />
  }
  const refunds = data?.data?.refunds ?? []
  return (
    <SectionCard
      title="Your refund"
      aside={
        <ButtonLink to="/refunds" search={{}} look="quiet" size="small">
          Return something
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
          {refunds.map((refund) => (
            <RefundSummary key={refund.number} refund={refund} />
          ))}
        </>
      )}
    </SectionCard>
  )
}
