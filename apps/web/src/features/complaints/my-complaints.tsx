import { findComplaintsOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { MessageSquareWarning } from 'lucide-react'
import { NumberLookup } from '../../components/order/number-lookup.tsx'
import { needsProof } from '../../components/proof/needs-proof.ts'
import { ComplaintSummary } from '../../components/complaint/complaint-summary.tsx'
import { Card } from '../../components/ui/card.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { SkeletonLines } from '../../components/ui/skeleton.tsx'
import { problemOf } from '../../lib/describe-error.ts'
import { useIdentityState } from '../../lib/identity/identity-context.ts'

/** The customer's complaints, the newest first; before anything is proved, a way to one by its number. */
export function MyComplaints({ shown }: { shown?: string | undefined }) {
  const { proof } = useIdentityState()
  const { data, error, isPending, refetch } = useQuery({ ...findComplaintsOptions(), enabled: proof !== null })
  if (proof === null || needsProof(error) !== null) return <NumberLookup kind="complaint" />
  // Where there is none the API says that it has found none.
  const none = problemOf(error)?.status === 404
  if (error !== null && !none) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  const complaints = (data?.data?.complaints ?? []).filter(({ number }) => number !== shown)
  return (
    <section aria-labelledby="my-complaints" className="grid grid-cols-1 gap-3">
      <h2 id="my-complaints" className="text-lg font-semibold">
        {shown === undefined ? 'Your complaints' : 'Your other complaints'}
      </h2>
      {isPending && !none ? (
        <SkeletonLines lines={4} />
      ) : complaints.length === 0 ? (
        <EmptyState
          icon={<MessageSquareWarning />}
          title={shown === undefined ? 'No complaints yet' : 'No other complaints'}
        >
          What you tell us shows here, with what becomes of it.
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-1 gap-3">
          {complaints.map((complaint) => (
            <li key={complaint.number}>
              <Card className="p-4">
                <ComplaintSummary complaint={complaint} />
              </Card>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
