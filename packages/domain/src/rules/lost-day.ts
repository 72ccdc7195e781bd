import type { OrderState } from '../schema/records.ts'
import { addDays } from './calendar.ts'
import type { ShopRules } from './policies.ts'

const settled = new Set<OrderState>(['delivered', 'cancelled'])

/**
 * The day (`YYYY-MM-DD`) from which on an order counts as lost, if it hasn't come by then. Null: it has come or won't,
 * nobody knows when it was to come, or the shop names no such day.
 */
export function lostDay(
  order: { readonly state: OrderState; readonly expected_date: string | null },
  { delivery: { lostAfterDays } }: Pick<ShopRules, 'delivery'>,
): string | null {
  if (settled.has(order.state) || order.expected_date === null || lostAfterDays === null) return null
  return addDays(order.expected_date, lostAfterDays)
}
