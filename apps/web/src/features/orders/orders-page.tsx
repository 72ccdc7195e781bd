import { PageHeader } from '../../components/ui/page-header.tsx'
import { SectionCard } from '../../components/ui/section-card.tsx'
import { usePageMeta } from '../../lib/page-meta.ts'
import { MyOrders } from './my-orders.tsx'
import { TrackForm } from './track-form.tsx'

export function OrdersPage() {
  usePageMeta({ title: 'Orders', description: 'Track an order or a parcel, and see all your orders.' })
  return (
    <div className="page @container pb-12">
      <PageHeader title="Orders" lead="Where it is, when it comes, and what you can do about it." />
      <div className="grid grid-cols-1 items-start gap-5 @4xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <SectionCard title="Track an order or a parcel">
          <TrackForm />
        </SectionCard>
        <MyOrders />
      </div>
    </div>
  )
}
