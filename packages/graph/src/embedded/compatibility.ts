import type { FitRule, ProductRecord } from '@marketplace-agent/domain'
import { judge, speaksAbout } from '../fit-rule.ts'
import { type Lookup, accessoryLookup, hostLookup } from './condition-lookup.ts'

export const roles = ['accessory', 'host'] as const
export type Role = (typeof roles)[number]

/** Finds who may meet the conditions of a rule, by what a product has that plays one of its roles. */
interface Finder {
  readonly rule: FitRule
  readonly conditions: readonly { readonly spec: string; readonly lookup: Lookup }[]
}

/**
 * The COMPATIBLE_WITH edges, found when they are asked for: thousands of accessories with thousands of hosts are
 * millions of edges, but what they follow from (who has which value) is small.
 * Products are known by their position in `products`, and found in that order.
 */
export function createCompatibility(rules: readonly FitRule[], products: readonly ProductRecord[]) {
  const finders: Record<Role, Map<string, Finder[]>> = { accessory: new Map(), host: new Map() }
  const add = (role: Role, categories: readonly string[], finder: Finder) => {
    for (const category of new Set(categories)) {
      const known = finders[role].get(category)
      if (known === undefined) finders[role].set(category, [finder])
      else known.push(finder)
    }
  }
  const positionsIn = (categories: readonly string[]) => {
    const wanted = new Set(categories)
    return products.flatMap(({ category }, position) => (wanted.has(category) ? [position] : []))
  }
  for (const rule of rules) {
    const accessories = { products, positions: positionsIn(rule.accessory_categories) }
    const hosts = { products, positions: positionsIn(rule.host_categories) }
    add('accessory', rule.accessory_categories, {
      rule,
      conditions: rule.conditions.map((condition) => ({
        spec: condition.accessory_spec,
        lookup: hostLookup(condition, hosts),
      })),
    })
    add('host', rule.host_categories, {
      rule,
      conditions: rule.conditions.map((condition) => ({
        spec: condition.host_spec,
        lookup: accessoryLookup(condition, accessories),
      })),
    })
  }

  /** The rules that speak about two products, in the shop's order. */
  function rulesFor(accessory: ProductRecord, host: ProductRecord): FitRule[] {
    const known = finders.accessory.get(accessory.category) ?? []
    return known.map(({ rule }) => rule).filter((rule) => speaksAbout(rule, accessory, host))
  }

  const fits = (accessory: ProductRecord, host: ProductRecord) =>
    rulesFor(accessory, host).some((rule) => judge(rule, accessory, host).fits)

  /** The positions of all that a product fits as an accessory, or that fit it as a host; `skip` some unjudged. */
  function* partners(product: ProductRecord, role: Role, skip: (position: number) => boolean): Generator<number> {
    const marked = new Uint8Array(products.length)
    for (const { conditions } of finders[role].get(product.category) ?? []) {
      for (const list of fewest(conditions.map(({ spec, lookup }) => lookup(product.specs[spec])))) {
        for (let index = 0; index < list.length; index++) marked[list[index] as number] = 1
      }
    }
    for (let position = 0; position < products.length; position++) {
      if (marked[position] === 0 || skip(position)) continue
      const partner = products[position] as ProductRecord
      if (role === 'accessory' ? fits(product, partner) : fits(partner, product)) yield position
    }
  }

  return { rulesFor, partners }
}

/** Every condition has to hold, so the one that leaves the fewest will do. */
function fewest(candidates: readonly (readonly ArrayLike<number>[])[]): readonly ArrayLike<number>[] {
  const size = (lists: readonly ArrayLike<number>[]) => lists.reduce((sum, list) => sum + list.length, 0)
  return candidates.reduce((least, lists) => (size(lists) < size(least) ? lists : least), candidates[0] ?? [])
}
