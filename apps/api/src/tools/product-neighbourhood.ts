import { type GraphCard, StringEnum, relationKinds } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { productId } from './fields.ts'
import { words } from './product-neighbourhood.en.ts'

const input = Type.Object(
  {
    around: Type.Optional(productId('Id of the product in the middle; without it the products with most relations.')),
    depth: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 3, description: 'Steps from it; 1 without it.', examples: [2] }),
    ),
    kinds: Type.Optional(
      Type.Array(StringEnum(relationKinds), {
        maxItems: 5,
        description: 'Only these kinds of relation; without it all, in an overview those between products.',
        examples: [['COMPATIBLE_WITH']],
      }),
    ),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 1000,
        description: 'Nodes at most; 200 without it, 60 of an overview (300 at most).',
        examples: [60],
      }),
    ),
  },
  { additionalProperties: false },
)

export const productNeighbourhood = defineTool<typeof input, GraphCard>({
  name: 'product_neighbourhood',
  title: 'Around a product',
  description: 'The part of the product graph around one product, or an overview of it: nodes and edges.',
  intent: 'product_info',
  tasks: [],
  access: 'public',
  input,
  slots: {},
  card: 'graph',
  words,
  async run({ around, depth = 1, kinds, limit }, { graph, shop }, context) {
    if (around !== undefined && shop.catalog.get(around) === undefined)
      return { outcome: 'not_found', reason: 'product' }
    const options = { ...(kinds !== undefined && { kinds }), ...(limit !== undefined && { limit }) }
    const { nodes, edges, truncated } =
      around === undefined
        ? await graph.overview(options, context)
        : await graph.neighbourhood(around, { depth, ...options }, context)
    return { outcome: 'ok', data: { kind: 'graph', nodes: [...nodes], edges: [...edges], truncated }, edges }
  },
})
