import { describe, expect, it } from 'vitest'
import type { OrderRecord } from '../schema/change.ts'
import type { Refund } from '../schema/records.ts'
import { readShopRules } from './policies.ts'
import { refundOptions } from './refund-options.ts'
import { type RefundWish, refundVerdict } from './refund-rules.ts'
import {
  cancelled,
  complaint,
  delivered,
  inTransit,
  on,
  orderOf,
  processing,
  recordOf,
  refund,
  settings,
} from './testing/order-records.ts'

const knife = (quantity = 1) => ({ product_id: 1, quantity })
const board = { product_id: 2, quantity: 1 }
const gloves = { product_id: 3, quantity: 1 }
const order = 'KN-1'

const topicOf: Readonly<Record<string, string>> = {
  cancelled: 'when is the money of a cancelled order free again',
  not_delivered: 'how do I return something',
  already_refunded: 'when do I get my money back',
  excluded_category: 'Gloves can not be returned',
  return_window: 'how long can I return an item',
}

const refusals: readonly [
  name: string,
  record: OrderRecord,
  wish: RefundWish,
  day: string,
  rule: string,
  values: object,
  alternatives: string[],
][] = [
  [
    'nothing while it is being packed',
    recordOf(processing),
    [knife()],
    '2026-03-03',
    'not_delivered',
    { order, state: 'processing', expected_date: '2026-03-09' },
    ['cancel_order', 'send_back_after_delivery'],
  ],
  [
    'nothing on its way',
    recordOf(inTransit),
    'all',
    '2026-03-08',
    'not_delivered',
    { order, state: 'in_transit', expected_date: '2026-03-09' },
    ['send_back_after_delivery'],
  ],
  [
    'nothing overdue',
    recordOf(inTransit),
    'all',
    '2026-03-10',
    'not_delivered',
    { order, state: 'in_transit', expected_date: '2026-03-09' },
    ['report_late', 'send_back_after_delivery'],
  ],
  [
    'nothing of a cancelled order',
    recordOf(cancelled),
    'all',
    '2026-03-08',
    'cancelled',
    { order, cancelled: '2026-03-03' },
    ['contact'],
  ],
  [
    'what was never bought',
    recordOf(delivered),
    [{ product_id: 9, quantity: 1 }],
    '2026-03-11',
    'not_in_order',
    { order, product_id: 9 },
    ['contact'],
  ],
  ['no units', recordOf(delivered), [knife(0)], '2026-03-11', 'nothing_wanted', { order }, ['contact']],
  ['half a unit', recordOf(delivered), [knife(0.5)], '2026-03-11', 'nothing_wanted', { order }, ['contact']],
  ['an empty wish', recordOf(delivered), [], '2026-03-11', 'nothing_wanted', { order }, ['contact']],
  [
    'more than was bought',
    recordOf(delivered),
    [knife(3)],
    '2026-03-11',
    'more_than_bought',
    { order, product: 'Chef Knife', bought: 2, wanted: 3 },
    ['return_item', 'contact'],
  ],
  [
    'more than was bought, named twice',
    recordOf(delivered),
    [knife(2), knife()],
    '2026-03-11',
    'more_than_bought',
    { order, product: 'Chef Knife', bought: 2, wanted: 3 },
    ['return_item', 'contact'],
  ],
  [
    'more than is left',
    recordOf(delivered, { refunds: [refund([knife()])] }),
    [knife(2)],
    '2026-03-11',
    'already_refunded',
    { order, product: 'Chef Knife', bought: 2, left: 1, refund: 'RE-1' },
    ['return_item', 'contact'],
  ],
  [
    'what was paid back',
    recordOf(delivered, { refunds: [refund([board], { state: 'paid', amount: 30 })] }),
    [board],
    '2026-03-11',
    'already_refunded',
    { order, product: 'Oak Board', bought: 1, left: 0, refund: 'RE-1' },
    ['contact'],
  ],
  [
    'an excluded category',
    recordOf(delivered),
    [gloves],
    '2026-03-11',
    'excluded_category',
    { order, product: 'Safety Gloves', category: 'Gloves', reason: 'once worn' },
    ['warranty_claim', 'complaint', 'contact'],
  ],
  [
    'the day after the last',
    recordOf(delivered),
    [knife()],
    '2026-03-25',
    'return_window',
    { order, product: 'Chef Knife', delivered: '2026-03-10', last_day: '2026-03-24', window_days: 14 },
    ['exchange', 'warranty_claim', 'contact'],
  ],
  [
    'after exchange and warranty',
    recordOf(delivered),
    [board],
    '2026-06-01',
    'return_window',
    { order, product: 'Oak Board', delivered: '2026-03-10', last_day: '2026-03-24', window_days: 14 },
    ['contact'],
  ],
  [
    'several at once, told together',
    recordOf(delivered),
    [knife(), board],
    '2026-03-25',
    'return_window',
    { order, product: 'Chef Knife and Oak Board', delivered: '2026-03-10', last_day: '2026-03-24', window_days: 14 },
    ['exchange', 'contact'],
  ],
  [
    'one that may and one that may not',
    recordOf(delivered),
    [knife(), gloves],
    '2026-03-11',
    'excluded_category',
    { order, product: 'Safety Gloves', category: 'Gloves', reason: 'once worn' },
    ['warranty_claim', 'complaint', 'contact'],
  ],
  [
    'what was a gift',
    recordOf(orderOf({ items: [{ product_id: 1, name: 'Chef Knife', quantity: 1, unit_price: 0 }] })),
    [knife()],
    '2026-03-11',
    'nothing_paid',
    { order, product: 'Chef Knife' },
    ['contact'],
  ],
  ['one and a half units', recordOf(delivered), [knife(1.5)], '2026-03-11', 'nothing_wanted', { order }, ['contact']],
  [
    'what is on its way again',
    recordOf({ ...delivered, state: 'in_transit' }),
    [knife()],
    '2026-03-11',
    'not_delivered',
    { order, state: 'in_transit', expected_date: '2026-03-09' },
    ['report_late', 'send_back_after_delivery'],
  ],
  [
    'the last day of the warranty',
    recordOf(delivered),
    [knife()],
    '2028-03-10',
    'return_window',
    { order, product: 'Chef Knife', delivered: '2026-03-10', last_day: '2026-03-24', window_days: 14 },
    ['warranty_claim', 'contact'],
  ],
  [
    'the day after the warranty',
    recordOf(delivered),
    [knife()],
    '2028-03-11',
    'return_window',
    { order, product: 'Chef Knife', delivered: '2026-03-10', last_day: '2026-03-24', window_days: 14 },
    ['contact'],
  ],
  [
    'more than was bought, after the window',
    recordOf(delivered),
    [knife(3)],
    '2026-03-25',
    'more_than_bought',
    { order, product: 'Chef Knife', bought: 2, wanted: 3 },
    ['contact'],
  ],
]

