import { withoutAddresses } from '../words/addresses.ts'
import { functionWords } from '../words/english.ts'
import { spelledNumbers } from '../words/spelled-numbers.ts'
import { isAllSaid, isMeant, isNoCount } from './bare-number.ts'
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
  const spellable = spellableOf(segments)
  const glued = runTogether(segments)

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
    const take = (match: RegExpExecArray, from = 0) => {
      const start = from + match.index
      const end = start + match[0].length
      if (found.some((one) => one.start < end && start < one.end)) return
      found.push({ canonical: canonicalOf(segments, match.slice(1)), start, end })
    }
    for (const { anywhere } of prefixed) {
      for (const match of text.matchAll(anywhere)) if (!isWordThenNumber(match[0])) take(match)
    }
    if (glued !== null && /\d\p{L}/u.test(text)) {
      for (const { 0: run, index } of text.matchAll(glued.all)) {
        for (const match of run.matchAll(glued.each)) take(match, index)
      }
    }
    if (spellable !== null) found.push(...spelledIn(text, spellable, cueWords))
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

/** A pattern that ends in its only run of digits, of a set count: its numbers can be read out. */
interface Spellable {
  readonly segments: readonly Segment[]
  readonly count: number
  readonly prefix: RegExp
}

function spellableOf(segments: readonly Segment[]): Spellable | null {
  const last = segments.at(-1)
  const before = segments.slice(0, -1)
  if (last?.kind !== 'digits' || last.open || before.some(({ kind }) => kind === 'digits' || kind === 'letters'))
    return null
  const prefix = before.some(({ kind }) => kind === 'literal') ? typedSource(before, false) : '(?!)'
  return { segments, count: last.count, prefix: new RegExp(`${edgeBefore}${prefix}[^\\p{L}\\p{N}]{0,3}$`, 'iu') }
}

/** Numbers that are written out ("order number one thousand and two"), with as many digits as the pattern has. */
function spelledIn(text: string, { segments, count, prefix }: Spellable, cueWords: readonly string[]): FoundNumber[] {
  return spelledNumbers(text).flatMap(({ digits, start, end }) => {
    const before = prefix.exec(text.slice(0, start))
    const number = { start, end, exact: false, digits: digits.length, enough: true }
    if (digits.length !== count || (before === null && !isMeant(number, text, cueWords) && !isAllSaid(number, text)))
      return []
    return [{ canonical: canonicalOf(segments, [digits]), start: before?.index ?? start, end }]
  })
}

interface Reading {
  readonly anywhere: RegExp
  readonly whole: RegExp
}

/** Numbers with a prefix that stand one right after the other: "ORD1002ORD1003"; null for a pattern without one. */
function runTogether(segments: readonly Segment[]): { readonly all: RegExp; readonly each: RegExp } | null {
  if (segments[0]?.kind !== 'literal') return null
  const source = typedSource(segments, false)
  const kept = source.replaceAll(/(?<!\\)\((?!\?)/g, '(?:')
  return { all: new RegExp(`${edgeBefore}(?:${kept}){2,}${edgeAfter}`, 'giu'), each: new RegExp(source, 'giu') }
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
  const word = /^(\p{L}+)\s[^\p{L}]*$/u.exec(matched)?.[1]
  return (
    word !== undefined && (word.length === 1 || functionWords.has(word.toLowerCase())) && word !== word.toUpperCase()
  )
}

/** "orders 1001, 1002 and 1003". */
const followsOne = (found: readonly FoundNumber[], start: number, text: string) =>
  found.some(
    (one) => one.end <= start && /^\s*(?:,|&|\+|and|or)+\s*(?:and|or|#)?\s*$/i.test(text.slice(one.end, start)),
  )
