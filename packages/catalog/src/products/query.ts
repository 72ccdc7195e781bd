import type { ProductRecord, ShopSettings } from '@marketplace-agent/domain'
import { createTextSearch } from '../search/text-search.ts'
import type { ProductPage, ProductQuery } from '../types.ts'
import { createFacetCounter } from './facets.ts'
import { type Condition, type FacetName, conditionsOf } from './filter.ts'
import { createOrders } from './sort.ts'

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
