import type { Complaint, Delivery, Order, Refund, ShopRecords } from '@marketplace-agent/domain'
import type { Store } from './port.ts'

const key = (text: string) => text.trim().toLowerCase()

function uniqueIndex<T>(records: readonly T[], keyOf: (record: T) => string): Map<string, T> {
  return new Map(records.map((record) => [key(keyOf(record)), record]))
}

/** Lists by key, each newest first. */
function listIndex<T>(records: readonly T[], keyOf: (record: T) => string, timeOf: (record: T) => string) {
  const index = new Map<string, T[]>()
  for (const record of records) {
    const list = index.get(key(keyOf(record)))
    if (list === undefined) index.set(key(keyOf(record)), [record])
    else list.push(record)
  }
  for (const list of index.values()) list.sort((a, b) => timeOf(b).localeCompare(timeOf(a)))
  return index
}

/** The records in memory, found through indexes. */
export function createMemoryStore(records: ShopRecords): Store {
  const orders = uniqueIndex<Order>(records.orders, (order) => order.number)
  const byEmail = listIndex<Order>(
    records.orders,
    (order) => order.customer.email,
    (order) => order.placed_at,
  )
  const deliveries = uniqueIndex<Delivery>(records.deliveries, (delivery) => delivery.tracking_number)
  const deliveriesByOrder = listIndex<Delivery>(
    records.deliveries,
    (delivery) => delivery.order,
    (delivery) => delivery.events.at(-1)?.at ?? '',
  )
  const complaints = uniqueIndex<Complaint>(records.complaints, (complaint) => complaint.number)
  const complaintsByOrder = listIndex<Complaint>(
    records.complaints,
    (complaint) => complaint.order,
    (complaint) => complaint.created_at,
  )
  const refunds = uniqueIndex<Refund>(records.refunds, (refund) => refund.number)
  const refundsByOrder = listIndex<Refund>(
    records.refunds,
    (refund) => refund.order,
    (refund) => refund.created_at,
  )

  return {
    order: async (number) => orders.get(key(number)) ?? null,
    ordersByEmail: async (email) => byEmail.get(key(email)) ?? [],
    delivery: async (trackingNumber) => deliveries.get(key(trackingNumber)) ?? null,
    deliveriesOf: async (orderNumber) => deliveriesByOrder.get(key(orderNumber)) ?? [],
    complaint: async (number) => complaints.get(key(number)) ?? null,
    complaintsOf: async (orderNumber) => complaintsByOrder.get(key(orderNumber)) ?? [],
    refund: async (number) => refunds.get(key(number)) ?? null,
    refundsOf: async (orderNumber) => refundsByOrder.get(key(orderNumber)) ?? [],
    status: async () => ({ adapter: 'memory', orders: orders.size }),
    close: async () => {},
  }
}
