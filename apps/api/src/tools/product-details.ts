import type { ProductCard, Spec } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { productId } from './fields.ts'
import { words } from './product-details.en.ts'
import { productFact } from './product-fact.ts'

const input = Type.Object(
  {
    id: productId(),
    facts: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z0-9_]+$' }), {
        maxItems: 20,
        description: 'What is asked for: ids of specs, or price, warranty_months, rating, quantity, released, brand.',
        examples: [['battery_life']],
      }),
    ),
  },
  { additionalProperties: false },
)

export const productDetails = defineTool<typeof input, ProductCard>({
  name: 'product_details',
  title: 'Product details',
  description: 'Everything about one product: price, specs, rating, warranty, stock, description.',
  intent: 'product_info',
  tasks: ['product_details', 'product_attribute'],
  access: 'public',
  input,
  slots: { id: 'product', facts: 'attributes' },
  card: 'product',
  words,
  async run({ id, facts = [] }, { shop }) {
    const record = shop.catalog.get(id)
    if (record === undefined) return { outcome: 'not_found', reason: 'product' }
    const asked = facts.map((fact) => productFact(fact, record, shop)).filter((fact): fact is Spec => fact !== null)
    return { outcome: 'ok', data: { kind: 'product', product: shop.catalog.present(record), asked } }
  },
})
