import type { RelatedCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { categoryIds, listLimit, productId } from './fields.ts'
import { words } from './find-accessories.en.ts'
import { relatedReply } from './related.ts'
import { idsWith } from './spec-filter.ts'
import { unknownCategories } from './unknown-values.en.ts'

const input = Type.Object(
  {
    id: productId(),
    category: Type.Optional(categoryIds('Only what is in these categories.')),
    spec: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z0-9_]+(<=|>=|=).+$' }), {
        maxItems: 20,
        description: 'Rather what has this: "power>=65", "connector=USB-C". Where nothing has, all that fits.',
        examples: [['power>=65']],
      }),
    ),
    limit: listLimit(),
  },
  { additionalProperties: false },
)

/** So many are looked through for those of a category. */
const most = 1000

export const findAccessories = defineTool<typeof input, RelatedCard>({
  name: 'find_accessories',
  title: 'What fits a product',
  description: 'What fits a product (or what it fits), best rated first, each with the reason.',
  intent: 'product_info',
  tasks: ['find_accessories'],
  access: 'public',
  input,
  faults: ({ category }, shop) => unknownCategories(category, shop),
  slots: { id: 'product', category: 'category', spec: 'specs' },
  card: 'related',
  words,
  async run({ id, category, spec, limit = 5 }, { graph, shop }, context) {
    if (shop.catalog.get(id) === undefined) return { outcome: 'not_found', reason: 'product' }
    const [accessories, hosts] = await Promise.all([
      graph.accessories(id, { limit: most }, context),
      graph.hosts(id, { limit: most }, context),
    ])
    const having = spec === undefined ? null : idsWith(spec, shop.catalog)
    const wanted = (list: typeof accessories) => {
      const ofKind = list.filter(
        ({ productId }) => category === undefined || category.includes(shop.catalog.get(productId)?.category ?? ''),
      )
      const rather = ofKind.filter(({ productId }) => having?.has(productId) === true)
      return (rather.length > 0 ? rather : ofKind).slice(0, limit)
    }
    const own = wanted(accessories)
    // A charger has no accessories of its own: what "fits" it are the products it is for.
    return relatedReply(id, own.length > 0 ? [['accessory', own]] : [['host', wanted(hosts)]], shop)
  },
})
