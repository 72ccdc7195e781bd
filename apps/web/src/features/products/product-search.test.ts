import { expect, test } from 'vitest'
import { countFilters, readProductSearch, withoutFilters } from './product-search.ts'

test('reads what an address has, one value or several', () => {
  expect(
    readProductSearch({
      q: ' lamp ',
      category: 'lamps',
      brand: ['A', 7, 'A'],
      min_price: '10',
      max_price: 99.5,
      min_rating: 4,
      in_stock: true,
      sort: '-price',
    }),
  ).toEqual({
    q: 'lamp',
    category: ['lamps'],
    brand: ['A', '7'],
    min_price: 10,
    max_price: 99.5,
    min_rating: 4,
    in_stock: true,
    sort: '-price',
  })
})

test("leaves out what is wrong, what isn't known and what is the default", () => {
  expect(
    readProductSearch({
      q: '',
      category: [{}, null],
      brand: [],
      min_price: -1,
      max_price: 'cheap',
      min_rating: 9,
      in_stock: 'no',
      sort: 'loudest',
      page: 3,
    }),
  ).toEqual({})
  expect(readProductSearch({ min_rating: 0, in_stock: false })).toEqual({})
})

test('a price range the wrong way round is turned', () => {
  expect(readProductSearch({ min_price: 50, max_price: 10 })).toEqual({ min_price: 10, max_price: 50 })
})

test('stays within what the API takes', () => {
  const { q, brand } = readProductSearch({ q: 'x'.repeat(500), brand: Array.from({ length: 60 }, (_, at) => `b${at}`) })
  expect(q).toHaveLength(200)
  expect(brand).toHaveLength(20)
})

test('counts and clears the filters', () => {
  const search = readProductSearch({
    q: 'a',
    sort: 'name',
    brand: ['A', 'B'],
    min_price: 1,
    max_price: 2,
    in_stock: true,
  })
  expect(countFilters(search)).toBe(4)
  expect(withoutFilters(search)).toEqual({ q: 'a', sort: 'name' })
})
