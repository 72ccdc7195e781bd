import type { ProductCard, Spec } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool, holds } from './define-tool.ts'
import { productId } from './fields.ts'
import { words } from './product-details.en.ts'
import { priceOfSeveral, productFact } from './product-fact.ts'
import { unknownFacts } from './unknown-values.en.ts'

const input = Type.Object(
  {
    id: productId(),
    facts: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z0-9_]+$' }), {
        maxItems: 20,
        description: 'What is asked for: ids of specs, or price, warranty_months, rating, quantity, released, brand.',
        ...holds('facts'),
      }),
    ),
    has: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z0-9_]+((<=|>=|=).+)?$' }), {
        maxItems: 20,
        description:
          'Of the facts asked for, what is answered with yes or no: whether a spec has a value ("ports=USB-C", "memory>=16"), or is there at all ("backlight").',
        ...holds('spec_limits'),
      }),
    ),
    count: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 999,
        description: 'With the price: what so many of it cost, too.',
        examples: [2],
      }),
    ),
    feature: Type.Optional(
      Type.String({
        maxLength: 100,
        description: 'What is asked for in words that name no spec: what has to do with it is told.',
        examples: ['touchscreen'],
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
  faults: ({ facts }, shop) => unknownFacts(facts, shop),
  slots: { id: 'product', facts: 'attributes', has: 'yes_or_no', count: 'count', feature: 'feature' },
  card: 'product',
  words,
  async run({ id, facts = [], count = 1 }, { shop }) {
    const record = shop.catalog.get(id)
    if (record === undefined) return { outcome: 'not_found', reason: 'product' }
    const asked = facts.map((fact) => productFact(fact, record, shop)).filter((fact): fact is Spec => fact !== null)
    if (count > 1 && facts.includes('price')) asked.push(priceOfSeveral(count, record, shop))
    return { outcome: 'ok', data: { kind: 'product', product: shop.catalog.present(record), asked } }
  },
})
