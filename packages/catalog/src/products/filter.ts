import type { ProductRecord, SpecValue } from '@marketplace-agent/domain'
import type { ProductQuery, SpecFilter } from '../types.ts'
import { numberOf, valueMatcher } from './spec-value.ts'
import { isInStock } from './stock.ts'

/** The filters that have a facet, which is counted without them. */
export type FacetName = 'category' | 'brand' | 'price' | 'in_stock'

export interface Condition {
  readonly facet: FacetName | null
  holds(record: ProductRecord): boolean
}

/** The conditions that a query puts on a product, its text aside. */
export function conditionsOf(query: ProductQuery): Condition[] {
  const conditions: Condition[] = []
  const add = (facet: FacetName | null, holds: Condition['holds']) => conditions.push({ facet, holds })

  if (query.categories !== undefined && query.categories.length > 0) {
    const categories = new Set(query.categories)
    add('category', (record) => categories.has(record.category))
  }
  if (query.brands !== undefined && query.brands.length > 0) {
    const brands = new Set(query.brands.map((brand) => brand.toLowerCase()))
    add('brand', (record) => brands.has(record.brand.toLowerCase()))
  }
  if (query.minPrice !== undefined || query.maxPrice !== undefined) add('price', priceCondition(query))
  if (query.inStock !== undefined) add('in_stock', (record) => isInStock(record) === query.inStock)
  const { minRating } = query
  if (minRating !== undefined) add(null, (record) => record.rating !== null && record.rating >= minRating)
  for (const filter of query.specs ?? []) add(null, specCondition(filter))
  if (query.exclude !== undefined && query.exclude.length > 0) {
    const excluded = new Set(query.exclude)
    add(null, (record) => !excluded.has(record.id))
  }
  return conditions
}

function priceCondition(query: ProductQuery): Condition['holds'] {
  const { minPrice = 0, maxPrice = Infinity, minPriceInclusive = true, maxPriceInclusive = true } = query
  return ({ price }) =>
    (price > minPrice || (minPriceInclusive && price === minPrice)) &&
    (price < maxPrice || (maxPriceInclusive && price === maxPrice))
}

/** Tells whether a spec's value is what a filter asks. */
export function specTest(filter: SpecFilter): (value: SpecValue | undefined) => boolean {
  if ('equals' in filter) return valueMatcher(filter.equals)
  const { min = -Infinity, max = Infinity } = filter
  return (value) => {
    const number = numberOf(value)
    return number !== null && number >= min && number <= max
  }
}

function specCondition(filter: SpecFilter): Condition['holds'] {
  const test = specTest(filter)
  return (record) => test(record.specs[filter.spec])
}
