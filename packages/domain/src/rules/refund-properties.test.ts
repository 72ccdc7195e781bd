import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrderRecord } from '../schema/change.ts'
import { type Order, type Refund, refundStates } from '../schema/records.ts'
import { addDays } from './calendar.ts'
import { startRefund } from './apply.ts'
import { readShopRules } from './policies.ts'
import { refundOptions } from './refund-options.ts'
import { refundVerdict } from './refund-rules.ts'
import type { RuleContext } from './rule-context.ts'
import { canMove } from './state-machine.ts'
import { complaint, delivered, on, recordOf, settings } from './testing/order-records.ts'

interface Money {
  readonly currency: string
  readonly factor: number
}
const money: readonly Money[] = [
  { currency: 'USD', factor: 100 },
  { currency: 'JPY', factor: 1 },
  { currency: 'KWD', factor: 1000 },
]

/** Any order that was paid with what its lines, its delivery and its discount make. Lines may repeat a product. */
const orders = ({ factor }: Money): fc.Arbitrary<Order> =>
  fc
    .record({
      lines: fc.array(
        fc.record({
          product_id: fc.integer({ min: 1, max: 3 }),
          quantity: fc.integer({ min: 1, max: 4 }),
          price: fc.integer({ min: 0, max: 5_000_000_00 }),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      fee: fc.integer({ min: 0, max: 2000 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ lines, fee, part }) => {
      const goods = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
      const discount = Math.floor((goods + fee) * part)
      return {
        ...delivered,
        items: lines.map(({ price, ...line }) => ({
          ...line,
          name: `Product ${line.product_id}`,
          unit_price: price / factor,
        })),
        delivery_fee: fee / factor,
        discount: discount / factor,
        total: (goods + fee - discount) / factor,
      }
    })

const terms = fc.record({
  restocking_fee_percent: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 100, noNaN: true })),
  cost: fc.integer({ min: 0, max: 20 }),
  delivery_fee_refunded: fc.boolean(),
})

const wishes = fc.oneof(
  fc.constant('all' as const),
  fc.array(fc.record({ product_id: fc.integer({ min: 1, max: 4 }), quantity: fc.integer({ min: 0, max: 5 }) }), {
    maxLength: 3,
  }),
)

/** A step: a wish on a day, or the shop moving one of the refunds on. */
const steps = fc.array(
  fc.oneof(
    fc.record({ wish: wishes, day: fc.integer({ min: 0, max: 20 }) }),
    fc.record({ refund: fc.nat(20), to: fc.constantFrom(...refundStates) }),
  ),
  { maxLength: 25 },
)

const anyCase = fc
  .constantFrom(...money)
  .chain((one) => fc.record({ money: fc.constant(one), order: orders(one), terms, damaged: fc.boolean() }))

const contextOf = (currency: string, returns: object, day = '2026-03-11'): RuleContext => ({
  ...on(day),
  rules: readShopRules({
    ...settings,
    currency,
    policies: { ...settings.policies, returns: { ...settings.policies['returns'], ...returns } },
  }),
})

const bought = ({ items }: Order, id: number) =>
  items.reduce((sum, { product_id, quantity }) => sum + (product_id === id ? quantity : 0), 0)

/** Written apart from the rules: what all refunds that stand come to. */
function sums(refunds: readonly Refund[], factor: number) {
  const units = new Map<number, number>()
  let amount = 0n
  for (const { state, items, amount: sum } of refunds) {
    if (state === 'rejected') continue
    amount += BigInt(Math.round(sum * factor))
    for (const { product_id, quantity } of items) units.set(product_id, (units.get(product_id) ?? 0) + quantity)
  }
  return { units, amount }
}

describe('over any sequence of refunds', () => {
  it('no more units come back than were bought, and no more money than was paid; a refused wish changes nothing', () => {
    fc.assert(
      fc.property(anyCase, steps, ({ money: { currency, factor }, order, terms: returns, damaged }, sequence) => {
        let record: OrderRecord = recordOf(order, { complaints: damaged ? [complaint()] : [] })
        for (const [place, step] of sequence.entries()) {
          if ('to' in step) {
            const refund = record.refunds[step.refund]
            if (refund === undefined || !canMove('refund', refund.state, step.to)) continue
            record = { ...record, refunds: record.refunds.with(step.refund, { ...refund, state: step.to }) }
            continue
          }
          const context = contextOf(currency, returns, addDays('2026-03-10', step.day))
          const before = structuredClone(record)
          const verdict = refundVerdict(record, step.wish, context)
          expect(record).toEqual(before)
          if (!verdict.allowed) continue
          const parts = verdict.items.reduce(
            (sum, { amount }) => sum + amount,
            verdict.deliveryFee - verdict.returnCost,
          )
          expect(Math.round(parts * factor)).toBe(Math.round(verdict.amount * factor))
          expect(verdict.amount).toBeGreaterThan(0)
          const change = startRefund(record, verdict, {
            number: `RE-${place}`,
            reason: 'Not needed',
            at: context.now,
          })[0]
          if (change?.record !== 'refund') throw new Error('No refund was started')
          record = { ...record, refunds: [change.after, ...record.refunds] }
          const { units, amount } = sums(record.refunds, factor)
          expect(amount <= BigInt(Math.round(order.total * factor))).toBe(true)
          for (const [id, count] of units) expect(count).toBeLessThanOrEqual(bought(order, id))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('one unit at a time or all at once, exactly what was paid comes back', () => {
    const generous = { excluded_categories: [], delivery_fee_refunded: true }
    fc.assert(
      fc.property(
        anyCase,
        fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
        ({ money: { currency, factor }, order }, picks) => {
          const context = contextOf(currency, generous)
          const units = order.items.flatMap(({ product_id, quantity }) =>
            Array.from({ length: quantity }, () => product_id),
          )
          let record = recordOf(order)
          const pick = picks[Symbol.iterator]()
          while (units.length > 0) {
            const [product_id = 0] = units.splice((pick.next().value ?? 0) % units.length, 1)
            const verdict = refundVerdict(record, [{ product_id, quantity: 1 }], context)
            const amount = verdict.allowed ? verdict.amount : 0
            if (!verdict.allowed) expect(verdict.rule).toBe('nothing_paid')
            const one: Refund = {
              number: 'RE',
              order: order.number,
              items: [{ product_id, quantity: 1 }],
              amount,
              state: 'paid',
              reason: '',
              created_at: context.now,
              updated_at: context.now,
            }
            record = { ...record, refunds: [one, ...record.refunds] }
          }
          const paid = BigInt(Math.round(order.total * factor))
          expect(sums(record.refunds, factor).amount).toBe(paid)
          const atOnce = refundVerdict(recordOf(order), 'all', context)
          expect(atOnce.allowed ? BigInt(Math.round(atOnce.amount * factor)) : 0n).toBe(paid)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('once the window has closed it stays closed', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.nat(60),
        fc.nat(60),
        fc.boolean(),
        ({ money: { currency }, order, terms: returns }, one, other, reported) => {
          const record = recordOf(order, { complaints: reported ? [complaint({ product_id: 2 })] : [] })
          const [earlier, later] = [Math.min(one, other), Math.max(one, other)].map(
            (days) => refundOptions(record, contextOf(currency, returns, addDays('2026-03-10', days))).items,
          )
          const reopened = later?.filter(({ verdict }, place) => verdict.allowed && !earlier?.[place]?.verdict.allowed)
          expect(reopened).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })
})
