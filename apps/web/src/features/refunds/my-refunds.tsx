import { findRefundsOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { Banknote } from 'lucide-react'
import { NumberLookup } from '../../components/order/number-lookup.tsx'
import { needsProof } from '../../components/proof/needs-proof.ts'
import { RefundSummary } from '../../components/refund/refund-summary.tsx'
import { Card } from '../../components/ui/card.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { SkeletonLines } from '../../components/ui/skeleton.tsx'
import { problemOf } from '../../lib/describe-error.ts'
import { useIdentityState } from '../../lib/identity/identity-context.ts'

/** The customer's refunds, the newest first; before anything is proved, a way to one by its number. */
export function MyRefunds({ shown }: { shown?: string | undefined }) {
  const { proof } = useIdentityState()
  const { data, error, isPending, refetch } = useQuery({ ...findRefundsOptions(), enabled: proof !== null })
  if (proof === null || needsProof(error) !== null) return <NumberLookup kind="refund" />
  // Where there is none the API says that it has found none.
  const none = problemOf(error)?.status === 404
  if (error !== null && !none) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  const refunds = (data?.data?.refunds ?? []).filter(({ number }) => number !== shown)
  return (
    <section aria-labelledby="my-refunds" className="grid grid-cols-1 gap-3">
      <h2 id="my-refunds" className="text-lg font-semibold">
        {shown === undefined ? 'Your refunds' : 'Your other refunds'}
      </h2>
      {isPending && !none ? (
        <SkeletonLines lines={4} />
      ) : refunds.length === 0 ? (
        <EmptyState icon={<Banknote />} title={shown === undefined ? 'No refunds yet' : 'No other refunds'}>
          What you ask back shows here, with where the money is.
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-1 gap-3">
          {refunds.map((refund) => (
            <li key={refund.number}>
              <Card className="p-4">
                <RefundSummary refund={refund} />
              </Card>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
