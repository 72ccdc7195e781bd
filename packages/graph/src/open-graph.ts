import type { ProductRecord, ShopSettings } from '@marketplace-agent/domain'
import { createEmbeddedGraph } from './embedded/embedded-graph.ts'
import type { ProductGraph } from './port.ts'

/**
 * The graph of a shop's products. Settings and products are taken as checked: an id of a product that isn't there
 * makes no edge.
 */
export async function openGraph(options: {
  readonly settings: ShopSettings
  readonly products: readonly ProductRecord[]
}): Promise<ProductGraph> {
  return createEmbeddedGraph(options)
}
