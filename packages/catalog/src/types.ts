import type {
  Category,
  Facet,
  Format,
  Product,
  ProductRecord,
  ProductSummary,
  ShopDocument,
  ShopRecords,
  ShopSettings,
  SpecDefinition,
} from '@marketplace-agent/domain'

import type { NumberReader } from './numbers/number-reader.ts'

/** A shop's folder, validated and indexed. Immutable. */
export interface Shop {
  readonly settings: ShopSettings
  readonly catalog: Catalog
  readonly documents: readonly ShopDocument[]
  /** As written in the folder, around `settings.anchor_date`. */
  readonly records: ShopRecords
  readonly format: Format
  /** Read the shop's numbers however people type them. */
  readonly numbers: Readonly<Record<'order' | 'tracking' | 'complaint' | 'refund', NumberReader>>
  /** Where the pictures lie; null without any. */
  readonly picturesFolder: string | null
}

export const sortOrders = ['relevance', 'price', '-price', 'rating', '-rating', 'name', '-released'] as const
export type SortOrder = (typeof sortOrders)[number]

/**
 * A limit on a spec: a number's range, or a value that it has to have. Texts are compared by their words; one that stands
 * whole in the spec's is enough ("i7" for "Intel Core i7-1260P").
 */
export type SpecFilter =
  | { readonly spec: string; readonly min?: number; readonly max?: number }
  | { readonly spec: string; readonly equals: string | number | boolean }

export interface ProductQuery {
  readonly text?: string
  readonly categories?: readonly string[]
  readonly brands?: readonly string[]
  readonly minPrice?: number
  readonly maxPrice?: number
  /** With false, a limit itself is left out ("under $1500"). Default true. */
  readonly maxPriceInclusive?: boolean
  readonly minPriceInclusive?: boolean
  readonly minRating?: number
  readonly inStock?: boolean
  readonly specs?: readonly SpecFilter[]
  readonly exclude?: readonly number[]
  /** A sort order, or a spec to sort by. Default: relevance with a text, else best rated. */
  readonly sort?: SortOrder | { readonly spec: string; readonly descending: boolean }
  readonly offset?: number
  readonly limit?: number
}

export interface ProductPage {
  readonly total: number
  readonly offset: number
  readonly limit: number
  readonly items: readonly ProductRecord[]
  /** Counted over all that match, each facet without its own filter. */
  readonly facets: {
    readonly category: readonly Facet[]
    readonly brand: readonly Facet[]
    readonly price: { readonly min: number | null; readonly max: number | null }
    readonly in_stock: number
  }
}

/** A thing of the shop that a text names. `start`, `end`: UTF-16 offsets; `score`: 1 is exact. */
export interface Mention {
  readonly kind: 'product' | 'category' | 'brand' | 'attribute' | 'value'
  readonly start: number
  readonly end: number
  /** Best first; more than one where the words fit several ("the X1" in a shop with two). */
  readonly candidates: readonly MentionCandidate[]
}

export interface MentionCandidate {
  /**
   * product id, category id, brand, or for attribute and value the spec id; an attribute can also be of every product:
   * `price`, `warranty_months`, `rating`, `quantity`, `released`, `brand`, `description`.
   */
  readonly id: number | string
  readonly score: number
  /**
   * For a value: the spec's value that was named ("16GB" -> 16, "USB-C" -> "USB-C"); where several values have what was
   * named in them, that part ("i7"). A number may be one that no product has. Fits `SpecFilter.equals`.
   */
  readonly value?: string | number | boolean
}

export interface Catalog {
  readonly size: number
  /** In the order of the file. */
  all(): readonly ProductRecord[]
  get(id: number): ProductRecord | undefined
  category(id: string): Category | undefined
  spec(id: string): SpecDefinition | undefined
  readonly brands: readonly string[]
  query(query: ProductQuery): ProductPage
  /** Every product, category, brand, attribute and value that a text names; spans do not overlap; in order. */
  link(text: string): readonly Mention[]
  /** The products that a name may mean (name, alias, id, plural, near miss), best first; none below the floor. */
  find(name: string, limit?: number): readonly { readonly id: number; readonly score: number }[]
  /** Whether a product has what a filter asks of one of its specs. */
  meets(id: number, filter: SpecFilter): boolean
  /** Whether a word is of English or of this shop, spelt right or nearly so; another is likely a name from elsewhere. */
  knows(word: string): boolean
  /** The forms the API gives. */
  present(record: ProductRecord): Product
  summary(record: ProductRecord): ProductSummary
}
