import { describe, expect, it } from 'vitest'
import { gadgetShop } from '../testing/other-shops.ts'
import { testShop } from '../testing/test-shop.ts'
import type { ProductQuery } from '../types.ts'

const { catalog } = testShop()
const ids = (query: ProductQuery) => catalog.query(query).items.map(({ id }) => id)
const sorted = (query: ProductQuery) => ids(query).sort((one, other) => one - other)

describe('a number that is wished for', () => {
  it('puts what has just that before what has more', () => {
    const gears = (id: number) => catalog.get(id)?.specs['gears']
    const least = Math.min(...ids({ specs: [{ spec: 'gears', min: 1 }] }).map((id) => Number(gears(id))))
    expect(gears(ids({ specs: [{ spec: 'gears', min: least }] })[0] ?? 0)).toBe(least)
  })
})

describe('filters', () => {
  it.each<[string, ProductQuery, number[]]>([
    ['categories', { categories: ['locks', 'tyres'] }, [5, 6, 7, 11, 12]],
    ['brands, whatever the case', { brands: ['ridgeway', 'OXBOW'] }, [1, 2, 11, 12]],
    ['a highest price', { maxPrice: 44 }, [5, 7, 8, 10, 12]],
    ['a price below', { maxPrice: 44, maxPriceInclusive: false }, [5, 7, 8, 10]],
    ['a price above', { minPrice: 949, minPriceInclusive: false }, [1, 4]],
    ['a range of prices', { minPrice: 949, maxPrice: 1149 }, [1, 2]],
    ['a lowest rating, unrated left out', { categories: ['locks'], minRating: 4 }, [11]],
    ['stock', { inStock: true, categories: ['bikes', 'tyres'] }, [1, 3, 4, 5, 6]],
    ['no stock', { inStock: false }, [2, 7]],
    ['what is left out', { categories: ['bikes'], exclude: [1, 4] }, [2, 3]],
    ['a number of a spec', { specs: [{ spec: 'gears', min: 24 }] }, [1, 2]],
    ['a range of a spec', { specs: [{ spec: 'weight', min: 1, max: 12 }] }, [3, 11, 12]],
    ['a value', { specs: [{ spec: 'frame', equals: 'Steel' }] }, [1, 2]],
    ['a value in a list', { specs: [{ spec: 'mount', equals: 'seat post' }] }, [1, 2, 4, 10]],
    ['a number as a value', { specs: [{ spec: 'wheel_size', equals: 29 }] }, [4, 6]],
    ['yes or no', { specs: [{ spec: 'rechargeable', equals: false }] }, [10]],
    [
      'several at once',
      { categories: ['bikes'], inStock: true, maxPrice: 1200, specs: [{ spec: 'frame', equals: 'steel' }] },
      [1],
    ],
    ['none that match', { brands: ['Nobody'] }, []],
    ['empty lists as no filter', { categories: [], brands: [], exclude: [], maxPrice: 30 }, [7, 10]],
  ])('by %s', (_, query, expected) => {
    expect(sorted(query)).toEqual(expected)
  })

  it('by a part of a value that stands in it as a word', () => {
    const gadgets = gadgetShop().catalog
    const found = (equals: string) =>
      gadgets.query({ specs: [{ spec: 'processor', equals }] }).items.map(({ id }) => id)
    expect(new Set(found('i9'))).toEqual(new Set([2, 4]))
    expect(found('Intel')).toHaveLength(4)
    expect(found('i')).toEqual([])
  })
})

describe('facets', () => {
  it('are counted without their own filter, with all others', () => {
    const { facets, total } = catalog.query({ categories: ['bikes'], maxPrice: 1000, inStock: true })
    expect(total).toBe(1)
    expect(facets.category).toEqual([
      { value: 'bikes', label: 'Bikes', count: 1 },
      { value: 'tyres', label: 'Tyres', count: 2 },
      { value: 'lights', label: 'Lights', count: 3 },
      { value: 'locks', label: 'Locks', count: 2 },
    ])
    expect(facets.brand).toEqual([{ value: 'Pebble', label: 'Pebble', count: 1 }])
    expect(facets.price).toEqual({ min: 599.99, max: 1399 })
    expect(facets.in_stock).toBe(1)
  })

  it('are null and empty where nothing matches', () => {
    const { facets, total } = catalog.query({ text: 'zzz' })
    expect(total).toBe(0)
    expect(facets).toEqual({ category: [], brand: [], price: { min: null, max: null }, in_stock: 0 })
  })

  it('cover all pages', () => {
    const { facets, items } = catalog.query({ limit: 1, categories: ['bikes'] })
    expect(items).toHaveLength(1)
    expect(facets.brand.map(({ count }) => count)).toEqual([2, 1, 1])
  })
})

