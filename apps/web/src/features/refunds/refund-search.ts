import { searchText } from '../../lib/read-search.ts'

export interface RefundSearch {
  /** The order of which something goes back. */
  order?: string | undefined
  /** The refund that is looked at. */
  number?: string | undefined
}

export const readRefundSearch = ({ order, number }: Record<string, unknown>): RefundSearch => ({
  order: searchText(order),
  number: searchText(number),
})
