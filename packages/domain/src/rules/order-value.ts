import type { Order } from '../schema/records.ts'
import type { OrderRecord } from '../schema/change.ts'
import { minorUnits, shareOf } from './minor-units.ts'

/** A product of an order, its lines taken together. */
export interface OrderedProduct {
  readonly product_id: number
  readonly name: string
  readonly quantity: number
}

/** What was bought, in the order of the lines. */
export function productsOf({ items }: Order): OrderedProduct[] {
  const products = new Map<number, OrderedProduct>()
  for (const { product_id, name, quantity } of items) {
    const known = products.get(product_id)
    products.set(product_id, { product_id, name: known?.name ?? name, quantity: (known?.quantity ?? 0) + quantity })
  }
  return [...products.values()]
}

/** What was paid for an order, in minor units. */
export interface OrderValue {
  readonly total: number
  /** The delivery fee. */
  readonly delivery: number
  /** For `count` units of a product after its first `skipped`, after their share of the discount. */
  unitsOf(productId: number, skipped: number, count: number): number
}

/**
 * Spreads an order's discount over its units in proportion to their prices. A unit's share is the difference of two
 * rounded running sums, so that the shares of all units add up to exactly what was paid, in whatever portions and
 * whatever sequence they are asked for.
 */
export function orderValue(order: Order, digits: number): OrderValue {
  const { minor } = minorUnits(digits)
  let goods = 0
  const lines = order.items.map(({ product_id, quantity, unit_price }) => {
    const line = { product_id, quantity, price: minor(unit_price), begin: goods }
    goods += line.price * quantity
    return line
  })
  const paidForGoods = Math.max(0, goods - minor(order.discount ?? 0))
  const paidUpTo = (gross: number) => (goods === 0 ? 0 : shareOf(paidForGoods, gross, goods))

  return {
    total: minor(order.total),
    delivery: minor(order.delivery_fee),
    unitsOf(productId, skipped, count) {
      let before = 0
      let sum = 0
      for (const { product_id, quantity, price, begin } of lines) {
        if (product_id !== productId) continue
        const from = clamp(skipped - before, quantity)
        const to = clamp(skipped + count - before, quantity)
        sum += paidUpTo(begin + to * price) - paidUpTo(begin + from * price)
        before += quantity
      }
      return sum
    },
  }
}

const clamp = (count: number, most: number) => Math.min(Math.max(count, 0), most)

/** The refunds that count: what was rejected doesn't. */
export const standingRefunds = (record: OrderRecord) => record.refunds.filter(({ state }) => state !== 'rejected')

/** How many units of a product were paid back, and how many are asked back but not paid yet. */
export function unitsRefunded(record: OrderRecord, productId: number): { refunded: number; pending: number } {
  const units = { refunded: 0, pending: 0 }
  for (const { state, items } of standingRefunds(record)) {
    for (const { product_id, quantity } of items) {
      if (product_id === productId) units[state === 'paid' ? 'refunded' : 'pending'] += quantity
    }
  }
  return units
}
