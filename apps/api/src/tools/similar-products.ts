import type { RelatedCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { listLimit, productId } from './fields.ts'
import { relatedReply } from './related.ts'
import { words } from './similar-products.en.ts'

const input = Type.Object({ id: productId(), limit: listLimit() }, { additionalProperties: false })

export const similarProducts = defineTool<typeof input, RelatedCard>({
  name: 'similar_products',
  title: 'Similar products',
  description: 'Products of the same category, best rated first.',
  intent: 'product_info',
  tasks: ['similar_products'],
  access: 'public',
  input,
  slots: { id: 'product' },
  card: 'related',
  words,
  async run({ id, limit = 5 }, { graph, shop }, context) {
    if (shop.catalog.get(id) === undefined) return { outcome: 'not_found', reason: 'product' }
    return relatedReply(id, [['similar', await graph.similar(id, { limit }, context)]], shop)
  },
})
