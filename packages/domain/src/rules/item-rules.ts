import type { OrderRecord } from '../schema/change.ts'
import type { ComplaintReason } from '../schema/records.ts'
import { isCancellable } from './cancellation-terms.ts'
import { type OrderedProduct, productsOf, standingRefunds, unitsRefunded } from './order-value.ts'
import { refuse } from './refusal.ts'
import { deliveredDay, exceptionFor, excludedCategory, insteadOfReturn, lastReturnDay } from './return-terms.ts'
import type { RuleContext } from './rule-context.ts'
import type { Alternative, Refusal, Verdict } from './verdict.ts'

export type RefundRule =
  | 'cancelled'
  | 'not_delivered'
  | 'no_returns'
  | 'nothing_wanted'
  | 'not_in_order'
  | 'more_than_bought'
  | 'already_refunded'
  | 'excluded_category'
  | 'return_window'
  | 'nothing_paid'
  | 'costs_exceed'

/** Whether units of one product may come back; `exception`: what is on file that lifts exclusion, window and costs. */
export type ItemVerdict = Verdict<{ readonly exception: ComplaintReason | null }, RefundRule>

/** Why nothing of an order can be asked back in its present state; null: something may be. */
function orderRefusal(record: OrderRecord, context: RuleContext): Refusal<RefundRule> | null {
  const { order } = record
  const { number, state, cancelled_at: cancelled, expected_date: expected } = order
  if (state === 'cancelled') {
    const day = cancelled === undefined ? {} : { cancelled: context.day(cancelled) }
    return refuse('cancelled', { order: number, ...day }, ['contact'])
  }
  if (deliveredDay(order, context) !== null) return null
  const overdue = expected !== null && expected < context.day(context.now)
  const later = context.rules.returns.windowDays === null ? 'wait_for_delivery' : 'send_back_after_delivery'
  const first: Alternative[] = isCancellable(order, context) ? ['cancel_order'] : overdue ? ['report_late'] : []
  const day = expected === null ? {} : { expected_date: expected }
  return refuse('not_delivered', { order: number, state, ...day }, [...first, later])
}

/** Whether that many units of a product may be asked back, whatever else is. */
export function itemVerdict(
  record: OrderRecord,
  { product_id: id, quantity }: { readonly product_id: number; readonly quantity: number },
  context: RuleContext,
): ItemVerdict {
  const refusal = orderRefusal(record, context)
  if (refusal !== null) return refusal
  const { number: order } = record.order
  const bought = productsOf(record.order).find((product) => product.product_id === id)
  if (bought === undefined) return refuse('not_in_order', { order, product_id: id }, ['contact'])
  if (!Number.isSafeInteger(quantity) || quantity < 1) return refuse('nothing_wanted', { order }, ['contact'])
  const exception = exceptionFor(record, id, context)
  const against = exception === null ? termsRefusal(record, bought, context) : null
  return (
    unitsRefusal(record, bought, quantity, against === null) ??
    against ?? { allowed: true, rule: exception === null ? 'return_window' : 'always_for', exception }
  )
}

/** `returnable`: the terms let units that are left come back. */
function unitsRefusal(
  record: OrderRecord,
  bought: OrderedProduct,
  quantity: number,
  returnable: boolean,
): Refusal<RefundRule> | null {
  const { refunded, pending } = unitsRefunded(record, bought.product_id)
  const left = Math.max(0, bought.quantity - refunded - pending)
  if (quantity <= left) return null
  const values = { order: record.order.number, product: bought.name, bought: bought.quantity }
  const open: Alternative[] = left > 0 && returnable ? ['return_item', 'contact'] : ['contact']
  const refund = standingRefunds(record).find(({ items }) =>
    items.some(({ product_id: id }) => id === bought.product_id),
  )
  return refund === undefined
    ? refuse('more_than_bought', { ...values, wanted: quantity }, open)
    : refuse('already_refunded', { ...values, left, refund: refund.number }, open)
}

function termsRefusal(
  { order }: OrderRecord,
  bought: OrderedProduct,
  context: RuleContext,
): Refusal<RefundRule> | null {
  const { returns } = context.rules
  const open = insteadOfReturn(order, bought.product_id, context)
  const values = { order: order.number, product: bought.name }
  const category = excludedCategory(bought.product_id, context)
  if (category !== null) {
    const reason = returns.excludedReason === null ? {} : { reason: returns.excludedReason }
    return refuse('excluded_category', { ...values, category, ...reason }, open)
  }
  const lastDay = lastReturnDay(order, context)
  if (lastDay === null || returns.windowDays === null) return refuse('no_returns', { order: order.number }, open)
  if (context.day(context.now) <= lastDay) return null
  const delivered = deliveredDay(order, context) ?? ''
  return refuse('return_window', { ...values, delivered, last_day: lastDay, window_days: returns.windowDays }, open)
}
