import type { SpecValue } from '@marketplace-agent/domain'
import { compact, wholeWords } from '../words/tokens.ts'

/** The number of a spec value: itself, or what a string begins with ("16 GB" -> 16). */
export function numberOf(value: SpecValue | undefined): number | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  const leading = /^\s*(-?\d+(?:\.\d+)?)/.exec(value)
  return leading === null ? null : Number(leading[1])
}

/**
 * Tells whether a spec has a value. Texts are compared by their words, whatever the case and signs; a text that stands
 * whole in the spec's is enough ("i7" for "Intel Core i7-1260P").
 */
export function valueMatcher(wanted: string | number | boolean): (value: SpecValue | undefined) => boolean {
  if (typeof wanted === 'number') return (value) => numberOf(value) === wanted
  if (typeof wanted === 'boolean') return (value) => value === wanted
  const [words, joined] = [` ${wholeWords(wanted).join(' ')} `, compact(wanted)]
  const hasText = memo(
    (text: string) => joined !== '' && (` ${wholeWords(text).join(' ')} `.includes(words) || compact(text) === joined),
  )
  return (value) => {
    if (value === undefined) return false
    if (typeof value === 'string') return hasText(value)
    return Array.isArray(value) ? value.some(hasText) : String(value) === wanted.trim()
  }
}

/** Values repeat from product to product. */
function memo(test: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = test(text)
    known.set(text, result)
    return result
  }
}
