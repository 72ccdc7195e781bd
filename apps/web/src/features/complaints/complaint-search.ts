import { searchId, searchText } from '../../lib/read-search.ts'

export interface ComplaintSearch {
  /** The order that it is about, and its product. */
  order?: string | undefined
  product?: number | undefined
  /** The complaint that is looked at. */
  number?: string | undefined
}

export const readComplaintSearch = ({ order, product, number }: Record<string, unknown>): ComplaintSearch => ({
  order: searchText(order),
  product: searchId(product),
  number: searchText(number),
})
