import type { Order } from '../schema/records.ts'
import type { RuleContext } from './rule-context.ts'
import { canMove } from './state-machine.ts'

/** The instant after which the shop's terms no longer let an order be cancelled; null where only shipping ends it. */
export const cancellableUntil = (order: Order, { rules }: RuleContext): string | null =>
  rules.cancellation.withinHours === null
    ? null
    : new Date(Date.parse(order.placed_at) + rules.cancellation.withinHours * 3_600_000).toISOString()

/** Whether an order could be cancelled at this moment. */
export function isCancellable(order: Order, context: RuleContext): boolean {
  const until = cancellableUntil(order, context)
  return canMove('order', order.state, 'cancelled') && (until === null || Date.parse(context.now) <= Date.parse(until))
}
