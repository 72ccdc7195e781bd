import type { Catalog } from '@marketplace-agent/catalog'
import type { Spec, SpecValue } from '@marketplace-agent/domain'
import { readSpecFilter } from './spec-filter.ts'

const negative = /^\s*(?:no|none|not|without|never)\b/i

/** Whether a spec says that there is something: "none", 0 and an empty list don't. */
function isThere(value: SpecValue): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value > 0
  return [value].flat().some((each) => !negative.test(each))
}

/**
 * Whether a fact of a product answers what was asked of it with yes or no: "ports=HDMI" whether it has that value, "nfc"
 * whether it has it at all. Null: nothing was asked of it so.
 */
export function verdictOf(
  product: number,
  { id, value }: Pick<Spec, 'id' | 'value'>,
  claims: readonly string[],
  catalog: Catalog,
): boolean | null {
  const mine = claims.filter((claim) => /^[a-z0-9_]+/.exec(claim)?.[0] === id)
  if (mine.length === 0) return null
  return mine.every((claim) => (claim === id ? isThere(value) : catalog.meets(product, readSpecFilter(claim))))
}
