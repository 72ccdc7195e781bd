import type { ListedOrder } from '@marketplace-agent/api-client'
import { useFormats } from '../../lib/formats.ts'
import { Picture } from '../ui/picture.tsx'
import { Price } from '../ui/price.tsx'
import { OrderLink } from './order-link.tsx'
import { OrderStateBadge } from './order-state.tsx'
import { useItemPictures } from './use-item-pictures.ts'

/** When it came, or is expected, or was placed: the day that matters of an order. */
const dayOf = ({ delivered_date, expected_date, placed_date, state }: ListedOrder) => {
  if (delivered_date !== null) return { word: 'Delivered', day: delivered_date }
  if (expected_date !== null && state !== 'cancelled') return { word: 'Expected', day: expected_date }
  return { word: 'Placed', day: placed_date }
}

/** One of the customer's orders in a list; all of it leads to the order. */
export function OrderRow({ order }: { order: ListedOrder }) {
  const { date } = useFormats()
  const pictureOf = useItemPictures(order.items.slice(0, 1))
  const { word, day } = dayOf(order)
  const [first, ...others] = order.items
  return (
    <div className="relative flex items-center gap-4 rounded-lg border border-line bg-surface p-3 transition-colors hover:border-line-strong">
      {first !== undefined && (
        <Picture src={pictureOf(first.product_id)} alt="" name={first.name} className="w-18 shrink-0" />
      )}
      <div className="grid min-w-0 grow gap-1">
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <span className="[&>a]:after:absolute [&>a]:after:inset-0">
            <OrderLink number={order.number} />
          </span>
          <OrderStateBadge state={order.state} />
        </div>
        <span className="text-sm text-muted">
          {first?.name}
          {others.length > 0 && ` and ${others.length} more`}
        </span>
        <span className="numeric flex flex-wrap justify-between gap-x-3 text-sm">
          <span>
            {word} {date(day)}
          </span>
          <Price amount={order.total} className="font-semibold" />
        </span>
      </div>
    </div>
  )
}
