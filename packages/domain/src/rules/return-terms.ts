import type { OrderRecord } from '../schema/change.ts'
import type { Complaint, ComplaintReason, Order } from '../schema/records.ts'
import { addDays, addMonths } from './calendar.ts'
import type { RuleContext } from './rule-context.ts'
import type { Alternative } from './verdict.ts'

/** The calendar day an order was delivered; null while it isn't. */
export const deliveredDay = ({ state, delivered_at }: Order, { day }: RuleContext): string | null =>
  state === 'delivered' && delivered_at !== undefined ? day(delivered_at) : null

/** The last day on which something of an order can be asked back; null where there is none. */
export function lastReturnDay(order: Order, context: RuleContext): string | null {
  const delivered = deliveredDay(order, context)
  const { windowDays } = context.rules.returns
  return delivered === null || windowDays === null ? null : addDays(delivered, windowDays)
}

/** The name of a product's category where the shop doesn't take it back; else null. */
export function excludedCategory(productId: number, { rules, productOf }: RuleContext): string | null {
  const category = productOf(productId)?.category
  return rules.returns.excludedCategories.find(({ id }) => id === category)?.name ?? null
}

/** A complaint that was settled otherwise than by money back no longer gives a right to it. */
const isUnsettled = ({ state, remedy }: Complaint) =>
  state === 'open' || state === 'in_review' || (state === 'resolved' && remedy === 'money_back')

const reportableUntil = (delivered: string, { rules }: RuleContext): string | null =>
  rules.complaints.reportDays === null ? null : addDays(delivered, rules.complaints.reportDays)

/** What is on file about a product, in time, that the shop always takes it back for; null: nothing. */
export function exceptionFor(record: OrderRecord, productId: number, context: RuleContext): ComplaintReason | null {
  const delivered = deliveredDay(record.order, context)
  if (delivered === null) return null
  const until = reportableUntil(delivered, context)
  const found = record.complaints.find(
    (complaint) =>
      complaint.product_id === productId &&
      isUnsettled(complaint) &&
      context.rules.returns.alwaysFor.includes(complaint.reason) &&
      (until === null || context.day(complaint.created_at) <= until),
  )
  return found?.reason ?? null
}

/** What is open to somebody who has a product and can't get their money back for it. */
export function insteadOfReturn(order: Order, productId: number, context: RuleContext): Alternative[] {
  const delivered = deliveredDay(order, context)
  if (delivered === null) return ['contact']
  const today = context.day(context.now)
  const { exchanges, returns } = context.rules
  const warranty = context.productOf(productId)?.warranty_months ?? 0
  const reportable = reportableUntil(delivered, context)
  const open: Alternative[] = []
  if (
    exchanges.windowDays !== null &&
    today <= addDays(delivered, exchanges.windowDays) &&
    excludedCategory(productId, context) === null
  ) {
    open.push('exchange')
  }
  if (warranty > 0 && today <= addMonths(delivered, warranty)) open.push('warranty_claim')
  if (returns.alwaysFor.length > 0 && (reportable === null || today <= reportable)) open.push('complaint')
  return [...open, 'contact']
}
