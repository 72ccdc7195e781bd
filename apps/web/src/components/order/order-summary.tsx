import type { OrderCard } from '@marketplace-agent/api-client'
import { useFormats } from '../../lib/formats.ts'
import { FactList } from '../ui/fact-list.tsx'
import { OrderItems } from './order-items.tsx'
import { OrderLink } from './order-link.tsx'
import { OrderStateBadge } from './order-state.tsx'
import { OrderTimeline } from './order-timeline.tsx'

/** What a number alone opens of an order: its state, when it comes, and its way. */
export function OrderSummary({ card, newest = 3 }: { card: OrderCard; newest?: number }) {
  const { date } = useFormats()
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>
          Order <OrderLink number={card.number} />
        </span>
        {card.state !== undefined && <OrderStateBadge state={card.state} />}
      </div>
      <FactList
        facts={[
          { label: 'Placed', text: card.placed_date && date(card.placed_date) },
          { label: 'Delivered', text: card.delivered_date && date(card.delivered_date) },
          { label: 'Expected', text: card.delivered_date ? null : card.expected_date && date(card.expected_date) },
          { label: 'Carrier', text: card.carrier },
          { label: 'Tracking number', text: card.tracking_number },
        ]}
      />
      {card.items !== undefined && <OrderItems items={card.items} />}
      {card.state !== undefined && <OrderTimeline state={card.state} events={card.events ?? []} newest={newest} />}
    </div>
  )
}
