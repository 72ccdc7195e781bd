import { type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { describe, expect, it } from 'vitest'
import type { Delivery } from '../schema/records.ts'
import { Complaint, Delivery as DeliverySchema, Order, Refund, recordComponents } from '../schema/records.ts'
import { cancelOrder, changeAddress, fileComplaint, startRefund } from './apply.ts'
import { address, cancelled, delivered, inTransit, processing, recordOf } from './testing/order-records.ts'

const at = '2026-03-11T08:00:00.123Z'
const whole = '2026-03-11T08:00:00Z'
const fits = (schema: TSchema, record: unknown) => Value.Check(Type.Unsafe(schema), [...recordComponents], record)

describe('the changes of', () => {
  it('cancelling an order', () => {
    const changes = cancelOrder(recordOf(processing), { at, note: 'Cancelled' })
    expect(changes).toEqual([
      {
        record: 'order',
        before: processing,
        after: { ...processing, state: 'cancelled', expected_date: null, cancelled_at: whole },
      },
    ])
    expect(fits(Order, changes[0]?.after)).toBe(true)
  })

  it('cancelling an order that has a parcel', () => {
    const parcel: Delivery = {
      tracking_number: 'T1',
      order: processing.number,
      carrier: 'Kestrel',
      state: 'processing',
      expected_date: '2026-03-09',
      events: [],
    }
    const [, change] = cancelOrder(recordOf(processing, { deliveries: [parcel] }), { at, note: 'Cancelled' })
    expect(change).toEqual({
      record: 'delivery',
      before: parcel,
      after: {
        ...parcel,
        state: 'cancelled',
        expected_date: null,
        events: [{ at: whole, state: 'cancelled', note: 'Cancelled' }],
      },
    })
    expect(fits(DeliverySchema, change?.after)).toBe(true)
  })

  it('another address', () => {
    const other = { ...address, line1: '9 Mill Road' }
    expect(changeAddress(recordOf(processing), { address: other })).toEqual([
      { record: 'order', before: processing, after: { ...processing, address: other } },
    ])
  })

  it('a refund', () => {
    const items = [{ product_id: 1, name: 'Chef Knife', quantity: 2, amount: 120 }]
    const changes = startRefund(
      recordOf(delivered),
      { items, amount: 113.1 },
      { number: 'RE-9', reason: 'Too heavy', at },
    )
    expect(changes).toEqual([
      {
        record: 'refund',
        before: null,
        after: {
          number: 'RE-9',
          order: 'KN-1',
          items: [{ product_id: 1, quantity: 2 }],
          amount: 113.1,
          state: 'requested',
          reason: 'Too heavy',
          created_at: whole,
          updated_at: whole,
        },
      },
    ])
    expect(fits(Refund, changes[0]?.after)).toBe(true)
  })

  it('a complaint', () => {
    const filed = { number: 'CO-9', reason: 'damaged', text: 'The blade is bent.', at } as const
    const about = fileComplaint(recordOf(delivered), { ...filed, productId: 1, remedy: 'repair' })
    const general = fileComplaint(recordOf(delivered), { ...filed, productId: null })
    expect(about[0]?.after).toEqual({
      number: 'CO-9',
      order: 'KN-1',
      product_id: 1,
      state: 'open',
      reason: 'damaged',
      text: 'The blade is bent.',
      remedy: 'repair',
      created_at: whole,
      updated_at: whole,
    })
    expect([...about, ...general].every(({ after }) => fits(Complaint, after))).toBe(true)
    expect(general[0]?.after).not.toHaveProperty('product_id')
  })
})

describe('a slip of the caller changes nothing:', () => {
  it.each([inTransit, delivered, cancelled])('an order that is $state', (order) => {
    expect(() => cancelOrder(recordOf(order), { at, note: 'Cancelled' })).toThrow('not in a state')
    expect(() => changeAddress(recordOf(order), { address })).toThrow('not in a state')
  })
})
