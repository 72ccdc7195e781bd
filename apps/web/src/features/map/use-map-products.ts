import type { GraphNode, ProductSummary } from '@marketplace-agent/api-client'
import { checkStockOptions } from '@marketplace-agent/api-client/react-query'
import { useQueries } from '@tanstack/react-query'

/** As many as one request gives. */
const most = 20

/** The products of a map's nodes by their ids, as they come: picture, price, stock. */
export function useMapProducts(nodes: readonly GraphNode[]): ReadonlyMap<number, ProductSummary> {
  const ids = nodes.flatMap(({ product_id }) => (product_id === undefined ? [] : [product_id])).sort((a, b) => a - b)
  const batches = Array.from({ length: Math.ceil(ids.length / most) }, (_, index) =>
    ids.slice(index * most, (index + 1) * most),
  )
  return useQueries({
    queries: batches.map((batch) => checkStockOptions({ query: { ids: batch } })),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }) => (data?.data?.items ?? []).map((product) => [product.id, product] as const)),
      ),
  })
}
