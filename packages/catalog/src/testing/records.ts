import type { Address, Delivery, Order, OrderItem, OrderState, ShopRecords } from '@marketplace-agent/domain'
import { testProducts } from './products.ts'

const customers = [
  { name: 'Aoife Byrne', email: 'aoife.byrne@mail.example' },
  { name: 'Tom Healy', email: 'tom.healy@mail.example' },
  { name: 'Nora Quinn', email: 'nora.quinn@mail.example' },
] as const

const address = (name: string): Address => ({
  name,
  line1: '12 Canal Row',
  city: 'Galway',
  postal_code: 'H91 X000',
  country: 'IE',
})

const item = (productId: number, quantity = 1): OrderItem => {
  const product = testProducts.find((one) => one.id === productId)
  if (product === undefined) throw new Error(`The test shop has no product ${productId}`)
  return { product_id: productId, name: product.name, quantity, unit_price: product.price }
}

interface OrderSketch {
  number: number
  state: OrderState
  customer: 0 | 1 | 2
  items: OrderItem[]
  fee: number
  discount?: number
  placed: string
  expected: string | null
  delivered?: string
  cancelled?: string
}

const order = (sketch: OrderSketch): Order => {
  const customer = customers[sketch.customer]
  const items = sketch.items.reduce((sum, one) => sum + one.quantity * one.unit_price, 0)
  return {
    number: `RC-${sketch.number}`,
    state: sketch.state,
    customer: { ...customer },
    address: address(customer.name),
    items: sketch.items,
    delivery_fee: sketch.fee,
    ...(sketch.discount === undefined ? {} : { discount: sketch.discount }),
    total: Math.round((items + sketch.fee - (sketch.discount ?? 0)) * 100) / 100,
    placed_at: sketch.placed,
    expected_date: sketch.expected,
    ...(sketch.delivered === undefined ? {} : { delivered_at: sketch.delivered }),
    ...(sketch.cancelled === undefined ? {} : { cancelled_at: sketch.cancelled }),
  }
}

const notes: Partial<Record<OrderState, string>> = {
  shipped: 'Handed to the carrier',
  in_transit: 'At the sorting centre',
  out_for_delivery: 'On the van',
  delivered: 'Handed over',
}

const delivery = (
  tracking: number,
  orderNumber: number,
  expected: string | null,
  events: readonly (readonly [OrderState, string, string?])[],
): Delivery => ({
  tracking_number: `TRK${tracking}`,
  order: `RC-${orderNumber}`,
  carrier: 'Swallow Post',
  state: events.at(-1)?.[0] ?? 'processing',
  expected_date: expected,
  events: events.map(([state, at, place]) => ({
    at,
    state,
    note: notes[state] ?? 'Packed',
    ...(place === undefined ? {} : { place }),
  })),
})

