import type { Mention } from '../types.ts'
import { type Span, aboutEqual, tellsApart } from './span.ts'
import { isModelWord } from './terms.ts'

/** Which reading of the same words holds: whole names before parts, then in this order. */
const order: Record<Mention['kind'], number> = { category: 5, product: 4, brand: 3, attribute: 2, value: 1 }
const beforeAll = 6
const wholeBeforePart = 10

/** Of all readings of a text the longest and best that do not overlap, in the order of the text. */
export function chooseSpans(spans: readonly Span[], text: string): Mention[] {
  const sorted = spans
    .filter((span) => (span.kind === 'product' ? tellsApart(span.candidates) : !takesFromName(span, spans, text)))
    .map((span) => ({ span, weight: weightOf(span, spans, text), rank: rankOf(span, spans) }))
    .sort((one, other) => other.weight - one.weight || other.rank - one.rank)
  const chosen: Span[] = []
  for (const { span } of sorted) {
    const same = chosen.findIndex(
      ({ kind, start, end }) => kind === span.kind && start === span.start && end === span.end,
    )
    if (same >= 0) chosen[same] = merged(chosen[same] as Span, span)
    else if (chosen.every(({ start, end }) => end <= span.start || start >= span.end)) chosen.push(span)
  }
  return withSpecNames(
    chosen.sort((one, other) => one.start - other.start),
    text,
  ).map(({ kind, start, end, candidates }) => ({ kind, start, end, candidates: aboutEqual(candidates) }))
}

const between = /^(?:\s+(?:of\s+)?|-|:\s*)$/

/** A value and the name of its spec beside it are one: "16GB RAM", "colour black", "battery of 12 hours". */
function withSpecNames(spans: readonly Span[], text: string): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    const pair = last === undefined ? null : valueAndSpec(last, span)
    if (last === undefined || pair === null || !between.test(text.slice(last.end, span.start))) joined.push(span)
    else joined[joined.length - 1] = { ...pair, start: last.start, end: span.end }
  }
  return joined
}

function valueAndSpec(one: Span, other: Span): Span | null {
  const [value, attribute] = one.kind === 'value' ? [one, other] : [other, one]
  if (value.kind !== 'value' || attribute.kind !== 'attribute') return null
  const candidates = value.candidates.filter(({ id }) => attribute.candidates.some((candidate) => candidate.id === id))
  return candidates.length === 0 ? null : { ...value, candidates }
}

/**
 * "the watch 3 waterproof?" asks of the Watch 3; its number is no value of what follows. Nor is the word for a model right
 * after a name: "the watch 3 ultra" is another watch.
 */
const takesFromName = ({ kind, start, end }: Span, all: readonly Span[], text: string) =>
  kind === 'value' &&
  all.some(
    (other) =>
      other.kind === 'product' &&
      other.whole &&
      ((other.start < start && start < other.end) ||
        (isModelWord(text.slice(start, end).toLowerCase()) && /^\s+$/.test(text.slice(other.end, start)))),
  )

const article = /^(?:the|an?|this|that|your|my)\s+/i

/**
 * A longer reading says more than the readings of its parts together: "glowmark 800" before "glowmark". An article is no
 * part of that where a name goes on: "the glowmark 800" is no "the glowmark".
 */
function weightOf({ start, end, candidates }: Span, all: readonly Span[], text: string): number {
  const name = start + (article.exec(text.slice(start, end))?.[0].length ?? 0)
  const goesOn = all.some((other) => other.kind === 'product' && other.start === name && other.end > end)
  return (end - (goesOn ? name : start)) ** 1.5 * (candidates[0]?.score ?? 0)
}

function rankOf(span: Span, all: readonly Span[]): number {
  const { kind, whole, start, end } = span
  // "storage" is a feature beside a product ("how much storage has the X1"), else a kind of thing.
  const besideProduct = () =>
    all.some((other) => other.kind === 'product' && (other.end <= start || other.start >= end))
  const rank = kind === 'attribute' && besideProduct() ? beforeAll : order[kind]
  return rank + (whole ? wholeBeforePart : 0)
}

const merged = (one: Span, other: Span): Span => ({
  ...one,
  candidates: [...one.candidates, ...other.candidates].sort((first, second) => second.score - first.score),
})
