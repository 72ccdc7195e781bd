import { describe, expect, it } from 'vitest'
import { cancelVerdict } from './cancel-rules.ts'
import { cancelled, delivered, inTransit, on, orderOf, processing, recordOf, refund } from './testing/order-records.ts'

const order = 'KN-1'

describe('cancelling', () => {
  it('brings back all that was paid', () => {
    expect(cancelVerdict(recordOf(processing), on('2026-03-03'))).toEqual({
      allowed: true,
      rule: 'not_shipped',
      amount: 170,
      fee: 0,
    })
  })

  it.each([
    ['less the fee', processing, 4.99, 165.01, 4.99],
    [
      'never less than nothing',
      {
        ...orderOf({ items: [{ product_id: 1, name: 'Chef Knife', quantity: 1, unit_price: 1 }], delivery_fee: 0 }),
        state: 'processing' as const,
      },
      5,
      0,
      1,
    ],
  ])('%s', (_name, placed, fee, amount, kept) => {
    expect(cancelVerdict(recordOf(placed), on('2026-03-03', { cancellation: { fee } }))).toMatchObject({
      amount,
      fee: kept,
    })
  })

  it('less what was refunded before', () => {
    const refunds = [refund([{ product_id: 2, quantity: 1 }], { amount: 30 })]
    expect(cancelVerdict(recordOf(processing, { refunds }), on('2026-03-03'))).toMatchObject({ amount: 140 })
  })

  it.each([
    [
      'a cancelled order',
      cancelled,
      '2026-03-04',
      'already_cancelled',
      { order, cancelled: '2026-03-03' },
      ['contact'],
    ],
    [
      'what is on its way',
      inTransit,
      '2026-03-04',
      'already_shipped',
      { order, state: 'in_transit' },
      ['send_back_after_delivery', 'contact'],
    ],
    [
      'what was delivered',
      delivered,
      '2026-03-11',
      'already_shipped',
      { order, state: 'delivered' },
      ['return_item', 'contact'],
    ],
    [
      'what was delivered long ago',
      delivered,
      '2026-03-25',
      'already_shipped',
      { order, state: 'delivered' },
      ['exchange', 'contact'],
    ],
  ])('is refused for %s', (_name, placed, day, rule, values, alternatives) => {
    expect(cancelVerdict(recordOf(placed), on(day))).toMatchObject({ allowed: false, rule, values, alternatives })
  })

  it('is refused after the hours that the shop names', () => {
    const policies = { cancellation: { within_hours: 27 } }
    expect(cancelVerdict(recordOf(processing), on('2026-03-03', policies)).allowed).toBe(true)
    expect(cancelVerdict(recordOf(processing), on('2026-03-04', policies))).toMatchObject({
      rule: 'cancellation_window',
      values: { order, until: '2026-03-03T12:00:00.000Z', hours: 27 },
    })
  })
})