describe('a refund is refused for', () => {
  it.each(refusals)('%s', (_name, record, wish, day, rule, values, alternatives) => {
    const verdict = refundVerdict(record, wish, on(day))
    expect(verdict).toMatchObject({ allowed: false, rule, policyTopic: topicOf[rule] ?? null })
    expect(verdict.allowed ? null : [verdict.values, verdict.alternatives]).toEqual([values, alternatives])
  })

  it('what a shop without a return window sold', () => {
    const context = on('2026-03-11')
    const rules = { ...context.rules, returns: { ...context.rules.returns, windowDays: null } }
    expect(refundVerdict(recordOf(delivered), [knife()], { ...context, rules })).toMatchObject({ rule: 'no_returns' })
  })

  it('costs that are all that would come back', () => {
    expect(refundVerdict(recordOf(delivered), [board], on('2026-03-11', { returns: { cost: 30 } }))).toMatchObject({
      rule: 'costs_exceed',
      values: { order, product: 'Oak Board', amount: 30, costs: 30 },
    })
  })
})

describe('a refund brings', () => {
  it.each<[name: string, record: OrderRecord, wish: RefundWish, policies: Parameters<typeof on>[1], amount: number]>([
    ['the price', recordOf(delivered), [knife()], {}, 60],
    ['the price on the last day', recordOf({ ...delivered, delivered_at: '2026-02-25T10:00:00Z' }), [knife()], {}, 60],
    ['the price of two', recordOf(delivered), [knife(2), board], {}, 150],
    ['all but what is excluded', recordOf(delivered), 'all', {}, 150],
    ['what is left', recordOf(delivered, { refunds: [refund([knife()], { amount: 60 })] }), 'all', {}, 90],
    [
      'what was rejected before',
      recordOf(delivered, { refunds: [refund([knife(2)], { amount: 120, state: 'rejected' })] }),
      [knife(2)],
      {},
      120,
    ],
    ['less the restocking fee', recordOf(delivered), [knife()], { returns: { restocking_fee_percent: 12.5 } }, 52.5],
    ['less the cost of the return, once', recordOf(delivered), [knife(2), board], { returns: { cost: 6.9 } }, 143.1],
    [
      'no delivery fee while something is left',
      recordOf(delivered),
      'all',
      { returns: { delivery_fee_refunded: true } },
      150,
    ],
    [
      'the delivery fee with the last of it',
      recordOf(delivered),
      'all',
      { returns: { delivery_fee_refunded: true, excluded_categories: [] } },
      170,
    ],
    ['its share of the discount less', recordOf(orderOf({ discount: 16.5 })), [knife()], {}, 54],
    [
      'nothing for a discount above the goods but the delivery',
      recordOf(orderOf({ discount: 167 })),
      'all',
      { returns: { delivery_fee_refunded: true, excluded_categories: [] } },
      3,
    ],
    [
      'no more than is left of what was paid',
      recordOf(delivered, { refunds: [refund([gloves], { amount: 150 })] }),
      [knife()],
      {},
      20,
    ],
    [
      'a category by its name',
      recordOf(delivered),
      'all',
      { returns: { excluded_categories: ['cutting boards', 'Gloves'] } },
      120,
    ],
  ])('%s', (_name, record, wish, policies, amount) => {
    expect(refundVerdict(record, wish, on('2026-03-11', policies))).toMatchObject({ allowed: true, amount })
  })

  it('says what of the order stays out, and why', () => {
    expect(refundVerdict(recordOf(delivered), 'all', on('2026-03-11'))).toMatchObject({
      items: [
        { product_id: 1, quantity: 2, amount: 120 },
        { product_id: 2, quantity: 1, amount: 30 },
      ],
      leftOut: [{ product_id: 3, name: 'Safety Gloves', refusal: { rule: 'excluded_category' } }],
    })
  })

  it('takes the lines of a product together', () => {
    const lines = [
      { product_id: 1, name: 'Chef Knife', quantity: 1, unit_price: 60 },
      { product_id: 1, name: 'Chef Knife', quantity: 1, unit_price: 40 },
    ]
    const record = recordOf(orderOf({ items: lines }), { refunds: [refund([knife()], { amount: 60 })] })
    expect(refundVerdict(record, [knife()], on('2026-03-11'))).toMatchObject({ amount: 40 })
  })

  it.each([
    ['JPY', 100, 100, [67, 66, 67]],
    ['KWD', 1, 1, [0.667, 0.666, 0.667]],
    ['USD', 1, 1, [0.67, 0.66, 0.67]],
  ])('the minor units of %s', (currency, unit_price, discount, amounts) => {
    const items = [{ product_id: 1, name: 'Chef Knife', quantity: 3, unit_price }]
    const order = { ...delivered, items, discount, delivery_fee: 0, total: 3 * unit_price - discount }
    const context = { ...on('2026-03-11'), rules: readShopRules({ ...settings, currency }) }
    const refunds: Refund[] = []
    for (const amount of amounts) {
      const verdict = refundVerdict(recordOf(order, { refunds }), [knife()], context)
      expect(verdict).toMatchObject({ allowed: true, amount })
      refunds.push(refund([knife()], { amount }))
    }
  })
})

