import { findAccessoriesOptions, findSimilarProductsOptions } from '@marketplace-agent/api-client/react-query'

/** What goes with a product, and what it goes with. */
export const accessoriesOf = (id: number) => findAccessoriesOptions({ path: { id }, query: { limit: 12 } })

export const similarTo = (id: number) => findSimilarProductsOptions({ path: { id } })
