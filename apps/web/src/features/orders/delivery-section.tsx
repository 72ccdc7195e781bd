import type { OrderCard, OrderDetailsCard } from '@marketplace-agent/api-client'
import { OrderTimeline } from '../../components/order/order-timeline.tsx'
import { FactList } from '../../components/ui/fact-list.tsx'
import { SectionCard } from '../../components/ui/section-card.tsx'
import { useFormats } from '../../lib/formats.ts'

/** Where it is and what happened on the way. What the shop doesn't open to the number alone isn't there. */
export function DeliverySection({ card }: { card: OrderCard | OrderDetailsCard }) {
  const { date } = useFormats()
  const day = (value: string | null | undefined) => value && date(value)
  return (
    <SectionCard title="Delivery">
      {card.state !== undefined && <OrderTimeline state={card.state} events={card.events ?? []} newest={4} />}
      <div className="border-t border-line pt-4 empty:hidden">
        <FactList
          facts={[
            { label: 'Placed', text: day(card.placed_date) },
            {
              label: 'Expected',
              text: card.delivered_date || card.state === 'cancelled' ? null : day(card.expected_date),
            },
            { label: 'Delivered', text: day(card.delivered_date) },
            { label: 'Cancelled', text: 'cancelled_date' in card ? day(card.cancelled_date) : null },
            { label: 'Carrier', text: card.carrier },
            { label: 'Tracking number', text: card.tracking_number },
          ]}
        />
      </div>
    </SectionCard>
  )
}
