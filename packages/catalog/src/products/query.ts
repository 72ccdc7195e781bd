import type { ProductRecord, ShopSettings } from '@marketplace-agent/domain'
import { createTextSearch } from '../search/text-search.ts'
import type { ProductPage, ProductQuery, SpecFilter } from '../types.ts'
import { createFacetCounter } from './facets.ts'
import { type Condition, type FacetName, conditionsOf } from './filter.ts'
import { createOrders } from './sort.ts'
import { numberOf } from './spec-value.ts'

const defaultLimit = 20

/** Filter, facets, sort and pages over the products of a shop. */
export function createProductQuery(settings: ShopSettings, products: readonly ProductRecord[]) {
  const search = createTextSearch(settings, products)
  const orderOf = createOrders(settings, products)

  return (query: ProductQuery): ProductPage => {
    const { offset = 0, limit = defaultLimit } = query
    const text = query.text?.trim() ?? ''
    const hits = text === '' ? null : search(text)
    const sort = query.sort ?? 'relevance'
    const order = orderOf(sort === 'relevance' ? '-rating' : sort)
    const conditions = conditionsOf(query)
    const counter = createFacetCounter(settings)
    const matching: number[] = []
    for (const position of hits?.positions ?? order.positions) {
      const record = products[position] as ProductRecord
      const failed = failedFacet(record, conditions)
      if (failed === 'several') continue
      counter.add(record, failed)
      if (failed === null) matching.push(position)
    }
    if (hits !== null) {
      const rank = (position: number) => order.ranks[position] ?? 0
      const score = (position: number) => hits.scores[position] ?? 0
      matching.sort((one, other) => (sort === 'relevance' ? score(other) - score(one) : 0) || rank(one) - rank(other))
    }
    if (sort === 'relevance') sortByNearness(matching, query.specs ?? [], products)
    return {
      total: matching.length,
      offset,
      limit,
      items: matching.slice(offset, offset + limit).map((position) => products[position] as ProductRecord),
      facets: counter.facets(),
    }
  }
}

/** Null: all conditions hold; a facet: only that facet's do not; else 'several'. */
function failedFacet(record: ProductRecord, conditions: readonly Condition[]): FacetName | null | 'several' {
  let failed: FacetName | null = null
  for (const { facet, holds } of conditions) {
    if (holds(record) || (failed !== null && failed === facet)) continue
    if (facet === null || failed !== null) return 'several'
    failed = facet
  }
  return failed
}

/** What has just the number that is the least or the most wished for stands before what has more ("a 65 W charger"). */
function sortByNearness(matching: number[], specs: readonly SpecFilter[], products: readonly ProductRecord[]) {
  const limits = specs.flatMap((filter) => ('equals' in filter ? [] : [filter]))
  if (limits.length === 0) return
  const exact = (position: number) =>
    limits.filter(({ spec, min, max }) => {
      const number = numberOf(products[position]?.specs[spec])
      return number !== null && (number === min || number === max)
    }).length
  matching.sort((one, other) => exact(other) - exact(one))
}
