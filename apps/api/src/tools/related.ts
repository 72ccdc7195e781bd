import type { Shop } from '@marketplace-agent/catalog'
import type { Edge, RelatedCard } from '@marketplace-agent/domain'
import type { Related } from '@marketplace-agent/graph'
import type { ToolReply } from './define-tool.ts'

type Relation = RelatedCard['items'][number]['relation']

/** The related products of one, as a card with the edges it rests on; `groups` in the order they are to be shown. */
export function relatedReply(
  id: number,
  groups: readonly (readonly [Relation, readonly Related[]])[],
  { catalog }: Shop,
): ToolReply<RelatedCard> {
  const record = catalog.get(id)
  if (record === undefined) return { outcome: 'not_found', reason: 'product' }
  const items: RelatedCard['items'] = []
  const edges: Edge[] = []
  for (const [relation, list] of groups) {
    for (const related of list) {
      const product = catalog.get(related.productId)
      if (product === undefined) continue
      items.push({ relation, product: catalog.summary(product), because: related.because })
      edges.push(...related.edges)
    }
  }
  return { outcome: 'ok', data: { kind: 'related', product: catalog.summary(record), items }, edges }
}
