import { type GraphCard, StringEnum, relationKinds } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { productId } from './fields.ts'
import { words } from './product-path.en.ts'

const input = Type.Object(
  {
    from: productId('Id of the product where the way begins.'),
    to: productId('Id of the product where it ends.', 'other_product'),
    max_hops: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 3, description: 'Edges at most; 3 without it.', examples: [3] }),
    ),
    kinds: Type.Optional(
      Type.Array(StringEnum(relationKinds), {
        maxItems: 5,
        description: 'Only over these kinds of relation.',
        examples: [['SAME_CATEGORY']],
      }),
    ),
  },
  { additionalProperties: false },
)

export const productPath = defineTool<typeof input, GraphCard>({
  name: 'product_path',
  title: 'How two products relate',
  description: 'The shortest way between two products in the product graph, up to 3 edges.',
  intent: 'product_info',
  tasks: [],
  access: 'public',
  input,
  slots: {},
  card: 'graph',
  words,
  async run({ from, to, max_hops, kinds }, { graph, shop: { catalog } }, context) {
    const missing = [from, to].find((id) => catalog.get(id) === undefined)
    if (missing !== undefined) return { outcome: 'not_found', reason: 'product', values: { id: String(missing) } }
    const options = { ...(max_hops !== undefined && { maxHops: max_hops }), ...(kinds !== undefined && { kinds }) }
    const path = await graph.path(from, to, options, context)
    if (path === null) return { outcome: 'not_found', reason: 'path' }
    return {
      outcome: 'ok',
      data: { kind: 'graph', nodes: [...path.nodes], edges: [...path.edges], truncated: false },
      edges: path.edges,
    }
  },
})