describe('what is on file about an item', () => {
  const late = '2026-03-30'
  it.each<[name: string, parts: Partial<OrderRecord>, wish: RefundWish, allowed: boolean]>([
    ['lifts the window', { complaints: [complaint()] }, [knife()], true],
    ['lifts an exclusion', { complaints: [complaint({ product_id: 3 })] }, [gloves], true],
    [
      'on the last day to report it',
      { complaints: [complaint({ created_at: '2026-03-15T23:00:00Z' })] },
      [knife()],
      true,
    ],
    ['not the day after', { complaints: [complaint({ created_at: '2026-03-16T00:00:00Z' })] }, [knife()], false],
    ['not for another item', { complaints: [complaint()] }, [board], false],
    ['not for another reason', { complaints: [complaint({ reason: 'service' })] }, [knife()], false],
    ['not when it is closed', { complaints: [complaint({ state: 'closed' })] }, [knife()], false],
    [
      'not when it was settled otherwise',
      { complaints: [complaint({ state: 'resolved', remedy: 'repair' })] },
      [knife()],
      false,
    ],
    [
      'when it was settled by money back',
      { complaints: [complaint({ state: 'resolved', remedy: 'money_back' })] },
      [knife()],
      true,
    ],
    ['not for more than was bought', { complaints: [complaint()] }, [knife(3)], false],
  ])('%s', (_name, parts, wish, allowed) => {
    expect(refundVerdict(recordOf(delivered, parts), wish, on(late)).allowed).toBe(allowed)
  })

  it('lifts the costs of that item', () => {
    const policies = { returns: { cost: 6.9, restocking_fee_percent: 10 } }
    const record = recordOf(delivered, { complaints: [complaint()] })
    expect(refundVerdict(record, [knife()], on('2026-03-13', policies))).toMatchObject({
      rule: 'always_for',
      amount: 60,
      returnCost: 0,
    })
    expect(refundVerdict(record, [knife(), board], on('2026-03-13', policies))).toMatchObject({
      rule: 'return_window',
      restockingFee: 3,
      amount: 80.1,
    })
  })

  it('is nothing for a shop that names no reasons', () => {
    const record = recordOf(delivered, { complaints: [complaint()] })
    expect(refundVerdict(record, [knife()], on(late, { returns: { always_for: [] } })).allowed).toBe(false)
  })

  it('counts whenever it was reported where the shop sets no days', () => {
    const context = on(late)
    const rules = { ...context.rules, complaints: { reportDays: null } }
    const record = recordOf(delivered, { complaints: [complaint({ created_at: '2026-03-29T00:00:00Z' })] })
    expect(refundVerdict(record, [knife()], { ...context, rules }).allowed).toBe(true)
  })
})

