import type { OrderState } from '@marketplace-agent/api-client'
import { Badge, type Tone } from '../ui/badge.tsx'

/** An order's states as they follow each other; a cancelled one has left the way. */
export const orderWay = ['processing', 'shipped', 'in_transit', 'out_for_delivery', 'delivered'] as const

export const orderStateWords: Record<OrderState, string> = {
  processing: 'Processing',
  shipped: 'Shipped',
  in_transit: 'In transit',
  out_for_delivery: 'Out for delivery',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
}

const tones: Record<OrderState, Tone> = {
  processing: 'neutral',
  shipped: 'accent',
  in_transit: 'accent',
  out_for_delivery: 'accent',
  delivered: 'positive',
  cancelled: 'danger',
}

export const OrderStateBadge = ({ state }: { state: OrderState }) => (
  <Badge tone={tones[state]}>{orderStateWords[state]}</Badge>
)
