import { PackageOpen } from 'lucide-react'
import { useState } from 'react'
import { OrderRow } from '../../components/order/order-row.tsx'
import { useMyOrders } from '../../components/order/use-my-orders.ts'
import { needsProof } from '../../components/proof/needs-proof.ts'
import { ProofPanel } from '../../components/proof/proof-panel.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { Button } from '../../components/ui/button.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { Skeleton } from '../../components/ui/skeleton.tsx'
import { VisuallyHidden } from '../../components/ui/visually-hidden.tsx'
import { useIdentityState } from '../../lib/identity/identity-context.ts'

/** All orders of the customer who has proved one of them; the proof form before that. */
export function MyOrders() {
  const { proof } = useIdentityState()
  const { data, error, isPending, refetch } = useMyOrders()
  const [another, setAnother] = useState(false)
  if (proof === null || another || needsProof(error) !== null) {
    return (
      <ProofPanel
        error={error}
        lead="One of your orders opens all of them: items, amounts, returns and complaints."
        onProved={() => setAnother(false)}
      />
    )
  }
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  const orders = data?.data?.orders ?? []
  return (
    <section aria-labelledby="my-orders" className="grid grid-cols-1 gap-3">
      <h2 id="my-orders" className="text-lg font-semibold">
        Your orders
      </h2>
      {isPending ? (
        <div role="status" className="grid gap-3">
          <VisuallyHidden>Loading your orders…</VisuallyHidden>
          {Array.from({ length: 3 }, (_, row) => (
            <Skeleton key={row} className="h-24" />
          ))}
        </div>
      ) : orders.length === 0 ? (
        <EmptyState
          icon={<PackageOpen />}
          title="No orders yet"
          actions={<ButtonLink to="/products">See the products</ButtonLink>}
        >
          What you order shows here, with where it is.
        </EmptyState>
      ) : (
        <>
          <ul className="grid grid-cols-1 gap-3">
            {orders.map((order) => (
              <li key={order.number}>
                <OrderRow order={order} />
              </li>
            ))}
          </ul>
          <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
            Shown because you have proved {proof}.
            <Button size="small" look="quiet" className="-ml-3 text-accent!" onClick={() => setAnother(true)}>
              Not yours? Prove another one
            </Button>
          </p>
        </>
      )}
    </section>
  )
}