describe('refund options', () => {
  it('tell of each item and of the whole order', () => {
    const refunds = [
      refund([knife()], { amount: 60, number: 'RE-2' }),
      refund([board], { amount: 30, state: 'paid' }),
      refund([knife(2)], { amount: 120, state: 'rejected', number: 'RE-3' }),
    ]
    const options = refundOptions(recordOf(delivered, { refunds }), on('2026-03-11'))
    expect(options).toMatchObject({
      lastDay: '2026-03-24',
      paid: 170,
      refunded: 30,
      pending: 60,
      verdict: { allowed: true, amount: 60 },
      items: [
        {
          product_id: 1,
          bought: 2,
          refunded: 0,
          pending: 1,
          left: 1,
          unitAmount: 60,
          amount: 60,
          verdict: { allowed: true },
        },
        {
          product_id: 2,
          bought: 1,
          refunded: 1,
          pending: 0,
          left: 0,
          unitAmount: 0,
          amount: 0,
          verdict: { rule: 'already_refunded' },
        },
        { product_id: 3, bought: 1, left: 1, verdict: { rule: 'excluded_category' } },
      ],
    })
  })

  it('have no last day before delivery', () => {
    expect(refundOptions(recordOf(inTransit), on('2026-03-11'))).toMatchObject({
      lastDay: null,
      verdict: { rule: 'not_delivered' },
    })
  })
})
