import type { OrderDetailsCard } from '@marketplace-agent/api-client'
import { OrderLink } from '../../../components/order/order-link.tsx'
import { OrderStateBadge } from '../../../components/order/order-state.tsx'
import { OrderTimeline } from '../../../components/order/order-timeline.tsx'
import { FactList } from '../../../components/ui/fact-list.tsx'
import { ProductLink } from '../../../components/product/product-link.tsx'
import { Price } from '../../../components/ui/price.tsx'
import { useFormats } from '../../../lib/formats.ts'

/** An order with what is the customer's own in it: what was paid, and where it goes. */
export function OrderDetails({ card }: { card: OrderDetailsCard }) {
  const { date } = useFormats()
  const { line1, line2, city, region, postal_code, name } = card.address
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>
          Order <OrderLink number={card.number} />
        </span>
        <OrderStateBadge state={card.state} />
      </div>
      <ul className="grid gap-1 text-sm">
        {card.items.map(({ product_id, name, quantity, unit_price }) => (
          <li key={product_id} className="flex justify-between gap-3">
            <span>
              {quantity} × <ProductLink id={product_id}>{name}</ProductLink>
            </span>
            <Price amount={unit_price * quantity} />
          </li>
        ))}
        <li className="flex justify-between gap-3 text-muted">
          Delivery <Price amount={card.delivery_fee} />
        </li>
        {card.discount > 0 && (
          <li className="flex justify-between gap-3 text-muted">
            Discount <Price amount={-card.discount} />
          </li>
        )}
        <li className="flex justify-between gap-3 border-t border-line pt-1.5 font-semibold">
          Total <Price amount={card.total} />
        </li>
      </ul>
      <FactList
        facts={[
          { label: 'Placed', text: date(card.placed_date) },
          { label: 'Delivered', text: card.delivered_date && date(card.delivered_date) },
          { label: 'Expected', text: card.delivered_date ? null : card.expected_date && date(card.expected_date) },
          { label: 'To', text: [name, line1, line2, city, region, postal_code].filter(Boolean).join(', ') },
        ]}
      />
      <OrderTimeline state={card.state} events={card.events} newest={2} />
    </div>
  )
}
