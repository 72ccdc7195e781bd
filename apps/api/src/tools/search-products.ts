import type { Catalog } from '@marketplace-agent/catalog'
import type { ProductsCard } from '@marketplace-agent/domain'
import { defineTool } from './define-tool.ts'
import { productFact } from './product-fact.ts'
import { type SearchInput, searchInput as input, sortOrders } from './search-input.ts'
import { words } from './search-products.en.ts'
import { readSpecFilter } from './spec-filter.ts'

function sortOf(sort: string) {
  const known = sortOrders.find((order) => order === sort)
  return known ?? { spec: sort.replace(/^-/, ''), descending: sort.startsWith('-') }
}

const isSort = (sort: string, catalog: Catalog) =>
  sortOrders.some((order) => order === sort) || catalog.spec(sort.replace(/^-/, '')) !== undefined

function isSpecLimit(limit: string, catalog: Catalog): boolean {
  const filter = readSpecFilter(limit)
  const bounds = 'equals' in filter ? [] : [filter.min, filter.max].filter((bound) => bound !== undefined)
  return catalog.spec(filter.spec) !== undefined && bounds.every((bound) => !Number.isNaN(bound))
}

/** The specs that a search limits or sorts by. */
const askedBy = ({ spec = [], sort = '' }: SearchInput): string[] => [
  ...new Set([...spec.map((limit) => readSpecFilter(limit).spec), sort.replace(/^-/, '')]),
]

export const searchProducts = defineTool<typeof input, ProductsCard>({
  name: 'search_products',
  title: 'Search products',
  description: 'Products by words, category, brand, price, rating, stock and specs, with facets, sorted and paged.',
  intent: 'product_info',
  tasks: ['search_products'],
  access: 'public',
  input,
  slots: {
    q: 'text',
    category: 'category',
    brand: 'brand',
    min_price: 'min_price',
    max_price: 'max_price',
    above_price: 'above_price',
    below_price: 'below_price',
    min_rating: 'min_rating',
    in_stock: 'in_stock',
    spec: 'specs',
    exclude: 'exclude',
    sort: 'sort',
  },
  card: 'products',
  words,
  async run(query, { shop }) {
    const { catalog } = shop
    const unknown = (query.category ?? []).find((id) => catalog.category(id) === undefined)
    if (unknown !== undefined) return { outcome: 'not_found', reason: 'category', values: { category: unknown } }
    const badLimit = (query.spec ?? []).find((limit) => !isSpecLimit(limit, catalog))
    if (badLimit !== undefined) return { outcome: 'needs_input', reason: 'spec', values: { spec: badLimit } }
    if (query.sort !== undefined && !isSort(query.sort, catalog)) {
      return { outcome: 'needs_input', reason: 'sort', values: { sort: query.sort } }
    }
    const min = Math.max(query.min_price ?? 0, query.above_price ?? 0)
    const max = Math.min(query.max_price ?? Infinity, query.below_price ?? Infinity)
    const filters = {
      ...(query.category !== undefined && { categories: query.category }),
      ...(query.brand !== undefined && { brands: query.brand }),
      ...(min > 0 && { minPrice: min, minPriceInclusive: min !== query.above_price }),
      ...(max < Infinity && { maxPrice: max, maxPriceInclusive: max !== query.below_price }),
      ...(query.min_rating !== undefined && { minRating: query.min_rating }),
      ...(query.in_stock !== undefined && { inStock: query.in_stock }),
      ...(query.spec !== undefined && { specs: query.spec.map(readSpecFilter) }),
      ...(query.exclude !== undefined && { exclude: query.exclude }),
    }
    const rest = {
      ...filters,
      ...(query.sort !== undefined && { sort: sortOf(query.sort) }),
      offset: query.offset ?? 0,
      limit: query.limit ?? 10,
    }
    const exact = catalog.query(query.q === undefined ? rest : { ...rest, text: query.q })
    // Words that no product has would empty a list that the filters alone fill; it is told that they were left out.
    const ignored = exact.total === 0 && query.q !== undefined && Object.keys(filters).length > 0
    const page = ignored ? catalog.query(rest) : exact
    const asked = askedBy(query).filter((id) => catalog.spec(id) !== undefined)
    return {
      outcome: 'ok',
      data: {
        kind: 'products',
        total: page.total,
        offset: page.offset,
        limit: page.limit,
        ...(ignored && page.total > 0 && query.q !== undefined && { ignored: query.q }),
        items: page.items.map((record) => ({
          ...catalog.summary(record),
          facts: asked.flatMap((id) => productFact(id, record, shop) ?? []),
        })),
        facets: {
          category: [...page.facets.category],
          brand: [...page.facets.brand],
          price: page.facets.price,
          in_stock: page.facets.in_stock,
        },
      },
    }
  },
})
