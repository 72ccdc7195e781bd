import type { Category, ProductRecord, ShopSettings, SpecDefinition } from '@marketplace-agent/domain'
import { createShop } from '../shop/create-shop.ts'
import type { Shop } from '../types.ts'
import { testSettings } from './settings.ts'

/** A product said shortly: what is left out is the same for all. */
export type ProductSketch = Pick<ProductRecord, 'name' | 'brand' | 'category'> & Partial<ProductRecord>

export interface ShopSketch {
  readonly name: string
  readonly currency: string
  readonly locale: string
  readonly categories: readonly (Pick<Category, 'id' | 'name' | 'singular'> & Partial<Category>)[]
  readonly specs: readonly (Pick<SpecDefinition, 'id' | 'label'> & Partial<SpecDefinition>)[]
  readonly products: readonly ProductSketch[]
}

/** A shop without documents and records, for what depends on its products only. Ids are 1, 2, 3 where none is given. */
export function shopOf({ name, currency, locale, categories, specs, products }: ShopSketch): Shop {
  const settings: ShopSettings = {
    ...structuredClone(testSettings),
    name,
    currency,
    locale,
    categories: categories.map((category) => ({ aliases: [], ...category })),
    specs: specs.map((spec) => ({ aliases: [], ...spec })),
    fits: [],
  }
  return createShop({
    settings,
    products: products.map((product, index) => ({
      id: index + 1,
      price: 10 + index,
      rating: 4,
      warranty_months: 12,
      description: `${product.name} by ${product.brand}.`,
      specs: {},
      quantity: 5,
      aliases: [],
      ...product,
    })),
    documents: [],
    records: { orders: [], deliveries: [], complaints: [], refunds: [] },
  })
}
