import { Check, X } from 'lucide-react'
import { Badge } from './badge.tsx'

/** From so few on it is said how many are left. */
const few = 5

export function StockBadge({ inStock, quantity }: { inStock: boolean; quantity: number }) {
  if (!inStock) return <Badge icon={<X aria-hidden />}>Out of stock</Badge>
  if (quantity <= few) return <Badge tone="caution">Only {quantity} left</Badge>
  return (
    <Badge tone="positive" icon={<Check aria-hidden />}>
      In stock
    </Badge>
  )
}
