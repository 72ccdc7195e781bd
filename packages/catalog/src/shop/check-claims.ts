import type { Complaint, Order, Refund, ShopSettings } from '@marketplace-agent/domain'
import { checkNumbers } from './check-orders.ts'
import { type Fault, type Note, noteIn } from './fault.ts'
import { isBefore, isInstant } from './instants.ts'
import type { Money } from './money.ts'

interface Scope {
  readonly settings: ShopSettings
  readonly orders: ReadonlyMap<string, Order>
  readonly money: Money
}

/** That each complaint is about an order, and about something in it. */
export function checkComplaints(complaints: readonly Complaint[], { settings, orders }: Scope): Fault[] {
  const faults: Fault[] = []
  const noteOf = (complaint: Complaint) => noteIn(faults, 'records/complaints.json', complaint.number)
  checkNumbers(complaints, (one) => one.number, settings.numbers.complaint, noteOf)
  for (const complaint of complaints) {
    const note = noteOf(complaint)
    const order = orderOf(complaint, orders, note)
    if (order !== undefined && complaint.product_id !== undefined && boughtOf(order, complaint.product_id) === 0) {
      note('product_id', `product ${complaint.product_id} is not in order ${order.number}`)
    }
    checkTimes(complaint, order, note)
  }
  return faults
}

/** That nothing is refunded that was not bought, nor more than was paid; what was rejected counts for itself only. */
export function checkRefunds(refunds: readonly Refund[], { settings, orders, money }: Scope): Fault[] {
  const faults: Fault[] = []
  const noteOf = (refund: Refund) => noteIn(faults, 'records/refunds.json', refund.number)
  checkNumbers(refunds, (one) => one.number, settings.numbers.refund, noteOf)
  const refunded = { units: new Map<string, number>(), amounts: new Map<string, number>() }
  const add = (sums: Map<string, number>, key: string, count: number, rejected: boolean) => {
    if (rejected) return count
    const sum = (sums.get(key) ?? 0) + count
    sums.set(key, sum)
    return sum
  }
  for (const refund of refunds) {
    const note = noteOf(refund)
    const order = orderOf(refund, orders, note)
    checkTimes(refund, order, note)
    if (!money.isWhole(refund.amount))
      note('amount', `${refund.amount} has more decimal places than ${settings.currency} (${money.places})`)
    if (order === undefined) continue
    const rejected = refund.state === 'rejected'
    refund.items.forEach(({ product_id: id, quantity }, index) => {
      const bought = boughtOf(order, id)
      const units = add(refunded.units, `${order.number} ${id}`, quantity, rejected)
      if (bought === 0) note(`items[${index}].product_id`, `product ${id} is not in order ${order.number}`)
      else if (units > bought)
        note(
          `items[${index}].quantity`,
          `makes ${units} of product ${id} refunded, but order ${order.number} has ${bought}`,
        )
    })
    const amount = add(refunded.amounts, order.number, money.minor(refund.amount), rejected)
    if (amount > money.minor(order.total)) {
      const sum = (amount / 10 ** money.places).toFixed(money.places)
      note('amount', `makes ${sum} refunded, but order ${order.number} was paid with ${order.total}`)
    }
  }
  return faults
}

const boughtOf = (order: Order, productId: number): number =>
  order.items.reduce((sum, item) => sum + (item.product_id === productId ? item.quantity : 0), 0)

function orderOf(
  { order: number }: { order: string },
  orders: ReadonlyMap<string, Order>,
  note: Note,
): Order | undefined {
  const order = orders.get(number)
  if (order === undefined)
    note('order', `there is no order ${number}; use the number of an order in records/orders.json`)
  return order
}

function checkTimes(record: { created_at: string; updated_at: string }, order: Order | undefined, note: Note) {
  for (const field of ['created_at', 'updated_at'] as const) {
    if (!isInstant(record[field])) note(field, `there is no time ${record[field]}`)
  }
  if (isBefore(record.updated_at, record.created_at))
    note('updated_at', `lies before created_at (${record.created_at})`)
  if (order !== undefined && isBefore(record.created_at, order.placed_at)) {
    note('created_at', `lies before order ${order.number} was placed (${order.placed_at})`)
  }
}
