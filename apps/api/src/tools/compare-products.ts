import type { ComparisonCard, ComparisonRow, ProductRecord } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { words } from './compare-products.en.ts'
import { defineTool, holds } from './define-tool.ts'
import { categoryIds, productIds } from './fields.ts'
import { factIds, productFact } from './product-fact.ts'
import { unknownCategories, unknownFacts, unknownSort } from './unknown-values.en.ts'

const input = Type.Object(
  {
    ids: productIds(2),
    facts: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z0-9_]+$' }), {
        maxItems: 20,
        description: 'What is asked for first: ids of specs, or price, rating, warranty_months.',
        ...holds('facts'),
      }),
    ),
    sort: Type.Optional(
      Type.String({
        maxLength: 60,
        pattern: '^-?[a-z0-9_]+$',
        description: 'Which is ahead: price, rating, released or a spec, the lowest first; with a minus the highest.',
        examples: ['price'],
      }),
    ),
    category: Type.Optional(categoryIds('The kinds that these are the best rated of, where whole kinds are compared.')),
    purpose: Type.Optional(
      Type.String({ maxLength: 60, description: 'What they are to be good for, in a word.', examples: ['travel'] }),
    ),
    claim: Type.Optional(
      Type.Boolean({
        description: 'With sort: whether the first of the products is ahead of all others.',
        examples: [true],
      }),
    ),
  },
  { additionalProperties: false },
)

const higherIsBetter: Readonly<Record<string, boolean>> = { price: false, rating: true, warranty_months: true }
/** Facts beside the specs that are told where they are asked for only. */
const onRequest = ['released', 'quantity', 'brand']

/** Positions of the best numbers, where they differ. */
function bestOf(values: readonly unknown[], higher: boolean): number[] {
  const numbers = values.filter((value) => typeof value === 'number')
  if (numbers.length < 2 || new Set(numbers).size < 2) return []
  const best = higher ? Math.max(...numbers) : Math.min(...numbers)
  return values.flatMap((value, index) => (value === best ? [index] : []))
}

export const compareProducts = defineTool<typeof input, ComparisonCard>({
  name: 'compare_products',
  title: 'Compare products',
  description:
    'Two or more products side by side: price, rating, warranty and every spec, with the differences marked.',
  intent: 'comparison',
  tasks: ['compare_products'],
  access: 'public',
  input,
  faults: ({ facts, sort, category }, shop) => [
    ...unknownFacts(facts, shop),
    ...unknownCategories(category, shop),
    ...unknownSort(sort, factIds(shop)),
  ],
  slots: {
    ids: 'products',
    facts: 'attributes',
    sort: 'sort',
    category: 'compared_kinds',
    purpose: 'purpose',
    claim: 'claim',
  },
  card: 'comparison',
  words,
  async run({ ids: named, facts: asked = [], category }, { shop, graph }, context) {
    const ids = [...new Set(named)]
    const missing = ids.find((id) => shop.catalog.get(id) === undefined)
    if (missing !== undefined) return { outcome: 'not_found', reason: 'product', values: { id: String(missing) } }
    if (ids.length < 2) return { outcome: 'needs_input', reason: 'one' }
    const records = ids.map((id) => shop.catalog.get(id) as ProductRecord)
    const comparison = await graph.compare(ids, context)
    const extra = onRequest.filter((id) => asked.includes(id))
    const basics = [...Object.keys(higherIsBetter), ...extra].map((id): ComparisonRow => {
      const facts = records.map((record) => productFact(id, record, shop))
      const values = facts.map((fact) => fact?.value ?? null)
      const higher = higherIsBetter[id]
      return {
        id,
        label: facts.find((fact) => fact !== null)?.label ?? id,
        values,
        texts: facts.map((fact) => fact?.text ?? null),
        differs: new Set(values).size > 1,
        best: higher === undefined ? [] : bestOf(values, higher),
      }
    })
    const specs = comparison.specs.map(({ spec, values, differs, best }): ComparisonRow => ({
      id: spec,
      label: shop.catalog.spec(spec)?.label ?? spec,
      values: [...values],
      texts: values.map((value) => (value === null ? null : shop.format.spec(shop.catalog.spec(spec), value))),
      differs,
      best: [...best],
    }))
    return {
      outcome: 'ok',
      data: {
        kind: 'comparison',
        ...(category !== undefined && { best_of: shop.catalog.query({ categories: category, limit: 1 }).total }),
        products: records.map((record) => shop.catalog.summary(record)),
        rows: [...basics.filter((row) => row.values.some((value) => value !== null)), ...specs],
      },
      edges: comparison.edges,
    }
  },
})
