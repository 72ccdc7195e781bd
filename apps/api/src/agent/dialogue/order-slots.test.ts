import type { ListedOrder } from '@marketplace-agent/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Knowledge } from '../../knowledge.ts'
import { openTestKnowledge } from '../../testing/test-app.ts'
import { emptyFocus } from './conversation.ts'
import type { Filling, SlotView } from './filling.ts'
import { everythingFilling, itemsFilling, orderFilling, orderItemFilling } from './order-slots.ts'

let knowledge: Knowledge
beforeAll(async () => {
  knowledge = await openTestKnowledge()
})
afterAll(() => knowledge.close())

const [laptop, tablet, watch, hub, cable] = [1, 10, 12, 25, 30]

function order(
  number: string,
  state: ListedOrder['state'],
  items: readonly (readonly [number: number, quantity: number])[],
): ListedOrder {
  const nameOf = (id: number) => knowledge.shop.catalog.get(id)?.name ?? ''
  const day = '2026-01-05'
  return {
    number,
    state,
    placed_date: day,
    expected_date: day,
    delivered_date: state === 'delivered' ? day : null,
    items: items.map(([id, quantity]) => ({ product_id: id, name: nameOf(id), quantity })),
    total: 100,
  }
}

/** Newest first: one under way, one with three things, one with two of a kind. */
const orders = () => [
  order('ORD-1009', 'processing', [[laptop, 1]]),
  order('ORD-1005', 'delivered', [
    [tablet, 1],
    [hub, 2],
    [cable, 3],
  ]),
  order('ORD-1002', 'delivered', [[watch, 2]]),
]

/** A message as the one that adds to those before it. */
function view(message: string, more: Partial<SlotView> = {}, ...before: readonly string[]): SlotView {
  const clauseOf = (text: string) => {
    const [clause] = knowledge.understander.read(text).clauses.toReversed()
    if (clause === undefined) throw new Error(`“${text}” has no clause`)
    return clause
  }
  const { catalog } = knowledge.shop
  return {
    clause: clauseOf(message),
    focus: emptyFocus,
    catalog,
    orders: orders(),
    before: before.map(clauseOf),
    ...more,
  }
}

const valueOf = (filling: Filling) => (filling.found === 'values' ? filling.values[0] : null)

describe('the order meant', () => {
  it.each<[string, string | null]>([
    ['ORD-1002 please', 'ORD-1002'],
    ['return the hub', 'ORD-1005'],
    ['return the watch', 'ORD-1002'],
    ['cancel the second order', 'ORD-1005'],
    ['the third order', 'ORD-1002'],
    ['the fifth order', null],
    ['I want a refund', null],
    // In none of them: it is asked.
    ['return the TV', null],
  ])('%s: %s', (message, number) => {
    expect(valueOf(orderFilling(view(message)))).toBe(number)
  })

  it('is the only one that suits, or the one talked about', () => {
    expect(valueOf(orderFilling(view('cancel it', { suits: (state) => state === 'processing' })))).toBe('ORD-1009')
    expect(valueOf(orderFilling(view('return it', { focus: { ...emptyFocus, order: 'ORD-1002' } })))).toBe('ORD-1002')
    expect(
      orderFilling({
        ...view('where is it', { focus: { ...emptyFocus, order: 'ORD-9' } }),
        orders: undefined as never,
      }),
    ).toEqual({
      found: 'values',
      values: ['ORD-9'],
      from: 'focus',
    })
  })

  it('is the one named before, and stays it when an item is named by its place', () => {
    expect(valueOf(orderFilling(view('the hub', {}, 'return something of ORD-1005')))).toBe('ORD-1005')
    const focus = { ...emptyFocus, order: 'ORD-1005' }
    expect(valueOf(orderFilling(view('the third one', { focus, askedFor: ['items'] }, 'I want a refund')))).toBe(
      'ORD-1005',
    )
  })
})

describe('the items of an order', () => {
  const of = 'something of ORD-1005'
  const only = (...ids: readonly number[]) => ids.map((product_id) => ({ product_id }))

  it.each<[string, readonly object[] | null]>([
    ['return the hub', only(hub)],
    ['the USB-C Cable and the tablet', only(cable, tablet)],
    ['everything except the tablet', only(hub, cable)],
    ['all but the cable', only(tablet, hub)],
    ['keep the hub, return the rest', only(tablet, cable)],
    ['I keep the hub and the tablet', only(cable)],
    ['two of the hubs', [{ product_id: hub, quantity: 2 }]],
    ['two of the cables and the hub', [{ product_id: cable, quantity: 2 }, { product_id: hub }]],
    ['the tablet and 1 hub', [{ product_id: tablet }, { product_id: hub, quantity: 1 }]],
    ['the hub, just one of them', [{ product_id: hub, quantity: 1 }]],
    ['not the tablet, the hub', only(hub)],
    // What isn't in the order is passed on as it was named: the rule says so.
    ['return the X1 laptop', only(laptop)],
    ['everything', null],
    ['I want a refund', null],
  ])('%s', (message, wanted) => {
    expect(valueOf(itemsFilling(view(message, {}, of)))).toEqual(wanted)
  })

  it.each<[string, readonly object[] | null]>([
    ['the second one', only(hub)],
    ['the last one', only(cable)],
    ['the first two', only(tablet, hub)],
    ['the fourth one', null],
  ])('by their place, where they were asked for: %s', (message, wanted) => {
    expect(valueOf(itemsFilling(view(message, { askedFor: ['items'] }, of)))).toEqual(wanted)
    expect(valueOf(itemsFilling(view(message, {}, of)))).toBeNull()
  })

  it('are counted in an order of one kind of thing', () => {
    expect(valueOf(itemsFilling(view('one of them', {}, 'a refund for ORD-1002')))).toEqual([
      { product_id: watch, quantity: 1 },
    ])
    expect(valueOf(itemsFilling(view('both', {}, 'a refund for ORD-1002')))).not.toEqual([
      { product_id: watch, quantity: 1 },
    ])
  })

  it('said anew stand for all that was said of them', () => {
    expect(valueOf(itemsFilling(view('no, only the hub', {}, 'return everything', of)))).toEqual(only(hub))
    expect(valueOf(everythingFilling(view('no, only the hub', {}, 'return everything', of)))).toBeNull()
    expect(valueOf(everythingFilling(view('ok, all of it', {}, 'return the hub', of)))).toBe(true)
    expect(valueOf(itemsFilling(view('ok, all of it', {}, 'return the hub', of)))).toBeNull()
  })

  it('one of them is what a complaint is about; a kind that is not there is none', () => {
    expect(valueOf(orderItemFilling(view('the hub is broken', {}, of)))).toBe(hub)
    expect(valueOf(orderItemFilling(view('your phone service is bad', {}, of)))).toBeNull()
  })

  it('of an order that is not the customer’s are nothing', () => {
    expect(valueOf(itemsFilling(view('the hub', {}, 'something of ORD-7777')))).toBeNull()
  })
})
