import type { RelatedCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { words } from './bought-together.en.ts'
import { defineTool } from './define-tool.ts'
import { listLimit, productId } from './fields.ts'
import { relatedReply } from './related.ts'

const input = Type.Object({ id: productId(), limit: listLimit() }, { additionalProperties: false })

export const boughtTogether = defineTool<typeof input, RelatedCard>({
  name: 'bought_together',
  title: 'Bought together',
  description: 'What other customers often buy with a product, best rated first.',
  intent: 'product_info',
  tasks: ['bought_together'],
  access: 'public',
  input,
  slots: { id: 'product' },
  card: 'related',
  words,
  async run({ id, limit = 5 }, { graph, shop }, context) {
    if (shop.catalog.get(id) === undefined) return { outcome: 'not_found', reason: 'product' }
    return relatedReply(id, [['bought_together', await graph.boughtTogether(id, { limit }, context)]], shop)
  },
})
