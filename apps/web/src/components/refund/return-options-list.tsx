import type { ReturnOptionsCard } from '@marketplace-agent/api-client'
import { Check, X } from 'lucide-react'
import { useFormats } from '../../lib/formats.ts'
import { OrderLink } from '../order/order-link.tsx'
import { Price } from '../ui/price.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'

/** What of an order can go back, until when, and how much comes back for it. */
export function ReturnOptionsList({ card }: { card: ReturnOptionsCard }) {
  const { date } = useFormats()
  return (
    <div className="grid gap-3">
      <p>
        Order <OrderLink number={card.order_number} />
        {card.last_date !== null && <> can go back until {date(card.last_date)}.</>}
      </p>
      <ul className="grid gap-2.5">
        {card.items.map(({ product_id, name, left, allowed, reason, amount }) => (
          <li key={product_id} className="grid grid-cols-[auto_1fr_auto] gap-x-2.5 text-sm">
            {allowed ? (
              <Check aria-hidden className="size-5 text-positive" />
            ) : (
              <X aria-hidden className="size-5 text-danger" />
            )}
            <span>
              {left > 1 && `${left} × `}
              {name}
              <VisuallyHidden>{allowed ? ': can go back' : ': can not go back'}</VisuallyHidden>
              {reason !== null && <span className="block text-muted">{reason}</span>}
            </span>
            {allowed && <Price amount={amount} className="font-semibold" />}
          </li>
        ))}
      </ul>
      {card.amount > 0 && (
        <p className="flex justify-between border-t border-line pt-2 font-semibold">
          You would get back <Price amount={card.amount} />
        </p>
      )}
    </div>
  )
}
