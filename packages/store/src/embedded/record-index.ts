import { isDeepStrictEqual } from 'node:util'
import {
  type Change,
  CodedError,
  type Complaint,
  type Delivery,
  OperatorError,
  type Order,
  type OrderRecord,
  type Refund,
  type ShopRecords,
} from '@marketplace-agent/domain'

/** Numbers and e-mails are matched without case. */
export const keyOf = (text: string) => text.trim().toLowerCase()

const deliveryTime = (delivery: Delivery) => delivery.events.at(-1)?.at ?? ''
const createdAt = (claim: Complaint | Refund) => claim.created_at
const trackingNumber = (delivery: Delivery) => delivery.tracking_number
const numberOf = (claim: Complaint | Refund) => claim.number

const newestFirst = <T>(list: readonly T[], timeOf: (item: T) => string): T[] =>
  list.toSorted((one, other) => (timeOf(one) === timeOf(other) ? 0 : timeOf(one) < timeOf(other) ? 1 : -1))

function same(present: unknown, before: unknown): boolean {
  return present === before || isDeepStrictEqual(present, before)
}

/** The list with one record put in its place; null where what is there isn't what was there before. */
function put<T>(
  list: readonly T[],
  { before, after }: { readonly before: T | null; readonly after: T },
  nameOf: (record: T) => string,
  timeOf: (record: T) => string,
): T[] | null {
  const place = list.findIndex((record) => keyOf(nameOf(record)) === keyOf(nameOf(after)))
  if (!same(list[place] ?? null, before)) return null
  return newestFirst(place < 0 ? [after, ...list] : list.with(place, after), timeOf)
}

const nameOfChanged = (change: Change): [name: string, before: string | undefined] =>
  change.record === 'delivery'
    ? [change.after.tracking_number, change.before.tracking_number]
    : [change.after.number, change.before?.number]

/** The number of the order that a change is about. Throws where before and after are two records. */
export function orderOfChange(change: Change): string {
  const [name, nameBefore = name] = nameOfChanged(change)
  const [order, orderBefore = order] =
    change.record === 'order' ? [name, nameBefore] : [change.after.order, change.before?.order]
  if (name !== nameBefore || order !== orderBefore)
    throw new CodedError('internal', `A change has one ${change.record} before it and another one after it.`)
  return order
}

/** The order's record with one change made, its version as it was; null where the change doesn't fit what is there. */
export function change(record: OrderRecord, one: Change): OrderRecord | null {
  switch (one.record) {
    case 'order':
      return same(record.order, one.before) ? { ...record, order: one.after } : null
    case 'delivery': {
      const deliveries = put(record.deliveries, one, trackingNumber, deliveryTime)
      return deliveries && { ...record, deliveries }
    }
    case 'complaint': {
      const complaints = put(record.complaints, one, numberOf, createdAt)
      return complaints && { ...record, complaints }
    }
    case 'refund': {
      const refunds = put(record.refunds, one, numberOf, createdAt)
      return refunds && { ...record, refunds }
    }
  }
}

/** The order numbers of records by what else they are found by; all keys without case. */
export interface RecordIndex {
  readonly size: number
  get(orderNumber: string): OrderRecord | undefined
  all(): OrderRecord[]
  byEmail(email: string): Order[]
  byDelivery(tracking: string): OrderRecord | undefined
  byComplaint(number: string): OrderRecord | undefined
  byRefund(number: string): OrderRecord | undefined
  numbers(kind: 'complaint' | 'refund'): Iterable<string>
  set(record: OrderRecord): void
}

export function createRecordIndex(records: Iterable<OrderRecord>): RecordIndex {
  const orders = new Map<string, OrderRecord>()
  const emails = new Map<string, Set<string>>()
  const deliveries = new Map<string, string>()
  const complaints = new Map<string, string>()
  const refunds = new Map<string, string>()

  function set(record: OrderRecord) {
    const key = keyOf(record.order.number)
    const email = keyOf(record.order.customer.email)
    const before = orders.get(key)
    if (before === undefined || keyOf(before.order.customer.email) !== email) {
      if (before !== undefined) emails.get(keyOf(before.order.customer.email))?.delete(key)
      const numbers = emails.get(email)
      if (numbers === undefined) emails.set(email, new Set([key]))
      else numbers.add(key)
    }
    orders.set(key, record)
    for (const delivery of record.deliveries) deliveries.set(keyOf(delivery.tracking_number), key)
    for (const complaint of record.complaints) complaints.set(keyOf(complaint.number), key)
    for (const refund of record.refunds) refunds.set(keyOf(refund.number), key)
  }
  for (const record of records) set(record)

  const owner = (index: ReadonlyMap<string, string>, number: string) => orders.get(index.get(keyOf(number)) ?? '')
  return {
    get size() {
      return orders.size
    },
    get: (number) => orders.get(keyOf(number)),
    all: () => [...orders.values()],
    byEmail(email) {
      const found = [...(emails.get(keyOf(email)) ?? [])].flatMap((key) => orders.get(key)?.order ?? [])
      return newestFirst(found, (order) => order.placed_at)
    },
    byDelivery: (tracking) => owner(deliveries, tracking),
    byComplaint: (number) => owner(complaints, number),
    byRefund: (number) => owner(refunds, number),
    numbers: (kind) => (kind === 'complaint' ? complaints : refunds).keys(),
    set,
  }
}

/** Each order with what belongs to it, at version 1. Throws OperatorError for what belongs to no order. */
export function groupRecords({ orders, deliveries, complaints, refunds }: ShopRecords): OrderRecord[] {
  const groups = new Map(
    orders.map((order) => [
      keyOf(order.number),
      { version: 1, order, deliveries: [] as Delivery[], complaints: [] as Complaint[], refunds: [] as Refund[] },
    ]),
  )
  const groupOf = (number: string, name: string) => {
    const group = groups.get(keyOf(number))
    if (group === undefined) throw new OperatorError(`${name} belongs to order ${number}, which there is none of.`)
    return group
  }
  for (const one of deliveries) groupOf(one.order, `Delivery ${one.tracking_number}`).deliveries.push(one)
  for (const one of complaints) groupOf(one.order, `Complaint ${one.number}`).complaints.push(one)
  for (const one of refunds) groupOf(one.order, `Refund ${one.number}`).refunds.push(one)
  return [...groups.values()].map((group) => ({
    ...group,
    deliveries: newestFirst(group.deliveries, deliveryTime),
    complaints: newestFirst(group.complaints, createdAt),
    refunds: newestFirst(group.refunds, createdAt),
  }))
}

/** The records as the shop's folder has them. */
export const ungroupRecords = (records: readonly OrderRecord[]): ShopRecords => ({
  orders: records.map(({ order }) => order),
  deliveries: records.flatMap(({ deliveries }) => deliveries),
  complaints: records.flatMap(({ complaints }) => complaints),
  refunds: records.flatMap(({ refunds }) => refunds),
})
