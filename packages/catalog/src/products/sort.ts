import type { ProductRecord, ShopSettings, SpecValue } from '@marketplace-agent/domain'
import type { ProductQuery, SortOrder } from '../types.ts'
import { numberOf } from './spec-value.ts'

type Key = number | string | null
type StaticOrder = Exclude<NonNullable<ProductQuery['sort']>, 'relevance'>

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Orders two keys; what is not known comes last either way. */
function compareKeys(one: Key, other: Key, descending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  const order =
    typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(String(one), String(other))
  return descending ? -order : order
}

const specKey = (value: SpecValue | undefined): Key => {
  if (value === undefined) return null
  if (typeof value === 'boolean') return Number(value)
  return numberOf(value) ?? (Array.isArray(value) ? value.join(', ') : value)
}

const keys: Record<Exclude<SortOrder, 'relevance'>, { key: (record: ProductRecord) => Key; descending: boolean }> = {
  price: { key: (record) => record.price, descending: false },
  '-price': { key: (record) => record.price, descending: true },
  rating: { key: (record) => record.rating, descending: false },
  '-rating': { key: (record) => record.rating, descending: true },
  name: { key: (record) => record.name, descending: false },
  '-released': { key: (record) => record.released ?? null, descending: true },
}

export interface Order {
  /** Positions of the products, first to last. */
  readonly positions: Int32Array
  /** For each position its place in the order. */
  readonly ranks: Int32Array
}

/**
 * The orders that a shop's products can stand in, each worked out once. Ties, and a spec that the shop has not: best
 * rated first, then as in the file.
 */
export function createOrders(settings: ShopSettings, products: readonly ProductRecord[]): (sort: StaticOrder) => Order {
  const orders = new Map<string, Order>()
  const specs = new Set(settings.specs.map(({ id }) => id))
  return (wanted) => {
    const sort = typeof wanted === 'object' && !specs.has(wanted.spec) ? '-rating' : wanted
    const name = typeof sort === 'string' ? sort : `${sort.descending ? '-' : '+'}spec:${sort.spec}`
    const known = orders.get(name)
    if (known !== undefined) return known
    const order = workOut(products, sort)
    orders.set(name, order)
    return order
  }
}

function workOut(products: readonly ProductRecord[], sort: StaticOrder): Order {
  const { key, descending } =
    typeof sort === 'string'
      ? keys[sort]
      : { key: (record: ProductRecord) => specKey(record.specs[sort.spec]), descending: sort.descending }
  const sorted = products
    .map((record, position) => ({ position, key: key(record), rating: record.rating }))
    .sort(
      (one, other) =>
        compareKeys(one.key, other.key, descending) ||
        compareKeys(one.rating, other.rating, true) ||
        one.position - other.position,
    )
  const positions = Int32Array.from(sorted, ({ position }) => position)
  const ranks = new Int32Array(positions.length)
  positions.forEach((position, rank) => {
    ranks[position] = rank
  })
  return { positions, ranks }
}
