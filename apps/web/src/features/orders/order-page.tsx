import { getOrderOptions, trackOrderOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { PackageX } from 'lucide-react'
import { OrderItems } from '../../components/order/order-items.tsx'
import { OrderStateBadge } from '../../components/order/order-state.tsx'
import { needsProof } from '../../components/proof/needs-proof.ts'
import { ProofPanel } from '../../components/proof/proof-panel.tsx'
import { Breadcrumbs } from '../../components/ui/breadcrumbs.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { PageHeader } from '../../components/ui/page-header.tsx'
import { SectionCard } from '../../components/ui/section-card.tsx'
import { Skeleton, SkeletonLines } from '../../components/ui/skeleton.tsx'
import { problemOf } from '../../lib/describe-error.ts'
import { useIdentityState } from '../../lib/identity/identity-context.ts'
import { usePageMeta } from '../../lib/page-meta.ts'
import { useShop } from '../../lib/shop.ts'
import { readNumber } from '../../lib/shop-number.ts'
import { DeliverySection } from './delivery-section.tsx'
import { OwnOrder } from './own-order.tsx'

/** An order: where it is, for whoever has its number; all of it, and what can be done about it, for its customer. */
export function OrderPage() {
  const { orderNumber } = useParams({ from: '/orders/$orderNumber' })
  const { number_patterns: patterns } = useShop()
  const number = readNumber(orderNumber, patterns, ['order'])?.number ?? orderNumber
  const { proof } = useIdentityState()
  const tracked = useQuery(trackOrderOptions({ path: { order_number: number } }))
  const own = useQuery({ ...getOrderOptions({ path: { order_number: number } }), enabled: proof !== null })
  usePageMeta({ title: `Order ${number}` })
  const details = own.data?.data
  const card = details ?? tracked.data?.data
  const unproved = proof === null || needsProof(own.error) !== null
  return (
    <div className="page @container pb-12">
      <PageHeader
        above={
          <Breadcrumbs
            items={[
              { key: 'orders', node: <Link to="/orders">Orders</Link> },
              { key: 'order', node: number },
            ]}
          />
        }
        title={<span className="wrap-anywhere">Order {number}</span>}
        actions={card?.state !== undefined && <OrderStateBadge state={card.state} />}
      />
      {problemOf(tracked.error)?.status === 404 ? (
        <EmptyState
          icon={<PackageX />}
          title="We can't find this order"
          actions={<ButtonLink to="/orders">Try another number</ButtonLink>}
        >
          {problemOf(tracked.error)?.detail}
        </EmptyState>
      ) : card === undefined || card === null ? (
        tracked.isError ? (
          <ErrorPanel error={tracked.error} onRetry={() => void tracked.refetch()} />
        ) : (
          <Pending />
        )
      ) : details != null ? (
        <OwnOrder card={details} />
      ) : (
        <div className="grid grid-cols-1 items-start gap-5 @4xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="grid grid-cols-1 gap-5">
            <DeliverySection card={card} />
            {card.items !== undefined && (
              <SectionCard title="What is in it">
                <OrderItems items={card.items} />
              </SectionCard>
            )}
          </div>
          {unproved ? (
            <ProofPanel
              number={number}
              error={own.error}
              lead="Amounts, the address, returns, complaints and changes are for the customer only."
            />
          ) : own.isError ? (
            <ErrorPanel error={own.error} onRetry={() => void own.refetch()} />
          ) : (
            <SkeletonLines lines={4} />
          )}
        </div>
      )}
    </div>
  )
}

const Pending = () => (
  <div className="grid grid-cols-1 items-start gap-5 @4xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
    <Skeleton className="h-80" />
    <SkeletonLines lines={5} />
  </div>
)
