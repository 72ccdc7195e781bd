/** A part of a number pattern. Digits: `count` of them, `open` means that or more. */
export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'letters'; readonly count: number }
  | { readonly kind: 'digits'; readonly count: number; readonly open: boolean }

/** Reads a pattern of shop.json: `#` a digit, `@` a capital letter, `#+` one or more digits, all else as it is. */
export function parsePattern(pattern: string): Segment[] {
  return [...pattern.matchAll(/(#+)(\+?)|(@+)|([\p{L}\p{N}]+)|([^#@\p{L}\p{N}]+)/gu)].map(
    ([, hashes, plus, ats, literal, sign]): Segment => {
      if (hashes !== undefined) return { kind: 'digits', count: hashes.length, open: plus === '+' }
      if (ats !== undefined) return { kind: 'letters', count: ats.length }
      return literal === undefined ? { kind: 'sign', text: sign ?? '' } : { kind: 'literal', text: literal }
    },
  )
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)

/** Exactly as the pattern says. */
export const strictSource = (segments: readonly Segment[]): string =>
  segments
    .map((segment) => {
      if (segment.kind === 'digits') return `\\d{${segment.count}${segment.open ? ',' : ''}}`
      return segment.kind === 'letters' ? `[A-Z]{${segment.count}}` : escaped(segment.text)
    })
    .join('')

/** What people put between the parts of a number. */
const anySign = '[\\s\\-‐-―_/.:#]'
const mostDigits = 15

/**
 * As people type it: signs left out, others in their place, spaces; case is up to the flags. With `anyCount` too few or
 * too many digits are read, but then two runs of digits need a sign between them. A prefix may be spelled ("O R D"), and
 * what is the only run of digits after it may stand in groups ("10 02"). Each digits and letters part is a group.
 */
export function typedSource(segments: readonly Segment[], anyCount: boolean): string {
  let source = ''
  const lone = segments[0]?.kind === 'literal' && segments.filter(({ kind }) => kind === 'digits').length === 1
  const groupedFrom = lone ? shortestGrouped : longRun
  segments.forEach((segment, place) => {
    if (segment.kind === 'sign') return
    const before = segments[place - 1]
    const runsOn = segment.kind === 'digits' && before?.kind === 'sign' && segments[place - 2]?.kind === 'digits'
    if (source !== '') source += `${anySign}${anyCount && runsOn ? '{1,3}' : '{0,3}'}`
    source += typedPart(segment, anyCount, groupedFrom)
  })
  return source
}

/** From so many digits on a run is typed in groups: whatever stands before it ("1002 0001"), or after its prefix ("10 02"). */
const longRun = 7
const shortestGrouped = 4

/** A prefix as it is, or letter by letter. */
const literalSource = (text: string) =>
  text.length === 1 ? escaped(text) : `(?:${escaped(text)}|${[...text].map(escaped).join('[\\s.-]')})`

function typedPart(segment: Exclude<Segment, { kind: 'sign' }>, anyCount: boolean, groupedFrom: number): string {
  if (segment.kind === 'literal') return literalSource(segment.text)
  if (segment.kind === 'letters') return `(\\p{L}{${segment.count}})`
  if (anyCount || segment.open) return `(\\d{1,${mostDigits}})`
  return segment.count < groupedFrom ? `(\\d{${segment.count}})` : `((?:\\d[ -]?){${segment.count - 1}}\\d)`
}

/** The number in the shop's own form, from what was typed for its digits and letters. */
export function canonicalOf(segments: readonly Segment[], typed: readonly string[]): string {
  let group = 0
  return segments
    .map((segment) => {
      if (segment.kind === 'literal' || segment.kind === 'sign') return segment.text
      group += 1
      return (typed[group - 1] ?? '').replaceAll(/[ -]/g, '').toUpperCase()
    })
    .join('')
}

/** A number as the pattern makes them, to show to someone: `ORD-1234`. */
export function exampleOf(segments: readonly Segment[]): string {
  let digit = 0
  return segments
    .map((segment) => {
      if (segment.kind === 'letters') return 'ABCDEFGHIJ'.repeat(3).slice(0, segment.count)
      if (segment.kind !== 'digits') return segment.text
      return Array.from(
        { length: segment.open ? Math.max(4, segment.count) : segment.count },
        () => (digit = (digit % 9) + 1),
      ).join('')
    })
    .join('')
}
