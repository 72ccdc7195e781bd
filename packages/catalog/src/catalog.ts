import type { Format, ProductRecord, ShopSettings } from '@marketplace-agent/domain'
import { createLinker } from './link/linker.ts'
import { specTest } from './products/filter.ts'
import { createPresenter } from './products/present.ts'
import { createProductQuery } from './products/query.ts'
import type { Catalog } from './types.ts'

/** Indexes the products of a shop. */
export function createCatalog(settings: ShopSettings, products: readonly ProductRecord[], format: Format): Catalog {
  const byId = new Map(products.map((product) => [product.id, product]))
  const categories = new Map(settings.categories.map((category) => [category.id, category]))
  const specs = new Map(settings.specs.map((spec) => [spec.id, spec]))
  const brands = [...new Set(products.map((product) => product.brand))].sort((one, other) => one.localeCompare(other))
  const { present, summary } = createPresenter(settings, format)
  const { link, find, knows } = createLinker(settings, products, (id) => byId.get(id))

  return {
    size: products.length,
    all: () => products,
    get: (id) => byId.get(id),
    category: (id) => categories.get(id),
    spec: (id) => specs.get(id),
    brands,
    query: createProductQuery(settings, products),
    link,
    find,
    meets: (id, filter) => specTest(filter)(byId.get(id)?.specs[filter.spec]),
    knows,
    present,
    summary,
  }
}
