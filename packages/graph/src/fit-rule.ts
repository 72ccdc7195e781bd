import type { FitCondition, FitRule, Ground, ProductRecord, SpecValue } from '@marketplace-agent/domain'
import { type SingleValue, keyOf, numberOf, valuesOf } from './spec-value.ts'

/** How one condition came out for an accessory and a host. */
export interface ConditionVerdict {
  readonly condition: FitCondition
  readonly met: boolean
  /** What it was judged by: where it is met, the values it rests on; else all that the product has. Null: nothing is known. */
  readonly accessory: Ground | null
  readonly host: Ground | null
}

export interface Verdict {
  readonly fits: boolean
  readonly conditions: readonly ConditionVerdict[]
}

/** Whether a rule is about such an accessory and such a host at all. */
export const speaksAbout = (rule: FitRule, accessory: ProductRecord, host: ProductRecord): boolean =>
  accessory.id !== host.id &&
  rule.accessory_categories.includes(accessory.category) &&
  rule.host_categories.includes(host.category)

/**
 * What a rule says of two products that it speaks about.
 * `shares`: the same value on both sides, of a list any; `false` is nothing to have in common.
 * `at_least`, `at_most`: the accessory's number against the host's; what isn't a number doesn't meet them.
 */
export function judge(rule: FitRule, accessory: ProductRecord, host: ProductRecord): Verdict {
  const conditions = rule.conditions.map((condition): ConditionVerdict => {
    const own = accessory.specs[condition.accessory_spec]
    const other = host.specs[condition.host_spec]
    const met = meets(condition.operator, own, other)
    return {
      condition,
      met: met !== null,
      accessory: ground(accessory, condition.accessory_spec, met?.accessory ?? valuesOf(own), own),
      host: ground(host, condition.host_spec, met?.host ?? valuesOf(other), other),
    }
  })
  return { fits: conditions.every(({ met }) => met), conditions }
}

/** The specs that a verdict rests on, each once. */
export function groundsOf(verdict: Verdict): Ground[] {
  const grounds = verdict.conditions.flatMap(({ accessory, host }) => [accessory, host]).filter((each) => each !== null)
  return [...new Map(grounds.map((each) => [JSON.stringify(each), each])).values()]
}

/**
 * What keeps two products from fitting: the conditions known not to be met, or else (`certain` false) those that
 * can't be judged because a spec isn't known.
 */
export function obstacles({ conditions }: Verdict): {
  readonly certain: boolean
  readonly conditions: readonly ConditionVerdict[]
} {
  const unmet = conditions.filter(({ met }) => !met)
  const known = unmet.filter(({ accessory, host }) => accessory !== null && host !== null)
  return known.length > 0 ? { certain: true, conditions: known } : { certain: false, conditions: unmet }
}

interface Met {
  readonly accessory: readonly SingleValue[]
  readonly host: readonly SingleValue[]
}

function meets(
  operator: FitCondition['operator'],
  accessory: SpecValue | undefined,
  host: SpecValue | undefined,
): Met | null {
  const own = valuesOf(accessory)
  const others = valuesOf(host)
  if (operator === 'shares') {
    const inBoth = (values: readonly SingleValue[], against: readonly SingleValue[]) => {
      const keys = new Set(against.map(keyOf))
      return values.filter((value) => value !== false && keys.has(keyOf(value)))
    }
    const met = { accessory: inBoth(own, others), host: inBoth(others, own) }
    return met.accessory.length > 0 && met.host.length > 0 ? met : null
  }
  const number = numberOf(accessory)
  const limit = numberOf(host)
  if (number === null || limit === null) return null
  return (operator === 'at_least' ? number >= limit : number <= limit) ? { accessory: own, host: others } : null
}

function ground(
  product: ProductRecord,
  spec: string,
  values: readonly SingleValue[],
  written: SpecValue | undefined,
): Ground | null {
  const [first, ...others] = values
  if (first === undefined || written === undefined) return null
  if (others.length > 0) return { product_id: product.id, spec, value: values.map(String) }
  return { product_id: product.id, spec, value: first }
}
