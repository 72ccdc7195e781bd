import type { ReturnOptionsCard } from '@marketplace-agent/api-client'
import { describe, expect, test } from 'vitest'
import { amountOf, everythingOf, wishOf } from './return-wish.ts'

const item = (product_id: number, left: number, amount: number) => ({
  product_id,
  name: `Product ${product_id}`,
  bought: left,
  left,
  allowed: left > 0,
  rule: 'return_window',
  reason: null,
  amount,
})
/** The shop keeps 5 of whatever comes back. */
const card: ReturnOptionsCard = {
  kind: 'return_options',
  order_number: 'A-1',
  last_date: '2026-03-01',
  items: [item(1, 2, 20), item(2, 1, 15), item(3, 0, 0)],
  amount: 30,
}

describe('what goes back', () => {
  test('is everything that may', () => {
    expect(everythingOf(card)).toEqual({ 1: 2, 2: 1 })
    expect(amountOf(card, { 1: 2, 2: 1 })).toEqual({ amount: 30, exact: true, costs: 5 })
  })

  test('is some of it, for about as much', () => {
    expect(amountOf(card, { 1: 1 })).toEqual({ amount: 5, exact: false, costs: 5 })
    expect(wishOf(card, { 1: 1, 2: 0 }, ' too small ')).toEqual({
      order_number: 'A-1',
      items: [{ product_id: 1, quantity: 1 }],
      reason: 'too small',
    })
  })

  test('costs nothing where the amounts add up but for fractions', () => {
    const exact = { ...card, items: [item(1, 1, 0.1), item(2, 1, 0.2)], amount: 0.3 }
    expect(amountOf(exact, { 1: 1, 2: 1 })).toEqual({ amount: 0.3, exact: true, costs: 0 })
  })

  test('is nothing where nothing is chosen', () => {
    expect(wishOf(card, { 1: 0 }, '')).toBeNull()
  })
})
