import type { Facet } from '@marketplace-agent/api-client'
import type { Formats } from '../../lib/formats.ts'
import { type ProductSearch, without } from './product-search.ts'

export interface Chip {
  readonly key: string
  readonly text: string
  /** The search when it is taken off. */
  readonly without: ProductSearch
}

/** The filters of a search in words, each with the search that is left without it. */
export function chipsOf(
  search: ProductSearch,
  categories: readonly Facet[],
  { money, number }: Pick<Formats, 'money' | 'number'>,
): readonly Chip[] {
  const { category = [], brand = [], min_price, max_price, min_rating, in_stock } = search
  const listed = (key: 'category' | 'brand', chosen: readonly string[], nameOf: (value: string) => string) =>
    chosen.map((value): Chip => {
      const rest = chosen.filter((each) => each !== value)
      return {
        key: `${key}:${value}`,
        text: nameOf(value),
        without: rest.length > 0 ? { ...search, [key]: rest } : without(search, key),
      }
    })
  const price =
    min_price === undefined
      ? max_price === undefined
        ? null
        : `Up to ${money(max_price)}`
      : max_price === undefined
        ? `From ${money(min_price)}`
        : `${money(min_price)} – ${money(max_price)}`
  return [
    ...listed('category', category, (id) => categories.find(({ value }) => value === id)?.label ?? id),
    ...listed('brand', brand, (name) => name),
    ...(price === null ? [] : [{ key: 'price', text: price, without: without(search, 'min_price', 'max_price') }]),
    ...(min_rating === undefined
      ? []
      : [{ key: 'rating', text: `${number(min_rating)} stars and up`, without: without(search, 'min_rating') }]),
    ...(in_stock === undefined ? [] : [{ key: 'stock', text: 'In stock', without: without(search, 'in_stock') }]),
  ]
}
