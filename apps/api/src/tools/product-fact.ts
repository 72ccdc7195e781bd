import type { Shop } from '@marketplace-agent/catalog'
import type { ProductRecord, Spec, SpecValue } from '@marketplace-agent/domain'

type BuiltIn = (record: ProductRecord, shop: Shop) => { label: string; value: SpecValue; text: string } | null

/** What every product has beside its specs, by the ids under which the catalogue links words to them. */
const builtIn: Readonly<Record<string, BuiltIn>> = {
  price: ({ price }, { format }) => ({ label: 'Price', value: price, text: format.money(price) }),
  warranty_months: ({ warranty_months }, { format }) => ({
    label: 'Warranty',
    value: warranty_months,
    text: format.months(warranty_months),
  }),
  rating: ({ rating }, { format }) =>
    rating === null ? null : { label: 'Rating', value: rating, text: `${format.number(rating)} stars` },
  quantity: (record, { format, catalog }) => ({
    label: 'Stock',
    value: record.quantity,
    text: catalog.summary(record).in_stock ? `${format.number(record.quantity)} left` : 'out of stock',
  }),
  released: ({ released }, { format }) =>
    released === undefined ? null : { label: 'Released', value: released, text: format.date(released) },
  brand: ({ brand }) => ({ label: 'Brand', value: brand, text: brand }),
  description: ({ description }) => ({ label: 'Description', value: description, text: description }),
}

/** All that can be asked of a product: what every one has, and the shop's specs. */
export const factIds = ({ settings }: Shop): string[] => [
  ...Object.keys(builtIn),
  ...settings.specs.map(({ id }) => id),
]

/** One fact of a product, in words too; null where it isn't known. */
export function productFact(id: string, record: ProductRecord, shop: Shop): Spec | null {
  const made = builtIn[id]
  if (made !== undefined) {
    const fact = made(record, shop)
    return fact === null ? null : { id, ...fact }
  }
  const value = record.specs[id]
  if (value === undefined) return null
  const definition = shop.catalog.spec(id)
  return { id, label: definition?.label ?? id, value, text: shop.format.spec(definition, value) }
}

/** What several of a product cost, without the crumbs of binary fractions. */
export function priceOfSeveral(count: number, { price }: ProductRecord, { format }: Shop): Spec {
  const value = Math.round(price * count * 100) / 100
  return { id: 'total', label: `Price of ${format.number(count)}`, value, text: format.money(value) }
}
