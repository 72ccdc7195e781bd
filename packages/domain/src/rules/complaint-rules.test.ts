import { describe, expect, it } from 'vitest'
import { complaintVerdict } from './complaint-rules.ts'
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
} from './testing/order-records.ts'

const order = 'KN-1'
const today = on('2026-03-12')

describe('a complaint', () => {
  it.each([
    ['about an item', delivered, { reason: 'damaged', product_id: 2 }, 2],
    ['about the order', delivered, { reason: 'damaged' }, null],
    ['about the delivery', inTransit, { reason: 'late' }, null],
    ['about the service', cancelled, { reason: 'service' }, null],
    [
      'about the only item',
      orderOf({ items: [{ product_id: 3, name: 'Safety Gloves', quantity: 2, unit_price: 15 }] }),
      { reason: 'defective' },
      3,
    ],
    [
      'about the service, of one item',
      orderOf({ items: [{ product_id: 3, name: 'Safety Gloves', quantity: 2, unit_price: 15 }] }),
      { reason: 'service' },
      null,
    ],
  ] as const)('%s', (_name, placed, wish, productId) => {
    expect(complaintVerdict(recordOf(placed), wish, today)).toEqual({
      allowed: true,
      rule: 'own_order',
      productId,
      moneyBack: null,
    })
  })

  it.each([
    [
      'what is not in the order',
      delivered,
      { reason: 'damaged', product_id: 9 },
      'not_in_order',
      { order, product_id: 9 },
      ['contact'],
    ],
    [
      'damage before it has shipped',
      processing,
      { reason: 'damaged', product_id: 1 },
      'not_shipped',
      { order, state: 'processing', reason: 'damaged' },
      ['cancel_order', 'contact'],
    ],
    [
      'damage to what was cancelled',
      cancelled,
      { reason: 'damaged' },
      'not_shipped',
      { order, state: 'cancelled', reason: 'damaged' },
      ['contact'],
    ],
    [
      'what is open already',
      delivered,
      { reason: 'damaged', product_id: 1 },
      'already_complained',
      { order, complaint: 'CO-1', state: 'open', reason: 'damaged', product: 'Chef Knife' },
      ['contact'],
    ],
    [
      'what is open about the order',
      delivered,
      { reason: 'late' },
      'already_complained',
      { order, complaint: 'CO-2', state: 'in_review', reason: 'late' },
      ['contact'],
    ],
  ] as const)('is refused for %s', (_name, placed, wish, rule, values, alternatives) => {
    const { product_id: _, ...general } = complaint({ number: 'CO-2', reason: 'late', state: 'in_review' })
    const verdict = complaintVerdict(recordOf(placed, { complaints: [complaint(), general] }), wish, today)
    expect(verdict).toMatchObject({ allowed: false, rule, values, alternatives })
  })

  it.each([
    ['for another reason', complaint({ reason: 'defective' })],
    ['about another item', complaint({ product_id: 2 })],
    ['that is settled', complaint({ state: 'resolved' })],
    ['that is closed', complaint({ state: 'closed' })],
  ])('is filed beside one %s', (_name, other) => {
    expect(
      complaintVerdict(recordOf(delivered, { complaints: [other] }), { reason: 'damaged', product_id: 1 }, today)
        .allowed,
    ).toBe(true)
  })

  it.each([
    [
      'by the complaint itself',
      { reason: 'damaged', product_id: 3 },
      '2026-03-15',
      { allowed: true, rule: 'always_for', amount: 15 },
    ],
    [
      'in the return window',
      { reason: 'other', product_id: 1 },
      '2026-03-15',
      { allowed: true, rule: 'return_window', amount: 120 },
    ],
    [
      'not once that is closed',
      { reason: 'other', product_id: 1 },
      '2026-04-15',
      { allowed: false, rule: 'return_window' },
    ],
    [
      'not of what was refunded',
      { reason: 'damaged', product_id: 2 },
      '2026-03-15',
      { allowed: false, rule: 'already_refunded' },
    ],
  ] as const)('says whether money back is possible: %s', (_name, wish, day, moneyBack) => {
    const refunds = [refund([{ product_id: 2, quantity: 1 }], { amount: 30 })]
    const verdict = complaintVerdict(recordOf(delivered, { refunds }), { ...wish, remedy: 'money_back' }, on(day))
    expect(verdict).toMatchObject({ allowed: true, moneyBack })
  })
})