/** Eight orders, one at least in every state; with parcels, complaints and refunds. */
export const testRecords = (): ShopRecords => ({
  orders: [
    order({
      number: 1001,
      state: 'processing',
      customer: 0,
      items: [item(4)],
      fee: 0,
      placed: '2026-03-09T10:15:00Z',
      expected: '2026-03-13',
    }),
    order({
      number: 1002,
      state: 'in_transit',
      customer: 0,
      items: [item(9), item(10)],
      fee: 0,
      placed: '2026-03-06T08:00:00Z',
      expected: '2026-03-12',
    }),
    order({
      number: 1003,
      state: 'delivered',
      customer: 1,
      items: [item(3), item(11)],
      fee: 0,
      discount: 20,
      placed: '2026-02-18T17:40:00Z',
      expected: '2026-02-23',
      delivered: '2026-02-23T11:05:00Z',
    }),
    order({
      number: 1004,
      state: 'shipped',
      customer: 1,
      items: [item(5, 2)],
      fee: 5,
      placed: '2026-03-08T19:30:00Z',
      expected: '2026-03-12',
    }),
    order({
      number: 1005,
      state: 'out_for_delivery',
      customer: 2,
      items: [item(12)],
      fee: 5,
      placed: '2026-03-06T12:00:00Z',
      expected: '2026-03-10',
    }),
    order({
      number: 1006,
      state: 'cancelled',
      customer: 2,
      items: [item(2)],
      fee: 0,
      placed: '2026-02-27T09:00:00Z',
      expected: null,
      cancelled: '2026-02-28T09:00:00Z',
    }),
    order({
      number: 1007,
      state: 'delivered',
      customer: 2,
      items: [item(8), item(10, 2)],
      fee: 5,
      placed: '2026-01-12T14:00:00Z',
      expected: '2026-01-16',
      delivered: '2026-01-15T10:20:00Z',
    }),
    order({
      number: 1008,
      state: 'delivered',
      customer: 0,
      items: [item(1)],
      fee: 0,
      placed: '2026-02-24T08:30:00Z',
      expected: '2026-03-02',
      delivered: '2026-03-02T15:45:00Z',
    }),
  ],
  deliveries: [
    delivery(10020001, 1002, '2026-03-12', [
      ['shipped', '2026-03-07T09:00:00Z', 'Dublin'],
      ['in_transit', '2026-03-09T22:10:00Z', 'Athlone'],
    ]),
    delivery(10030001, 1003, '2026-02-23', [
      ['shipped', '2026-02-20T09:00:00Z', 'Dublin'],
      ['in_transit', '2026-02-21T21:00:00Z', 'Athlone'],
      ['out_for_delivery', '2026-02-23T07:30:00Z', 'Galway'],
      ['delivered', '2026-02-23T11:05:00Z', 'Galway'],
    ]),
    delivery(10040001, 1004, '2026-03-12', [['shipped', '2026-03-09T16:00:00Z', 'Dublin']]),
    delivery(10050001, 1005, '2026-03-10', [
      ['shipped', '2026-03-07T09:00:00Z', 'Dublin'],
      ['in_transit', '2026-03-08T20:00:00Z', 'Athlone'],
      ['out_for_delivery', '2026-03-10T07:10:00Z', 'Galway'],
    ]),
    delivery(10070001, 1007, '2026-01-16', [
      ['shipped', '2026-01-13T09:00:00Z', 'Dublin'],
      ['delivered', '2026-01-15T10:20:00Z', 'Galway'],
    ]),
    delivery(10080001, 1008, '2026-03-02', [
      ['shipped', '2026-02-26T09:00:00Z', 'Dublin'],
      ['delivered', '2026-03-02T15:45:00Z', 'Galway'],
    ]),
  ],
  complaints: [
    {
      number: 'CPL-301',
      order: 'RC-1003',
      product_id: 11,
      state: 'in_review',
      reason: 'defective',
      text: 'One of the two keys does not turn in the lock.',
      remedy: 'replacement',
      created_at: '2026-02-26T18:00:00Z',
      updated_at: '2026-02-27T09:30:00Z',
    },
    {
      number: 'CPL-302',
      order: 'RC-1007',
      state: 'closed',
      reason: 'service',
      text: 'Nobody answered the phone on two days.',
      remedy: 'apology',
      created_at: '2026-01-20T10:00:00Z',
      updated_at: '2026-01-22T12:00:00Z',
    },
  ],
  refunds: [
    {
      number: 'RF-501',
      order: 'RC-1007',
      items: [{ product_id: 10, quantity: 1 }],
      amount: 19.5,
      state: 'paid',
      reason: 'One was too many.',
      created_at: '2026-01-19T09:00:00Z',
      updated_at: '2026-01-26T09:00:00Z',
    },
    {
      number: 'RF-502',
      order: 'RC-1003',
      items: [{ product_id: 11, quantity: 1 }],
      amount: 54,
      state: 'requested',
      reason: 'The key does not turn.',
      created_at: '2026-03-01T09:00:00Z',
      updated_at: '2026-03-01T09:00:00Z',
    },
  ],
})
