import type { Complaint, Order, Refund, ShopRecords } from '@marketplace-agent/domain'
import * as fc from 'fast-check'

/** Customers whose names, addresses and amounts stand nowhere else; the third says nothing. */
export const customers = [
  { name: 'Annika Vesterholm', email: 'annika@vesterholm.example', line1: '17 Quillfeather Mews', city: 'Brackwater' },
  {
    name: 'Benedikt Oyelaran',
    email: 'benedikt@oyelaran.example',
    line1: '204 Thistledown Wharf',
    city: 'Kestrelford',
  },
  { name: 'Cleo Marchbanks', email: 'cleo@marchbanks.example', line1: '9 Hollowgate Rise', city: 'Pinderwick' },
] as const

const products = [
  { product_id: 1, name: 'TechPro X1 Laptop' },
  { product_id: 14, name: 'Wireless Earbuds Pro' },
  { product_id: 25, name: 'TechPro USB-C Hub' },
  { product_id: 12, name: 'TechPro Watch 3' },
]

/** The moment at which every sequence begins. */
export const firstMoment = '2026-02-05T17:00:00Z'
const daysAgo = (days: number, hour = 17) =>
  `${new Date(Date.parse(firstMoment) - days * 86_400_000).toISOString().slice(0, 11)}${hour}:00:00Z`

/** Prices in cents, so far apart that no sum of one customer's is ever another's. */
const prices = [
  { min: 1_000_00, max: 1_999_99 },
  { min: 20_000_00, max: 29_999_99 },
  { min: 300_000_00, max: 399_999_99 },
]

const lines = (owner: number) =>
  fc.uniqueArray(
    fc.record({
      product: fc.nat(products.length - 1),
      quantity: fc.integer({ min: 1, max: 3 }),
      cents: fc.integer(prices[owner]),
    }),
    { minLength: 1, maxLength: 2, selector: ({ product }) => product },
  )

const order = (number: string, owner: number, state: fc.Arbitrary<Order['state']>): fc.Arbitrary<Order> =>
  fc
    .record({ lines: lines(owner), state, ago: fc.integer({ min: 0, max: 34 }), discount: fc.constantFrom(0, 0, 777) })
    .map(({ lines: bought, state: stands, ago, discount }) => {
      const { name, email, line1, city } = customers[owner] as (typeof customers)[number]
      const items = bought.map(({ product, quantity, cents }) => ({
        ...(products[product] as (typeof products)[number]),
        quantity,
        unit_price: cents / 100,
      }))
      const goods = bought.reduce((sum, { quantity, cents }) => sum + quantity * cents, 0)
      return {
        number,
        state: stands,
        customer: { name, email },
        address: { name, line1, city, region: 'MA', postal_code: '02116', country: 'US' },
        items,
        delivery_fee: 0,
        ...(discount > 0 && { discount: discount / 100 }),
        total: (goods - discount) / 100,
        placed_at: daysAgo(ago + 4),
        expected_date: '2026-02-05',
        ...(stands === 'delivered' && { delivered_at: daysAgo(ago) }),
        ...(stands === 'cancelled' && { cancelled_at: daysAgo(ago) }),
      }
    })

/** A complaint and a refund that were there before. */
const history = fc.record({
  complaint: fc.option(
    fc.record({
      reason: fc.constantFrom<Complaint['reason']>('damaged', 'wrong_item', 'late', 'defective'),
      state: fc.constantFrom<Complaint['state']>('open', 'in_review', 'resolved', 'closed'),
      after: fc.nat(6),
    }),
    { freq: 3 },
  ),
  refund: fc.option(fc.constantFrom<Refund['state']>('requested', 'approved', 'paid', 'rejected'), { freq: 3 }),
})

const states: readonly fc.Arbitrary<Order['state']>[] = [
  fc.constant('processing'),
  fc.constant('delivered'),
  fc.constantFrom('processing', 'delivered', 'in_transit', 'delivered', 'cancelled'),
]

export const numberOf = (owner: number, index: number) => `ORD-51${owner + 1}${index + 1}`

/** Three orders of each customer: one not shipped, one delivered, one of either kind or on its way. */
export const randomRecords: fc.Arbitrary<ShopRecords> = fc
  .tuple(
    fc.tuple(
      ...customers.flatMap((_, owner) => states.map((state, index) => order(numberOf(owner, index), owner, state))),
    ),
    fc.tuple(...customers.flatMap(() => states.map(() => history))),
  )
  .map(([orders, histories]) => {
    const complaints: Complaint[] = []
    const refunds: Refund[] = []
    for (const [index, { number, state, delivered_at: delivered, items }] of orders.entries()) {
      const { complaint, refund } = histories[index] as (typeof histories)[number]
      const [item] = items
      if (state !== 'delivered' || delivered === undefined || item === undefined) continue
      const { product_id } = item
      if (complaint !== null) {
        const created = new Date(Date.parse(delivered) + complaint.after * 86_400_000).toISOString().replace('.000', '')
        const at = created < firstMoment ? created : firstMoment
        const { reason, state: stands } = complaint
        const made = { number: `CMP-71${index}0`, order: number, product_id, state: stands, reason, text: 'A crack.' }
        complaints.push({ ...made, created_at: at, updated_at: at })
      }
      if (refund !== null) {
        const made = { number: `REF-81${index}0`, order: number, items: [{ product_id, quantity: 1 }], state: refund }
        refunds.push({ ...made, amount: 1, reason: 'Too small.', created_at: delivered, updated_at: delivered })
      }
    }
    return { orders, deliveries: [], complaints, refunds }
  })
