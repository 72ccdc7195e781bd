import type { Format, Product, ProductRecord, ProductSummary, ShopSettings, Spec } from '@marketplace-agent/domain'
import { isInStock } from './stock.ts'

/** How the API gives the shop's products. */
export function createPresenter(settings: ShopSettings, format: Format) {
  const categoryNames = new Map(settings.categories.map((category) => [category.id, category.name]))
  const { currency } = settings

  const summary = (record: ProductRecord): ProductSummary => ({
    id: record.id,
    name: record.name,
    brand: record.brand,
    category: record.category,
    category_name: categoryNames.get(record.category) ?? record.category,
    price: record.price,
    price_text: format.money(record.price),
    currency,
    rating: record.rating,
    in_stock: isInStock(record),
    quantity: record.quantity,
    picture: record.picture === undefined ? null : `/pictures/${encodeURIComponent(record.picture)}`,
  })

  const specs = (record: ProductRecord): Spec[] =>
    settings.specs.flatMap((definition) => {
      const value = record.specs[definition.id]
      return value === undefined
        ? []
        : [{ id: definition.id, label: definition.label, value, text: format.spec(definition, value) }]
    })

  const present = (record: ProductRecord): Product => ({
    ...summary(record),
    warranty_months: record.warranty_months,
    warranty_text: format.months(record.warranty_months),
    description: record.description,
    specs: specs(record),
    released: record.released ?? null,
  })

  return { summary, present }
}
