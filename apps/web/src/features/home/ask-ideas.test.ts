import type { ProductSummary } from '@marketplace-agent/api-client'
import { expect, test } from 'vitest'
import { askIdeas, roundAmount } from './ask-ideas.ts'

const product = (id: number, name: string, category_name: string, price: number): ProductSummary => ({
  id,
  name,
  brand: 'Acme',
  category: category_name.toLowerCase(),
  category_name,
  price,
  price_text: `€${price}`,
  currency: 'EUR',
  rating: 4,
  in_stock: true,
  quantity: 3,
  picture: null,
})
const money = (amount: number) => `€${amount}`

test("asks of the shop's own things", () => {
  const products = [product(1, 'Uno', 'Lamps', 30), product(2, 'TV 5', 'TVs', 700), product(3, 'Duo', 'Lamps', 20)]
  const documents = [
    { id: 'a', title: 'Duo manual', document_kind: 'manual' as const, product_id: 3, category: 'lamps' },
    { id: 'b', title: 'Returns and refunds', document_kind: 'policy' as const, product_id: null, category: null },
  ]
  expect(askIdeas({ products, documents }, money)).toEqual([
    'Compare the Uno and the Duo',
    'Show me TVs under €1000',
    'What goes with the Uno?',
    'How do I set up the Duo?',
    'Tell me about returns and refunds',
  ])
})

test('a shop of one thing, and one of none', () => {
  expect(askIdeas({ products: [product(1, 'Uno', 'Lamps', 30)], documents: [] }, money)).toEqual([
    'What goes with the Uno?',
  ])
  expect(askIdeas({ products: [], documents: [] }, money)).toEqual([])
})

test.each([
  [13.5, 20],
  [50, 50],
  [699, 1000],
  [0.5, 1],
])('%d is at most %d', (amount, round) => expect(roundAmount(amount)).toBe(round))