describe('order and pages', () => {
  it.each<[string, ProductQuery, number[]]>([
    ['best rated first, as nothing else is said', { categories: ['bikes'] }, [4, 1, 2, 3]],
    ['cheapest first', { categories: ['bikes'], sort: 'price' }, [3, 2, 1, 4]],
    ['dearest first', { categories: ['bikes'], sort: '-price' }, [4, 1, 2, 3]],
    ['worst rated first, unrated last', { categories: ['locks'], sort: 'rating' }, [11, 12]],
    ['by name', { categories: ['lights'], sort: 'name' }, [10, 8, 9]],
    ['newest first, undated last', { categories: ['lights'], sort: '-released' }, [9, 8, 10]],
    ['by a spec', { categories: ['bikes'], sort: { spec: 'weight', descending: false } }, [3, 1, 4, 2]],
    [
      'by a spec, most first, unknown last',
      { brands: ['Cobbler', 'Oxbow'], sort: { spec: 'width', descending: true } },
      [6, 5, 7, 11, 12],
    ],
    ['by a spec of words', { categories: ['bikes'], sort: { spec: 'frame', descending: false } }, [4, 3, 1, 2]],
    [
      'best rated first by a spec that is not there',
      { categories: ['bikes'], sort: { spec: 'nothing', descending: true } },
      [4, 1, 2, 3],
    ],
  ])('%s', (_, query, expected) => {
    expect(ids(query)).toEqual(expected)
  })

  it('goes through all pages without a gap or a double', () => {
    const pages = [0, 5, 10].flatMap((offset) => ids({ offset, limit: 5 }))
    expect(pages).toHaveLength(12)
    expect(new Set(pages).size).toBe(12)
    expect(catalog.query({ offset: 100 })).toMatchObject({ total: 12, offset: 100, limit: 20, items: [] })
  })
})

describe('a text', () => {
  const gadgets = gadgetShop().catalog
  const names = (text: string) => gadgets.query({ text }).items.map(({ name }) => name)

  it.each([
    ['x1', 'Voltline X1 Laptop'],
    ['X-1', 'Voltline X1 Laptop'],
    ['usb-c hub', 'USB-C Hub'],
    ['usb c', 'USB-C Hub'],
    ['ultrabok', 'UltraBook 13'],
    ['ultra', 'UltraBook 13'],
    ['oled television', 'Lumina 55 OLED TV'],
    ['smart phone lite', 'Voltline SmartPhone Lite'],
    ['the earbuds', 'Wireless Earbuds Pro'],
    ['i7', 'Voltline X1 Laptop'],
  ])('%j has %s first', (text, name) => {
    expect(names(text)[0]).toBe(name)
  })

  it('finds a category by its words, singular and plural', () => {
    for (const text of ['laptop', 'laptops', 'notebook', 'lapt']) expect(names(text)).toHaveLength(4)
  })

  it('asks for all words, and for the most where none has all', () => {
    expect(names('voltline phone')).toHaveLength(2)
    expect(names('purple gaming laptop')).toEqual(['Gaming Laptop G1'])
    expect(names('purple unicorn')).toEqual([])
  })

  it('puts a name before a description', () => {
    expect(catalog.query({ text: 'light' }).items.map(({ id }) => id)).toEqual([10, 9, 8, 3])
  })

  it('goes with filters and another order', () => {
    expect(ids({ text: 'light', maxPrice: 50, sort: 'price' })).toEqual([10, 8])
    expect(ids({ text: '  ', categories: ['locks'] })).toEqual([11, 12])
  })
})
