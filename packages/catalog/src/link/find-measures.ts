import { type Token, isApart } from '../words/tokens.ts'
import type { MentionCandidate } from '../types.ts'
import { type SpecValues, unitOfSign } from './feature-values.ts'
import { canonicalUnit, inUnit } from './measure-units.ts'
import type { PhraseBook } from './phrase.ts'
import { type Span, aboutEqual } from './span.ts'
import { joined } from './units.ts'

const currencyBefore = /(?:[$€£¥₹]|\b(?:usd|eur|gbp|jpy|rs))\s*$/i

export interface MeasureBook {
  readonly all: readonly SpecValues[]
  /** The specs with numbers, by id. */
  readonly byId: ReadonlyMap<string, SpecValues>
}

export function createMeasureBook(values: readonly SpecValues[]): MeasureBook {
  const numeric = values.filter(({ numbers }) => numbers.size > 0)
  return { all: numeric, byId: new Map(numeric.map((one) => [one.definition.id, one])) }
}

/** The numbers of specs in a text: with their unit ("16GB", "16 gb of ram"), or before the spec's name ("8 gears"). */
export function findMeasures(tokens: readonly Token[], text: string, measures: MeasureBook, book: PhraseBook): Span[] {
  const spans: Span[] = []
  tokens.forEach((token, place) => {
    if (!token.numeric || currencyBefore.test(text.slice(Math.max(0, token.start - 5), token.start))) return
    const number = Number(token.text)
    const span =
      withUnit(number, place, tokens, text, measures, book) ?? beforeSpec(number, place, tokens, measures, book)
    if (span !== null) spans.push(span)
  })
  return spans
}

function withUnit(
  number: number,
  place: number,
  tokens: readonly Token[],
  text: string,
  measures: MeasureBook,
  book: PhraseBook,
): Span | null {
  const token = tokens[place] as Token
  const unit = unitAfter(place, tokens, text)
  if (unit === null) return null
  const specs = specsInUnit(number, unit.name, measures)
  if (specs.length === 0) return null
  const after = specNameAfter(unit.next, tokens, book)
  const before = specsNamedBefore(place, tokens, book)
  const named = specs.filter(({ values }) => after?.specs.has(values.definition.id) === true)
  const hinted = specs.filter(({ values }) => before.has(values.definition.id))
  const meant = named.length > 0 ? named : hinted.length > 0 ? hinted : specs
  return {
    kind: 'value',
    start: token.start,
    end: named.length > 0 && after !== null ? after.end : unit.end,
    candidates: candidatesOf(meant),
    whole: true,
  }
}

/** A spec with the number that was said, in the spec's own unit. */
interface Measure {
  readonly values: SpecValues
  readonly number: number
}

/** The specs in the unit itself; where none of them has the number, also those that have it in another ("1 TB" of 1000 GB). */
function specsInUnit(number: number, unit: string, { all }: MeasureBook): Measure[] {
  const same = all.filter(({ units }) => units.has(unit)).map((values) => ({ values, number }))
  if (same.some(({ values: { numbers } }) => numbers.has(number))) return same
  const others = all.flatMap((values) =>
    [...values.units].flatMap((own) => {
      if (own === unit) return []
      const converted = inUnit(number, unit, own)
      const near = converted === null ? undefined : nearestOf(values, converted)
      return near === undefined ? [] : [{ values, number: near }]
    }),
  )
  return [...same, ...others]
}

/** 1 TB is 1024 GB in some shops. */
const roundedAway = 0.03

const nearestOf = ({ numbers }: SpecValues, number: number): number | undefined =>
  [...numbers.keys()].find((one) => Math.abs(one - number) <= roundedAway * number)

/** Sizes are called by their whole number ("a 10 inch tablet" of 10.1); where less or more is better it is a limit instead. */
function sizeMeant({ definition, numbers }: SpecValues, number: number): number {
  if (numbers.has(number) || definition.better !== undefined || !Number.isInteger(number)) return number
  const called = [...numbers.keys()].filter((one) => Math.trunc(one) === number)
  return called.length === 0 ? number : Math.min(...called)
}

/** A number that no product has is a value all the same: that there is none can be said. */
const candidatesOf = (measures: readonly Measure[]): MentionCandidate[] =>
  aboutEqual(
    measures
      .map(({ values, number }) => ({ values, number: sizeMeant(values, number) }))
      .map(({ values: { definition, numbers }, number }) => ({
        id: definition.id,
        // A spec that is a number is likelier meant than a text with one in it ("3.5 mm jack").
        score: numbers.has(number) ? 1 : typeof numbers.values().next().value === 'number' ? 0.85 : 0.75,
        value: numbers.get(number) ?? number,
      })),
  )

function unitAfter(place: number, tokens: readonly Token[], text: string) {
  const token = tokens[place] as Token
  const sign = unitOfSign(text.slice(token.end, token.end + 2))
  if (sign !== null) return { name: sign, end: token.end + 1, next: place + 1 }
  const [one, two] = [tokens[place + 1], tokens[place + 2]]
  if (one === undefined || one.numeric || isApart(one)) return null
  // "5 in the box": only a written-together "13in" is inches.
  if (one.text === 'in' && one.gap !== 'glued') return null
  const double = two === undefined || isApart(two) ? null : canonicalUnit(one.text + two.text)
  if (two !== undefined && double !== null && double !== one.text + two.text)
    return { name: double, end: two.end, next: place + 3 }
  return { name: canonicalUnit(one.text), end: one.end, next: place + 2 }
}

const mostWords = 3

function specNameAfter(next: number, tokens: readonly Token[], book: PhraseBook) {
  const from = tokens[next]?.text === 'of' ? next + 1 : next
  for (let count = mostWords; count > 0; count -= 1) {
    const run = tokens.slice(from, from + count)
    if (run.length < count || run.some(isApart)) continue
    const specs = specsNamed(run, book)
    if (specs.size > 0) return { specs, end: run.at(-1)?.end ?? 0, place: from }
  }
  return null
}

/** "screen of 15 inch", "battery life is 12 hours". */
function specsNamedBefore(place: number, tokens: readonly Token[], book: PhraseBook): Set<string> {
  for (let end = place; end >= Math.max(1, place - 2); end -= 1) {
    for (let count = mostWords; count > 0; count -= 1) {
      if (end < count) continue
      const specs = specsNamed(tokens.slice(end - count, end), book)
      if (specs.size > 0) return specs
    }
  }
  return new Set()
}

const specsNamed = (run: readonly Token[], book: PhraseBook): Set<string> =>
  new Set(book.get(joined(run))?.flatMap(({ kind, id }) => (kind === 'attribute' ? [String(id)] : [])))

function beforeSpec(
  number: number,
  place: number,
  tokens: readonly Token[],
  measures: MeasureBook,
  book: PhraseBook,
): Span | null {
  const token = tokens[place] as Token
  const named = tokens[place + 1]?.text === 'of' ? null : specNameAfter(place + 1, tokens, book)
  if (named === null) return null
  const specs = [...named.specs].flatMap((id) => measures.byId.get(id) ?? [])
  // "2 batteries" is a count; a number that has its own unit is said with it or is one of the shop's.
  const meant = specs.filter(({ units, numbers }) =>
    units.size === 0 ? typeof numbers.values().next().value === 'number' : numbers.get(number) === number,
  )
  if (meant.length === 0) return null
  return {
    kind: 'value',
    start: token.start,
    end: named.end,
    candidates: candidatesOf(meant.map((values) => ({ values, number }))),
    whole: true,
  }
}
