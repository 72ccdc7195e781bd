import { getProductOptions } from '@marketplace-agent/api-client/react-query'
import { useQueries } from '@tanstack/react-query'

/** The pictures of an order's items; null until they are there, and for what the shop doesn't have any more. */
export function useItemPictures(items: readonly { product_id: number }[]): (productId: number) => string | null {
  const pictures = useQueries({
    queries: items.map(({ product_id }) => ({
      ...getProductOptions({ path: { id: product_id } }),
      staleTime: Infinity,
      retry: false,
    })),
    combine: (answers) =>
      new Map(items.map(({ product_id }, at) => [product_id, answers[at]?.data?.data?.product.picture])),
  })
  return (productId) => pictures.get(productId) ?? null
}
