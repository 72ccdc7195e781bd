import { expect, test } from 'vitest'
import { chipsOf } from './chips-of.ts'

const formats = { money: (amount: number) => `€${amount}`, number: String }
const categories = [{ value: 'lamps', label: 'Lamps & Light', count: 3 }]

test('every filter is a chip in words, and knows the search without it', () => {
  const search = {
    q: 'red',
    category: ['lamps', 'gone'],
    brand: ['Acme'],
    min_price: 10,
    max_price: 20,
    min_rating: 4.5,
    in_stock: true as const,
  }
  const chips = chipsOf(search, categories, formats)
  expect(chips.map(({ text }) => text)).toEqual([
    'Lamps & Light',
    'gone',
    'Acme',
    '€10 – €20',
    '4.5 stars and up',
    'In stock',
  ])
  expect(chips[0]?.without.category).toEqual(['gone'])
  expect(chips[2]?.without).not.toHaveProperty('brand')
  expect(chips[3]?.without).toMatchObject({ q: 'red', min_rating: 4.5 })
  expect(chips[3]?.without).not.toHaveProperty('max_price')
})

test('half a price range', () => {
  expect(chipsOf({ min_price: 5 }, [], formats)[0]?.text).toBe('From €5')
  expect(chipsOf({ max_price: 5 }, [], formats)[0]?.text).toBe('Up to €5')
  expect(chipsOf({ q: 'x', sort: 'name' }, [], formats)).toEqual([])
})
