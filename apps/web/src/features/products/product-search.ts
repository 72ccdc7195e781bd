/** How the products can be sorted; the API's names. Without one the best match, or the best rated, is first. */
export const sorts = ['-rating', 'price', '-price', '-released', 'name'] as const

export type ProductSort = (typeof sorts)[number]

/** What an address asks for of the products, by the API's own names, so that it can be handed on as it is. */
export interface ProductSearch {
  q?: string
  category?: readonly string[]
  brand?: readonly string[]
  min_price?: number
  max_price?: number
  min_rating?: number
  in_stock?: true
  sort?: ProductSort
}

/** The API's own limits. */
const longestQuery = 200
const mostValues = 20

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : ''

const texts = (value: unknown): readonly string[] => {
  const all = (Array.isArray(value) ? value : [value]).map(text).filter((each) => each !== '')
  return [...new Set(all)].slice(0, mostValues)
}

const amount = (value: unknown, most: number): number | undefined => {
  const number = text(value) === '' ? Number.NaN : Number(text(value))
  return Number.isFinite(number) && number >= 0 && number <= most ? number : undefined
}

/** Reads a search leniently: what can't be what it should is left out, and so are defaults. */
export function readProductSearch(search: Record<string, unknown>): ProductSearch {
  const q = text(search['q']).slice(0, longestQuery)
  const category = texts(search['category'])
  const brand = texts(search['brand'])
  const least = amount(search['min_price'], Number.MAX_SAFE_INTEGER)
  const most = amount(search['max_price'], Number.MAX_SAFE_INTEGER)
  const reversed = least !== undefined && most !== undefined && least > most
  const [min, max] = reversed ? [most, least] : [least, most]
  const rating = amount(search['min_rating'], 5)
  const sort = sorts.find((each) => each === search['sort'])
  return {
    ...(q !== '' && { q }),
    ...(category.length > 0 && { category }),
    ...(brand.length > 0 && { brand }),
    ...(min !== undefined && { min_price: min }),
    ...(max !== undefined && { max_price: max }),
    ...(rating !== undefined && rating > 0 && { min_rating: rating }),
    ...(text(search['in_stock']) === 'true' && { in_stock: true as const }),
    ...(sort !== undefined && { sort }),
  }
}

/** A search without some of what it asks for. */
export const without = (search: ProductSearch, ...keys: readonly (keyof ProductSearch)[]): ProductSearch =>
  Object.fromEntries(Object.entries(search).filter(([key]) => !keys.some((each) => each === key)))

/** A search without its filters; the words and the order stay. */
export const withoutFilters = ({ q, sort }: ProductSearch): ProductSearch => ({
  ...(q !== undefined && { q }),
  ...(sort !== undefined && { sort }),
})

/** How many filters are set. */
export const countFilters = ({
  category = [],
  brand = [],
  min_price,
  max_price,
  min_rating,
  in_stock,
}: ProductSearch) =>
  category.length +
  brand.length +
  (min_price === undefined && max_price === undefined ? 0 : 1) +
  (min_rating === undefined ? 0 : 1) +
  (in_stock === undefined ? 0 : 1)
