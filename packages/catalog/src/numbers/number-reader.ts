import { withoutAddresses } from '../words/addresses.ts'
import { functionWords } from '../words/english.ts'
import { isMeant, isNoCount } from './bare-number.ts'
import { type Segment, canonicalOf, exampleOf, parsePattern, strictSource, typedSource } from './number-pattern.ts'

/** A number found in a text, in the shop's own form. `start`, `end`: UTF-16 offsets. */
export interface FoundNumber {
  readonly canonical: string
  readonly start: number
  readonly end: number
}

/** Reads the numbers of one pattern ("ORD-####") however people type them. */
export interface NumberReader {
  readonly pattern: string
  /** A number of this pattern, to show: "ORD-1234". */
  readonly example: string
  /** Whether a number is exactly of the pattern. */
  conforms(number: string): boolean
  /**
   * The number that a text is and nothing else ("ord 1002", "#1002", "1002"), in the shop's own form; else null.
   * After the prefix too few or too many digits are read as well.
   */
  matches(text: string): string | null
  /**
   * The numbers in a text, in its order: with their prefix, after a `#`, or bare where a cue word ("order") stands near
   * or nothing else is said. Never a part of a bigger number, a price, a model's name or an address.
   */
  scan(text: string, options?: { readonly cueWords?: readonly string[] }): FoundNumber[]
}

const edgeBefore = '(?<![\\p{L}\\p{N}])'
const bareEdgeBefore = "(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-_./,’'])"
const edgeAfter = '(?![\\p{L}\\p{N}]|[-/.,:]\\d)'

export function createNumberReader(pattern: string): NumberReader {
  const segments = parsePattern(pattern)
  const strict = new RegExp(`^${strictSource(segments)}$`)
  const rest = withoutPrefix(segments)
  const prefixed = segments[0]?.kind === 'digits' ? [] : readings(segments, edgeBefore)
  // A number that has letters of its own can't be told from its digits alone.
  const bare = rest.some(({ kind }) => kind === 'letters') ? [] : readings(rest, bareEdgeBefore)

  // "26/10431" in the shop's own writing is like nothing else; plain digits may be anything.
  const inGroups = segments.filter(({ kind }) => kind === 'digits').length > 1
  const fewest = rest.reduce((sum, segment) => sum + (segment.kind === 'digits' ? segment.count : 0), 0) - 1
  const matches = (text: string): string | null => {
    const trimmed = text
      .trim()
      .replace(/^#\s*/, '')
      .replace(/[.!?,;]+$/, '')
    const candidates = [...prefixed, ...bare.slice(0, 1)]
    for (const { whole } of candidates) {
      const match = whole.exec(trimmed)
      if (match !== null) return canonicalOf(segments, match.slice(1))
    }
    return null
  }

  const scan: NumberReader['scan'] = (message, { cueWords = [] } = {}) => {
    const text = withoutAddresses(message)
    const found: FoundNumber[] = []
    const take = (match: RegExpExecArray) => {
      const start = match.index
      const end = start + match[0].length
      if (found.some((one) => one.start < end && start < one.end)) return
      found.push({ canonical: canonicalOf(segments, match.slice(1)), start, end })
    }
    for (const { anywhere } of prefixed) {
      for (const match of text.matchAll(anywhere)) if (!isWordThenNumber(match[0])) take(match)
    }
    bare.forEach(({ anywhere }, reading) => {
      for (const match of text.matchAll(anywhere)) {
        const start = match.index
        const digits = match.slice(1).reduce((sum, group) => sum + group.replaceAll(/\D/g, '').length, 0)
        const number = { start, end: start + match[0].length, exact: reading === 0, digits, enough: digits >= fewest }
        const asWritten = inGroups && strict.test(match[0])
        const listed = number.enough && followsOne(found, start, text) && isNoCount(number, text)
        if (asWritten || isMeant(number, text, cueWords) || listed) take(match)
      }
    })
    return found.sort((one, other) => one.start - other.start)
  }

  return { pattern, example: exampleOf(segments), conforms: (number) => strict.test(number), matches, scan }
}

interface Reading {
  readonly anywhere: RegExp
  readonly whole: RegExp
}

/** First with the digits that the pattern has, then with any. */
const readings = (segments: readonly Segment[], before: string): Reading[] =>
  [false, true].map((anyCount) => {
    const source = typedSource(segments, anyCount)
    return {
      anywhere: new RegExp(`${before}${source}${edgeAfter}`, 'giu'),
      whole: new RegExp(`^${source}$`, 'iu'),
    }
  })

/** The segments from the first digits on, where only literal text stands before them. */
function withoutPrefix(segments: readonly Segment[]): readonly Segment[] {
  const first = segments.findIndex(({ kind }) => kind === 'digits' || kind === 'letters')
  return first <= 0 || segments[first]?.kind === 'letters' ? segments : segments.slice(first)
}

/** "a 12", "to 12345": a word and a number, where the prefix is short. */
function isWordThenNumber(matched: string): boolean {
  const word = /^(\p{L}+)\s/u.exec(matched)?.[1]
  return (
    word !== undefined && (word.length === 1 || functionWords.has(word.toLowerCase())) && word !== word.toUpperCase()
  )
}

/** "orders 1001, 1002 and 1003". */
const followsOne = (found: readonly FoundNumber[], start: number, text: string) =>
  found.some(
    (one) => one.end <= start && /^\s*(?:,|&|\+|and|or)+\s*(?:and|or|#)?\s*$/i.test(text.slice(one.end, start)),
  )
