import type { OrderRecord } from '../schema/change.ts'
import { cancellableUntil, isCancellable } from './cancellation-terms.ts'
import { minorUnits } from './minor-units.ts'
import { standingRefunds } from './order-value.ts'
import { refuse } from './refusal.ts'
import { refundVerdict } from './refund-rules.ts'
import type { RuleContext } from './rule-context.ts'
import { canMove } from './state-machine.ts'
import type { Alternative, Verdict } from './verdict.ts'

export type CancelRule = 'already_cancelled' | 'already_shipped' | 'cancellation_window'

/** `amount` comes back, `fee` is kept: together what was paid and not refunded yet. */
export interface CancelGrant {
  readonly amount: number
  readonly fee: number
}
export type CancelVerdict = Verdict<CancelGrant, CancelRule>

/** Whether an order may be cancelled, and what comes back. */
export function cancelVerdict(record: OrderRecord, context: RuleContext): CancelVerdict {
  const { number, state, cancelled_at: cancelled, total } = record.order
  if (state === 'cancelled') {
    const day = cancelled === undefined ? {} : { cancelled: context.day(cancelled) }
    return refuse('already_cancelled', { order: number, ...day }, ['contact'])
  }
  if (!canMove('order', state, 'cancelled')) {
    return refuse('already_shipped', { order: number, state }, insteadOfCancelling(record, context))
  }
  if (!isCancellable(record.order, context)) {
    const until = cancellableUntil(record.order, context) ?? ''
    const hours = context.rules.cancellation.withinHours ?? 0
    return refuse('cancellation_window', { order: number, until, hours }, ['wait_for_delivery', 'contact'])
  }
  const { minor, major } = minorUnits(context.rules.digits)
  const refunded = standingRefunds(record).reduce((sum, { amount }) => sum + minor(amount), 0)
  const paid = Math.max(0, minor(total) - refunded)
  const fee = Math.min(paid, minor(context.rules.cancellation.fee))
  return { allowed: true, rule: 'not_shipped', amount: major(paid - fee), fee: major(fee) }
}

function insteadOfCancelling(record: OrderRecord, context: RuleContext): Alternative[] {
  if (record.order.state !== 'delivered') {
    return context.rules.returns.windowDays === null ? ['contact'] : ['send_back_after_delivery', 'contact']
  }
  const verdict = refundVerdict(record, 'all', context)
  return verdict.allowed ? ['return_item', 'contact'] : [...verdict.alternatives]
}
