import type { SpecValue } from '@marketplace-agent/domain'

export type SingleValue = string | number | boolean

/** What a spec holds, one by one: a scalar counts as a list of one; blanks and repeats are left out. */
export function valuesOf(value: SpecValue | undefined): readonly SingleValue[] {
  if (value === undefined) return []
  if (typeof value === 'number' || typeof value === 'boolean') return [value]
  const texts = (typeof value === 'string' ? [value] : value).map((text) => text.trim()).filter((text) => text !== '')
  if (texts.length < 2) return texts
  return [...new Map(texts.toReversed().map((text) => [keyOf(text), text])).values()].toReversed()
}

/** What single values are compared by: case and outer blanks don't count, and the number 58 is the text "58". */
export const keyOf = (value: SingleValue): string => String(value).trim().toLowerCase()

/** The number that a spec is, if it is one. */
export function numberOf(value: SpecValue | undefined): number | null {
  const [single, ...others] = valuesOf(value)
  if (single === undefined || typeof single === 'boolean' || others.length > 0) return null
  const number = Number(single)
  return Number.isFinite(number) ? number : null
}

/** Whether two values say the same, whatever their order and case. */
export function sameValue(one: SpecValue | null, other: SpecValue | null): boolean {
  if (one === null || other === null) return one === other
  const keys = new Set(valuesOf(one).map(keyOf))
  const others = valuesOf(other)
  return keys.size === others.length && others.every((value) => keys.has(keyOf(value)))
}
