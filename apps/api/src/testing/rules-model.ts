import type { Address, Complaint, OrderRecord } from '@marketplace-agent/domain'

/*
 * The rules once more, for tests that ask whether one was broken: written from docs/rules.md and the issue, on purpose
 * without a line of packages/domain/src/rules. Coarser than those, and never laxer.
 */

export interface Terms {
  readonly windowDays: number
  readonly excluded: readonly string[]
  readonly alwaysFor: readonly string[]
  readonly reportDays: number
  readonly timeZone: string
  readonly categoryOf: (productId: number) => string | undefined
}

export type Units = readonly { readonly product_id: number; readonly quantity: number }[]

const dayIn = (instant: string | Date, timeZone: string) => new Date(instant).toLocaleDateString('en-CA', { timeZone })
const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
const cents = (amount: number) => Math.round(amount * 100)

const unitsOf = (id: number, lines: Units) => sum(lines.map((line) => (line.product_id === id ? line.quantity : 0)))
const standing = ({ refunds }: OrderRecord) => refunds.filter(({ state }) => state !== 'rejected')

/** How many units of a product neither were asked back nor are on their way back. */
export const unitsLeft = (record: OrderRecord, id: number): number =>
  unitsOf(id, record.order.items) - sum(standing(record).map(({ items }) => unitsOf(id, items)))

export function mayComeBack(record: OrderRecord, items: Units, now: Date, terms: Terms): boolean {
  const { state, delivered_at } = record.order
  if (state !== 'delivered' || delivered_at === undefined || items.length === 0) return false
  const delivered = dayIn(delivered_at, terms.timeZone)
  const faulty = (id: number) => (complaint: Complaint) =>
    complaint.product_id === id &&
    terms.alwaysFor.includes(complaint.reason) &&
    (complaint.state === 'open' || complaint.state === 'in_review' || complaint.remedy === 'money_back') &&
    complaint.state !== 'closed' &&
    dayIn(complaint.created_at, terms.timeZone) <= daysAfter(delivered, terms.reportDays)
  return items.every(
    ({ product_id: id }) =>
      unitsOf(id, items) <= unitsLeft(record, id) &&
      (record.complaints.some(faulty(id)) ||
        (!terms.excluded.includes(terms.categoryOf(id) ?? '') &&
          dayIn(now, terms.timeZone) <= daysAfter(delivered, terms.windowDays))),
  )
}

/** What the customer paid and has not been promised back. */
export const centsLeft = (record: OrderRecord): number =>
  cents(record.order.total) - sum(standing(record).map(({ amount }) => cents(amount)))

/** What units cost, before any discount. */
export const centsOf = (record: OrderRecord, items: Units): number =>
  sum(
    items.map(({ product_id: id, quantity }) => {
      const price = record.order.items.find((line) => line.product_id === id)?.unit_price ?? 0
      return cents(price) * quantity
    }),
  )

export const mayBeCancelled = ({ order }: OrderRecord): boolean => order.state === 'processing'

export const mayMove = ({ order }: OrderRecord, { line1, country }: Pick<Address, 'line1' | 'country'>): boolean =>
  order.state === 'processing' && country === order.address.country && !/\bp\.?o\.? box\b/i.test(line1)

export function mayComplain(
  { order, complaints }: OrderRecord,
  reason: string,
  productId: number | undefined,
): boolean {
  const aboutItem = ['damaged', 'defective', 'wrong_item', 'missing_item'].includes(reason)
  const open = complaints.filter(({ state }) => state === 'open' || state === 'in_review')
  return (
    (productId === undefined || order.items.some(({ product_id }) => product_id === productId)) &&
    !(aboutItem && (order.state === 'processing' || order.state === 'cancelled')) &&
    !open.some((one) => one.reason === reason && one.product_id === productId)
  )
}
