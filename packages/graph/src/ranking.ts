import type { ProductRecord } from '@marketplace-agent/domain'

/** Best rated first, unrated last, then by id. */
export const byRating = (one: ProductRecord, other: ProductRecord): number =>
  (other.rating ?? -1) - (one.rating ?? -1) || one.id - other.id
