import type { Edge, FitRule, GraphNode, ProductRecord } from '@marketplace-agent/domain'
import { groundsOf, judge } from './fit-rule.ts'
import { type SingleValue, valuesOf } from './spec-value.ts'
import type { Words } from './words.en.ts'

export const productNodeId = (id: number) => `product:${id}`
export const categoryNodeId = (id: string) => `category:${id}`
/** A list has a node for each of its values. */
export const specNodeId = (spec: string, value: SingleValue) => `spec:${spec}=${value}`

export type Elements = ReturnType<typeof createElements>

/** The nodes and edges as answers carry them, the same from every adapter. */
export function createElements(words: Words) {
  const hasSpec = (product: ProductRecord, spec: string, value: SingleValue): Edge => ({
    kind: 'HAS_SPEC',
    from: productNodeId(product.id),
    to: specNodeId(spec, value),
    because: words.hasSpec(product, spec, value),
    rests_on: [{ product_id: product.id, spec, value }],
  })

  return {
    productNode: ({ id, name }: ProductRecord): GraphNode => ({
      id: productNodeId(id),
      kind: 'product',
      label: name,
      product_id: id,
    }),
    categoryNode: (id: string): GraphNode => ({
      id: categoryNodeId(id),
      kind: 'category',
      label: words.categoryName(id),
    }),
    specNode: (spec: string, value: SingleValue): GraphNode => ({
      id: specNodeId(spec, value),
      kind: 'spec',
      label: words.specLabel(spec, value),
    }),

    hasSpec,
    /** HAS_SPEC of each value that a product has for a spec. */
    hasSpecs: (product: ProductRecord, spec: string): Edge[] =>
      valuesOf(product.specs[spec]).map((value) => hasSpec(product, spec, value)),
    sameCategory: (product: ProductRecord): Edge => ({
      kind: 'SAME_CATEGORY',
      from: productNodeId(product.id),
      to: categoryNodeId(product.category),
      because: words.inCategory(product),
      rests_on: [],
    }),
    /** Holds both ways; written once, from the lower id to the higher. */
    boughtTogether(one: ProductRecord, other: ProductRecord): Edge {
      const [lower, higher] = one.id < other.id ? [one, other] : [other, one]
      return {
        kind: 'FREQUENTLY_BOUGHT_WITH',
        from: productNodeId(lower.id),
        to: productNodeId(higher.id),
        because: words.boughtTogether(lower, higher),
        rests_on: [],
      }
    },
    upgradedFrom: (newer: ProductRecord, older: ProductRecord): Edge => ({
      kind: 'UPGRADED_FROM',
      from: productNodeId(newer.id),
      to: productNodeId(older.id),
      because: words.follows([newer, older]),
      rests_on: [],
    }),
    /** For a rule that speaks about the two; null where it doesn't hold. */
    compatibleWith(rule: FitRule, accessory: ProductRecord, host: ProductRecord): Edge | null {
      const verdict = judge(rule, accessory, host)
      if (!verdict.fits) return null
      return {
        kind: 'COMPATIBLE_WITH',
        from: productNodeId(accessory.id),
        to: productNodeId(host.id),
        because: words.fits(rule, accessory, host, verdict),
        rule: rule.id,
        rests_on: groundsOf(verdict),
      }
    },
  }
}
