import type { Shop } from './shop.ts'

export type NumberKind = keyof Shop['number_patterns']

/** What people put between the parts of a number, or leave out. */
const anySign = String.raw`[\s\-‐-―_/.:#]`

/** A part of a pattern: `#` is a digit, `#+` one or more, `@` a capital letter, all else stands as it is. */
interface Part {
  kind: 'digits' | 'letters' | 'text' | 'sign'
  text: string
}

const partsOf = (pattern: string): Part[] =>
  [...pattern.matchAll(/(#+\+?)|(@+)|([\p{L}\p{N}]+)|([^#@\p{L}\p{N}]+)/gu)].map(
    ([text, digits, letters, literal]): Part => {
      if (digits !== undefined) return { kind: 'digits', text }
      if (letters !== undefined) return { kind: 'letters', text }
      return { kind: literal === undefined ? 'sign' : 'text', text }
    },
  )

const isTyped = ({ kind }: Part) => kind === 'digits' || kind === 'letters'
const countOf = ({ text }: Part) => text.replace('+', '').length

/** A number as the shop makes them, to show: `AB-####` -> "AB-1234". */
export function exampleNumber(pattern: string): string {
  let digit = 0
  return partsOf(pattern)
    .map((part) => {
      if (part.kind === 'letters') return 'ABCDEFGHIJ'.slice(0, countOf(part))
      if (part.kind !== 'digits') return part.text
      const count = part.text.endsWith('+') ? Math.max(4, countOf(part)) : countOf(part)
      return Array.from({ length: count }, () => String((digit++ % 9) + 1)).join('')
    })
    .join('')
}

/** As the parts are typed, whatever stands between them. `anyCount`: with too few digits or too many, too. */
function typedAs(parts: readonly Part[], anyCount: boolean): RegExp {
  let source = ''
  let before: Part | undefined
  for (const part of parts) {
    if (part.kind === 'sign') continue
    // Two runs of digits of any length are told apart by what stands between them.
    const apart = anyCount && before?.kind === 'digits' && part.kind === 'digits'
    if (source !== '') source += `${anySign}{${apart ? 1 : 0},3}`
    before = part
    if (part.kind === 'text') source += part.text
    else if (part.kind === 'letters') source += `(\\p{L}{${countOf(part)}})`
    else if (anyCount || part.text.endsWith('+')) source += String.raw`(\d{1,15})`
    else source += `((?:\\d[ -]?){${countOf(part) - 1}}\\d)`
  }
  return new RegExp(`^${source}$`, 'iu')
}

const trimmed = (text: string) =>
  text
    .trim()
    .replace(/^#\s*/, '')
    .replace(/[.!?,;]+$/, '')

function readAs(text: string, parts: readonly Part[], read: readonly Part[], anyCount: boolean): string | null {
  const match = typedAs(read, anyCount).exec(trimmed(text))
  if (match === null) return null
  let group = 0
  return parts
    .map((part) => (isTyped(part) ? (match[++group] ?? '').replaceAll(/[ -]/g, '').toUpperCase() : part.text))
    .join('')
}

const withoutPrefix = (parts: readonly Part[]): readonly Part[] => {
  const first = parts.findIndex(isTyped)
  return first === -1 ? parts : parts.slice(first)
}

/** The ways to read a text as a number, the surest first: as it should be, its digits alone, with another count of digits. */
const readings = [
  (text: string, parts: readonly Part[]) => readAs(text, parts, parts, false),
  (text: string, parts: readonly Part[]) => readAs(text, parts, withoutPrefix(parts), false),
  (text: string, parts: readonly Part[]) => (parts[0]?.kind === 'text' ? readAs(text, parts, parts, true) : null),
]

/**
 * What somebody typed ("ab 1002", "AB1002", "#1002") as a number of the shop in its own form ("AB-1002"), of the first of
 * the kinds that it can be; null where it is like none.
 */
export function readNumber(
  text: string,
  patterns: Shop['number_patterns'],
  kinds: readonly NumberKind[],
): { kind: NumberKind; number: string } | null {
  for (const read of readings) {
    for (const kind of kinds) {
      const number = read(text, partsOf(patterns[kind]))
      if (number !== null) return { kind, number }
    }
  }
  return null
}
