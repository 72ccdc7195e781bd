import type { OrderRecord } from '../../schema/change.ts'
import type { Complaint, Order, Refund } from '../../schema/records.ts'
import { type RuleSettings, readShopRules } from '../policies.ts'
import type { RuleContext } from '../rule-context.ts'

/** An invented shop for kitchen knives: product 1 a knife, 2 a board, 3 a pair of gloves that isn't taken back. */
export const settings: RuleSettings = {
  locale: 'en-GB',
  currency: 'EUR',
  categories: [
    { id: 'knives', name: 'Knives', singular: 'knife', aliases: [] },
    { id: 'boards', name: 'Cutting boards', singular: 'board', aliases: [] },
    { id: 'gloves', name: 'Gloves', singular: 'pair of gloves', aliases: [] },
  ],
  policies: {
    returns: {
      window_days: 14,
      excluded_categories: ['gloves'],
      excluded_reason: 'once worn',
      always_for: ['damaged', 'wrong_item'],
    },
    exchanges: { window_days: 30 },
    complaints: { report_days: 5 },
    delivery: { countries: ['Ireland', 'the United Kingdom'], po_boxes: false },
  },
}

type Policies = RuleSettings['policies']

/** The shop's settings with some policies otherwise. */
export const withPolicies = (changed: Policies): RuleSettings => ({
  ...settings,
  policies: {
    ...settings.policies,
    ...Object.fromEntries(
      Object.entries(changed).map(([topic, values]) => [topic, { ...settings.policies[topic], ...values }]),
    ),
  },
})

const products: Readonly<Record<number, { category: string; warranty_months: number }>> = {
  1: { category: 'knives', warranty_months: 24 },
  2: { category: 'boards', warranty_months: 0 },
  3: { category: 'gloves', warranty_months: 6 },
}

/** The rules at noon (UTC) of a day. */
export const on = (day: string, policies: Policies = {}): RuleContext => ({
  rules: readShopRules(withPolicies(policies)),
  productOf: (id) => products[id],
  now: `${day}T12:00:00.000Z`,
  day: (instant) => instant.slice(0, 10),
})

export const address = {
  name: 'Orla Byrne',
  line1: '4 Quay Street',
  city: 'Galway',
  postal_code: 'H91 A1B2',
  country: 'IE',
}

const items = [
  { product_id: 1, name: 'Chef Knife', quantity: 2, unit_price: 60 },
  { product_id: 2, name: 'Oak Board', quantity: 1, unit_price: 30 },
  { product_id: 3, name: 'Safety Gloves', quantity: 1, unit_price: 15 },
]

/** An order of all three products, delivered on 10 March 2026, paid with 170. */
export const delivered: Order = {
  number: 'KN-1',
  state: 'delivered',
  customer: { name: 'Orla Byrne', email: 'orla@mail.example' },
  address,
  items,
  delivery_fee: 5,
  total: 170,
  placed_at: '2026-03-02T09:00:00Z',
  expected_date: '2026-03-09',
  delivered_at: '2026-03-10T10:00:00Z',
}

const { delivered_at: _, ...undelivered } = delivered

export const processing: Order = { ...undelivered, state: 'processing' }
export const inTransit: Order = { ...undelivered, state: 'in_transit' }
export const cancelled: Order = {
  ...undelivered,
  state: 'cancelled',
  expected_date: null,
  cancelled_at: '2026-03-03T09:00:00Z',
}

/** An order that was paid as its items say, without a discount. */
export const orderOf = (changed: Partial<Order>): Order => {
  const order = { ...delivered, ...changed }
  const goods = order.items.reduce((sum, { unit_price, quantity }) => sum + unit_price * quantity, 0)
  return { ...order, total: Math.round((goods + order.delivery_fee - (order.discount ?? 0)) * 100) / 100 }
}

export const refund = (items: Refund['items'], changed: Partial<Refund> = {}): Refund => ({
  number: 'RE-1',
  order: 'KN-1',
  items,
  amount: 0,
  state: 'requested',
  reason: 'Not needed',
  created_at: '2026-03-11T10:00:00Z',
  updated_at: '2026-03-11T10:00:00Z',
  ...changed,
})

export const complaint = (changed: Partial<Complaint> = {}): Complaint => ({
  number: 'CO-1',
  order: 'KN-1',
  product_id: 1,
  state: 'open',
  reason: 'damaged',
  text: 'The blade is bent.',
  created_at: '2026-03-12T10:00:00Z',
  updated_at: '2026-03-12T10:00:00Z',
  ...changed,
})

export const recordOf = (order: Order, parts: Partial<OrderRecord> = {}): OrderRecord => ({
  version: 1,
  order,
  deliveries: [],
  complaints: [],
  refunds: [],
  ...parts,
})
