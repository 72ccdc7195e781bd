import { ambiguousDateWords, ordinalSuffixes } from '../text/english.ts'
import type { Token } from '../text/tokens.ts'

const names = (options: Intl.DateTimeFormatOptions, count: number, day: (index: number) => Date) => {
  const format = new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
  return Array.from({ length: count }, (_, index) => format.format(day(index)).toLowerCase())
}
const month = (index: number) => new Date(Date.UTC(2024, index, 1))
const weekday = (index: number) => new Date(Date.UTC(2024, 0, 1 + index))
const months = new Set([...names({ month: 'long' }, 12, month), ...names({ month: 'short' }, 12, month), 'sept'])
const weekdays = new Set([
  ...names({ weekday: 'long' }, 7, weekday),
  ...names({ weekday: 'short' }, 7, weekday),
  'tues',
  'thur',
  'thurs',
])

/** A date that begins at a token: "2026-02-10", "10/02/26", "Feb 10th, 2026", "the 3rd of May", "monday". The token after it. */
export function readDate(tokens: readonly Token[], index: number): number | null {
  return readNumericDate(tokens, index) ?? readNamedDate(tokens, index)
}

/** Three figures with the same sign between, no space. A figure with dots is one token. */
function readNumericDate(tokens: readonly Token[], index: number): number | null {
  const first = tokens[index]
  if (first?.kind !== 'number' || first.glued) return null
  if (/^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$/.test(first.text)) return index + 1
  const [sign, second, other, third] = tokens.slice(index + 1, index + 5)
  if (sign === undefined || !/^[-/]$/.test(sign.text) || other?.text !== sign.text) return null
  const figures = [first, second, third].map((token) => (token?.kind === 'number' ? token.text : ''))
  const glued = [sign, second, other, third].every((token) => token?.glued === true)
  return glued && figures.every((figure) => /^\d{1,4}$/.test(figure)) ? index + 5 : null
}

function readNamedDate(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index]
  if (token === undefined) return null
  if (token.kind === 'number') {
    const end = readDayOfMonth(tokens, index)
    if (end === null) return null
    const of = tokens[end]?.text === 'of' ? end + 1 : end
    return months.has(tokens[of]?.text ?? '') ? readYear(tokens, of + 1) : null
  }
  if (months.has(token.text)) {
    const day = readDayOfMonth(tokens, index + 1)
    if (day !== null) return readYear(tokens, day)
  }
  if (ambiguousDateWords.has(token.text)) return null
  return months.has(token.text) ? readYear(tokens, index + 1) : weekdays.has(token.text) ? index + 1 : null
}

function readDayOfMonth(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index]
  if (token?.kind !== 'number' || !/^(?:[1-9]|0[1-9]|[12]\d|3[01])$/.test(token.text)) return null
  const after = tokens[index + 1]
  if (after?.glued !== true || after.kind !== 'word') return index + 1
  return ordinalSuffixes.has(after.text) ? index + 2 : null
}

function readYear(tokens: readonly Token[], index: number): number {
  const at = tokens[index]?.text === ',' ? index + 1 : index
  return /^(?:19|20)\d\d$/.test(tokens[at]?.text ?? '') ? at + 1 : index
}
