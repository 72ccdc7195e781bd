import type { OrderRecord } from '../schema/change.ts'
import { type ItemVerdict, itemVerdict } from './item-rules.ts'
import { minorUnits } from './minor-units.ts'
import { productsOf, standingRefunds, unitsRefunded } from './order-value.ts'
import { type RefundVerdict, refundVerdict } from './refund-rules.ts'
import { lastReturnDay } from './return-terms.ts'
import type { RuleContext } from './rule-context.ts'
import { settleRefund } from './settle-refund.ts'

/** A product of an order, as far as it can still come back. */
export interface ItemOption {
  readonly product_id: number
  readonly name: string
  readonly bought: number
  /** Units paid back; units asked back and not paid yet; units that neither is true of. */
  readonly refunded: number
  readonly pending: number
  readonly left: number
  /** What comes back for the next unit and for all that are left, before `returns.cost`. */
  readonly unitAmount: number
  readonly amount: number
  /** Of all that are left. */
  readonly verdict: ItemVerdict
}

/** All that can be said about an order's refunds at one moment. */
export interface RefundOptions {
  readonly items: readonly ItemOption[]
  /** Of a wish for `all`. */
  readonly verdict: RefundVerdict
  /** The last day to ask for a refund; null before delivery, and where the shop takes nothing back. */
  readonly lastDay: string | null
  readonly paid: number
  readonly refunded: number
  readonly pending: number
}

/** What of an order can come back, item by item, and all of it together. */
export function refundOptions(record: OrderRecord, context: RuleContext): RefundOptions {
  const { minor, major } = minorUnits(context.rules.digits)
  const sum = (paid: boolean) =>
    standingRefunds(record)
      .filter(({ state }) => (state === 'paid') === paid)
      .reduce((all, { amount }) => all + minor(amount), 0)
  return {
    items: productsOf(record.order).map((product) => itemOption(record, product, context)),
    verdict: refundVerdict(record, 'all', context),
    lastDay: lastReturnDay(record.order, context),
    paid: record.order.total,
    refunded: major(sum(true)),
    pending: major(sum(false)),
  }
}

function itemOption(
  record: OrderRecord,
  { product_id, name, quantity: bought }: { product_id: number; name: string; quantity: number },
  context: RuleContext,
): ItemOption {
  const { refunded, pending } = unitsRefunded(record, product_id)
  const left = Math.max(0, bought - refunded - pending)
  const verdict = itemVerdict(record, { product_id, quantity: left === 0 ? bought : left }, context)
  const exception = verdict.allowed ? verdict.exception : null
  const worth = (quantity: number) =>
    settleRefund(record, [{ product_id, name, quantity, exception }], context).items[0]?.amount ?? 0
  const amounts = { unitAmount: worth(Math.min(1, left)), amount: worth(left) }
  return { product_id, name, bought, refunded, pending, left, ...amounts, verdict }
}
