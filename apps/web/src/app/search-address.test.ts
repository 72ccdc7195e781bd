import { defaultParseSearch } from '@tanstack/react-router'
import { expect, test } from 'vitest'
import { stringifySearch } from './search-address.ts'

test('a list is its key repeated, and is read back', () => {
  const address = stringifySearch({
    q: 'red lamp',
    brand: ['A & B', 'C'],
    max_price: 20,
    in_stock: true,
    sort: undefined,
  })
  expect(address).toBe('?q=red+lamp&brand=A+%26+B&brand=C&max_price=20&in_stock=true')
  expect(defaultParseSearch(address)).toMatchObject({
    q: 'red lamp',
    brand: ['A & B', 'C'],
    max_price: 20,
    in_stock: true,
  })
})

test('words that look like a number stay words; commas stay commas', () => {
  expect(defaultParseSearch(stringifySearch({ q: '256' }))).toMatchObject({ q: '256' })
  expect(stringifySearch({ ids: '1,2' })).toBe('?ids=1,2')
  expect(stringifySearch({})).toBe('')
})
