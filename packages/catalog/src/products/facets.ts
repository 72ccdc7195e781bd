import type { ProductRecord, ShopSettings } from '@marketplace-agent/domain'
import type { ProductPage } from '../types.ts'
import type { FacetName } from './filter.ts'
import { isInStock } from './stock.ts'

/** Counts the facets of a query, each over the products that no other filter leaves out. */
export function createFacetCounter(settings: ShopSettings) {
  const categories = new Map<string, number>()
  const brands = new Map<string, number>()
  let min = Infinity
  let max = -Infinity
  let inStock = 0

  return {
    /** `failed`: the one facet whose filter the product fails; null where it fails none. */
    add(record: ProductRecord, failed: FacetName | null) {
      const counts = (facet: FacetName) => failed === null || failed === facet
      if (counts('category')) categories.set(record.category, (categories.get(record.category) ?? 0) + 1)
      if (counts('brand')) brands.set(record.brand, (brands.get(record.brand) ?? 0) + 1)
      if (counts('price')) {
        min = Math.min(min, record.price)
        max = Math.max(max, record.price)
      }
      if (counts('in_stock') && isInStock(record)) inStock += 1
    },

    /** Categories in the shop's order, brands most products first; those without a product are left out. */
    facets: (): ProductPage['facets'] => ({
      category: settings.categories.flatMap(({ id, name }) => {
        const count = categories.get(id)
        return count === undefined ? [] : [{ value: id, label: name, count }]
      }),
      brand: [...brands]
        .map(([brand, count]) => ({ value: brand, label: brand, count }))
        .sort((one, other) => other.count - one.count || one.label.localeCompare(other.label)),
      price: { min: min === Infinity ? null : min, max: max === -Infinity ? null : max },
      in_stock: inStock,
    }),
  }
}
