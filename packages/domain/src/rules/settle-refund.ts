import type { OrderRecord } from '../schema/change.ts'
import type { ComplaintReason } from '../schema/records.ts'
import { minorUnits } from './minor-units.ts'
import { type OrderedProduct, orderValue, productsOf, standingRefunds, unitsRefunded } from './order-value.ts'
import type { RuleContext } from './rule-context.ts'

/** Units that may come back, and what on file lifts the costs of it. */
export interface ReturnedUnits extends OrderedProduct {
  readonly exception: ComplaintReason | null
}

export interface RefundedItem {
  readonly product_id: number
  readonly name: string
  readonly quantity: number
  /** What comes back for these units: their share of what was paid, less the restocking fee. */
  readonly amount: number
}

/** What a refund brings. `amount` = the items' amounts + `deliveryFee` - `returnCost`. */
export interface RefundSums {
  readonly items: readonly RefundedItem[]
  /** The delivery fee, where it comes back with the last of the order. */
  readonly deliveryFee: number
  /** What the shop keeps: of the items (already taken off their amounts), and for the return. */
  readonly restockingFee: number
  readonly returnCost: number
  readonly amount: number
}

/** What the units bring together, in major units: with all refunds before that stand, never more than was paid. */
export function settleRefund(record: OrderRecord, units: readonly ReturnedUnits[], { rules }: RuleContext): RefundSums {
  const { minor, major } = minorUnits(rules.digits)
  const value = orderValue(record.order, rules.digits)
  let left = Math.max(0, value.total - standingRefunds(record).reduce((sum, { amount }) => sum + minor(amount), 0))
  const take = (wanted: number) => {
    const taken = Math.min(wanted, left)
    left -= taken
    return taken
  }
  let restockingFee = 0
  let amount = 0
  const items = units.map(({ product_id, name, quantity, exception }) => {
    const { refunded, pending } = unitsRefunded(record, product_id)
    const worth = take(value.unitsOf(product_id, refunded + pending, quantity))
    const fee = exception === null ? Math.round((worth * rules.returns.restockingFeePercent) / 100) : 0
    restockingFee += fee
    amount += worth - fee
    return { product_id, name, quantity, amount: major(worth - fee) }
  })
  const deliveryFee = rules.returns.deliveryFeeRefunded && isLastOf(record, units) ? take(value.delivery) : 0
  const returnCost = units.every(({ exception }) => exception !== null) ? 0 : minor(rules.returns.cost)
  return {
    items,
    deliveryFee: major(deliveryFee),
    restockingFee: major(restockingFee),
    returnCost: major(returnCost),
    amount: major(amount + deliveryFee - returnCost),
  }
}

/** Whether with these units nothing of the order is left with the customer. */
const isLastOf = (record: OrderRecord, units: readonly OrderedProduct[]): boolean =>
  productsOf(record.order).every(({ product_id: id, quantity }) => {
    const { refunded, pending } = unitsRefunded(record, id)
    return refunded + pending + (units.find(({ product_id }) => product_id === id)?.quantity ?? 0) >= quantity
  })
