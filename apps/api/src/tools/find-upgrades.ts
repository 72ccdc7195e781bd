import type { RelatedCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { listLimit, productId } from './fields.ts'
import { words } from './find-upgrades.en.ts'
import { relatedReply } from './related.ts'

const input = Type.Object({ id: productId(), limit: listLimit() }, { additionalProperties: false })

export const findUpgrades = defineTool<typeof input, RelatedCard>({
  name: 'find_upgrades',
  title: 'Newer and older models',
  description: 'The models that follow a product and those it follows, nearest first.',
  intent: 'product_info',
  tasks: ['find_upgrades'],
  access: 'public',
  input,
  slots: { id: 'product' },
  card: 'related',
  words,
  async run({ id, limit = 5 }, { graph, shop }, context) {
    if (shop.catalog.get(id) === undefined) return { outcome: 'not_found', reason: 'product' }
    const [newer, older] = await Promise.all([graph.newer(id, { limit }, context), graph.older(id, { limit }, context)])
    return relatedReply(
      id,
      [
        ['newer', newer],
        ['older', older],
      ],
      shop,
    )
  },
})
