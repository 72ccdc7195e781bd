import type { FitCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { words } from './check-compatibility.en.ts'
import { defineTool } from './define-tool.ts'
import { productId } from './fields.ts'

const input = Type.Object(
  { id: productId(), other_id: productId('Id of the other product.', 'other_product') },
  { additionalProperties: false },
)

export const checkCompatibility = defineTool<typeof input, FitCard>({
  name: 'check_compatibility',
  title: 'Does it fit',
  description: 'Whether one product fits another, and why or why not, by the specs it depends on.',
  intent: 'product_info',
  tasks: ['check_compatibility'],
  access: 'public',
  input,
  slots: { id: 'first_product', other_id: 'other_product' },
  card: 'fit',
  words,
  async run({ id, other_id }, { graph, shop: { catalog } }, context) {
    const one = catalog.get(id)
    const other = catalog.get(other_id)
    if (one === undefined || other === undefined) {
      return { outcome: 'not_found', reason: 'product', values: { id: String(one === undefined ? id : other_id) } }
    }
    if (one === other) return { outcome: 'needs_input', reason: 'same' }
    const fit = await graph.fit(id, other_id, context)
    return {
      outcome: 'ok',
      data: {
        kind: 'fit',
        fits: fit.fits,
        known: fit.known,
        products: [catalog.summary(one), catalog.summary(other)],
        reasons: [...fit.reasons],
      },
      edges: fit.edges,
    }
  },
})
