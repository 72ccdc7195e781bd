import type { Shop } from '@marketplace-agent/catalog'
import type { ProductRecord, RelatedCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { listLimit, productId } from './fields.ts'
import { factIds, productFact } from './product-fact.ts'
import { relatedReply } from './related.ts'
import { words } from './similar-products.en.ts'
import { unknownSort } from './unknown-values.en.ts'

const input = Type.Object(
  {
    id: productId(),
    ahead: Type.Optional(
      Type.String({
        maxLength: 60,
        pattern: '^-?[a-z0-9_]+$',
        description:
          'Only those with less of this than it: price, rating, released or a spec; with a minus, with more.',
        examples: ['price'],
      }),
    ),
    limit: listLimit(),
  },
  { additionalProperties: false },
)

/** So many are looked through for those that are ahead. */
const most = 1000

/** Whether one has less of something than another (with a minus before it, more); false where either isn't known. */
function isAhead(ahead: string, one: ProductRecord, other: ProductRecord, shop: Shop): boolean {
  const id = ahead.replace(/^-/, '')
  const value = productFact(id, one, shop)?.value
  const own = productFact(id, other, shop)?.value
  const comparable = typeof value === typeof own && (typeof value === 'number' || id === 'released')
  if (!comparable || value === undefined || own === undefined) return false
  return ahead.startsWith('-') ? value > own : value < own
}

export const similarProducts = defineTool<typeof input, RelatedCard>({
  name: 'similar_products',
  title: 'Similar products',
  description: 'Products of the same category, best rated first.',
  intent: 'product_info',
  tasks: ['similar_products'],
  access: 'public',
  input,
  faults: ({ ahead }, shop) => unknownSort(ahead, factIds(shop), 'ahead'),
  slots: { id: 'product', ahead: 'ahead' },
  card: 'related',
  words,
  async run({ id, ahead, limit = 5 }, { graph, shop }, context) {
    const own = shop.catalog.get(id)
    if (own === undefined) return { outcome: 'not_found', reason: 'product' }
    const similar = await graph.similar(id, { limit: ahead === undefined ? limit : most }, context)
    const wanted = similar.filter(({ productId: other }) => {
      const record = shop.catalog.get(other)
      return ahead === undefined || (record !== undefined && isAhead(ahead, record, own, shop))
    })
    return relatedReply(id, [['similar', wanted.slice(0, limit)]], shop)
  },
})
