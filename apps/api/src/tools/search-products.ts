import type { Catalog, ProductPage, ProductQuery } from '@marketplace-agent/catalog'
import type { ProductRecord, ProductsCard } from '@marketplace-agent/domain'
import { defineTool } from './define-tool.ts'
import { productFact } from './product-fact.ts'
import { type SearchInput, searchInput as input, sortOrders } from './search-input.ts'
import { words } from './search-products.en.ts'
import { readSpecFilter } from './spec-filter.ts'
import { unknownBrands, unknownCategories, unknownSort, unknownSpecs } from './unknown-values.en.ts'

function sortOf(sort: string) {
  const known = sortOrders.find((order) => order === sort)
  return known ?? { spec: sort.replace(/^-/, ''), descending: sort.startsWith('-') }
}

/** The specs that a search limits or sorts by. */
const askedBy = ({ spec = [], sort = '' }: SearchInput): string[] => [
  ...new Set([...spec.map((limit) => readSpecFilter(limit).spec), sort.replace(/^-/, '')]),
]

const mostNear = 3

/** Where nothing costs what was said, what is of the kind and comes nearest to it. */
function nearestTo(price: number, query: ProductQuery, catalog: Catalog): ProductPage {
  const { minPrice: _min, maxPrice: _max, ...anyPrice } = query
  const page = catalog.query({ ...anyPrice, offset: 0, limit: catalog.size })
  const away = (record: ProductRecord) => Math.abs(record.price - price)
  const items = [...page.items].sort((one, other) => away(one) - away(other)).slice(0, mostNear)
  return { ...page, items, total: items.length, limit: query.limit ?? items.length, offset: 0 }
}

export const searchProducts = defineTool<typeof input, ProductsCard>({
  name: 'search_products',
  title: 'Search products',
  description: 'Products by words, category, brand, price, rating, stock and specs, with facets, sorted and paged.',
  intent: 'product_info',
  tasks: ['search_products'],
  access: 'public',
  input,
  faults: ({ category, brand, spec, sort }, shop) => [
    ...unknownCategories(category, shop),
    ...unknownBrands(brand, shop),
    ...unknownSpecs(spec, shop),
    ...unknownSort(sort, [...sortOrders, ...shop.settings.specs.map(({ id }) => id)]),
  ],
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
    const found = ignored ? catalog.query(rest) : exact
    const page =
      found.total === 0 && min > 0 && max < Infinity && (query.category ?? query.brand) !== undefined
        ? nearestTo((min + max) / 2, rest, catalog)
        : found
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
