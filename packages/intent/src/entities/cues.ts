import type { Catalog } from '@marketplace-agent/catalog'
import type { ShopSettings } from '@marketplace-agent/domain'
import type { Words } from '../language/words.ts'
import { determiners } from '../text/english.ts'
import { createPhrases, phraseSet } from '../text/phrases.ts'
import { type Token, indexAt } from '../text/tokens.ts'
import type { AmountReader } from './amounts.ts'
import { placeOf } from './figures.ts'
import type { Cue, MentionSpan, Span } from './findings.ts'

export interface CueReader {
  read(tokens: readonly Token[], spans: readonly Span[], mentions: readonly MentionSpan[]): Cue[]
}

/** Sort orders, rating limits, stock, positions in a list and pronouns, by the language's word lists. */
export function createCueReader(
  words: Words,
  readAmount: AmountReader,
  catalog: Catalog,
  settings: ShopSettings,
  negations: { endsBefore(tokens: readonly Token[], index: number): boolean },
): CueReader {
  const readers = [
    createSortReader(words, catalog, settings),
    createRatingReader(words, readAmount),
    createStockReader(words, negations),
    createOrdinalReader(words),
    createPronounReader(words, catalog),
  ]
  return {
    read: (tokens, spans, mentions) => readers.flatMap((reader) => reader(tokens, spans, mentions)),
  }
}

type Reader = (tokens: readonly Token[], spans: readonly Span[], mentions: readonly MentionSpan[]) => Cue[]

const mentionFrom = (tokens: readonly Token[], index: number, mentions: readonly MentionSpan[]) => {
  const start = tokens[index]?.start
  return start === undefined ? undefined : mentions.find((span) => span.start === start)
}

function createSortReader(words: Words, catalog: Catalog, settings: ShopSettings): Reader {
  const specNames = new Map<string, string>()
  for (const spec of settings.specs) {
    for (const name of [...spec.aliases, spec.label]) specNames.set(name.toLowerCase(), spec.id)
  }
  const specOf = (hints: readonly string[] = []) =>
    hints.map((hint) => specNames.get(hint)).find((id) => id !== undefined) ?? null
  const entries = [...Object.entries(words.sort), ...Object.entries(words.comparatives)]
  const cues = createPhrases(entries.map(([phrase, cue]) => [phrase, { ...cue, spec: specOf(cue.hints) }] as const))
  const priceWords = new Set(words.limits.price_words)

  return (tokens, _, mentions) =>
    cues.all(tokens).flatMap(({ from, to, meaning }): Cue[] => {
      const next = tokens[to]
      // "cheaper than" sets a limit or compares two.
      if (next?.text === 'than') return []
      const descending = meaning.order === 'desc'
      const named = mentionFrom(tokens, to, mentions)
      const attribute = named?.placeholder === 'attribute' ? named.mention.candidates[0]?.id : undefined
      const spec = typeof attribute === 'string' && catalog.spec(attribute) !== undefined ? attribute : null
      const place = { ...placeOf(tokens, from, to), kind: 'sort' as const }
      if (spec !== null) {
        const lowerIsBetter = meaning.by === 'rating' && catalog.spec(spec)?.better === 'lower'
        return [{ ...place, sort: { by: { spec }, descending: descending !== lowerIsBetter } }]
      }
      if (meaning.by === 'spec') {
        return meaning.spec === null ? [] : [{ ...place, sort: { by: { spec: meaning.spec }, descending } }]
      }
      const bestPrice = meaning.by === 'rating' && next !== undefined && priceWords.has(next.text)
      return [{ ...place, sort: bestPrice ? { by: 'price', descending: !descending } : { by: meaning.by, descending } }]
    })
}

const highestRating = 5

/** "4 stars and up", "rated above 4", "at least 4.5 out of 5", "well rated". An upper limit on a rating is none. */
function createRatingReader(words: Words, readAmount: AmountReader): Reader {
  const units = phraseSet(words.rating.units)
  const cues = phraseSet(words.rating.cues)
  const high = phraseSet(words.rating.high)
  const { limits } = words
  const most = phraseSet([...limits.max_exclusive, ...limits.max_inclusive])
  const least = phraseSet([...limits.min_exclusive, ...limits.min_inclusive, ...limits.around])

  return (tokens) => {
    const found: Cue[] = high
      .all(tokens)
      .map(({ from, to }) => ({ ...placeOf(tokens, from, to), kind: 'rating', minRating: words.rating.high_means }))
    tokens.forEach((_, index) => {
      const amount = readAmount(tokens, index)
      if (amount === null || amount.money || amount.value > highestRating || amount.value < 1) return
      const plus = least.at(tokens, amount.to)?.to ?? amount.to
      const unit = units.at(tokens, amount.to) ?? units.at(tokens, plus)
      const limit = least.before(tokens, index)
      const start = limit?.from ?? index
      const cue = cues.before(tokens, start)
      const below = most.before(tokens, index) !== null || most.at(tokens, unit?.to ?? amount.to) !== null
      if ((unit === null && cue === null) || below) return
      found.push({
        ...placeOf(tokens, cue?.from ?? start, unit?.to ?? amount.to),
        kind: 'rating',
        minRating: amount.value,
      })
    })
    return found
  }
}

function createStockReader(
  words: Words,
  negations: { endsBefore(tokens: readonly Token[], index: number): boolean },
): Reader {
  const phrases = phraseSet(words.in_stock)
  return (tokens) =>
    phrases
      .all(tokens)
      .filter(({ from }) => !negations.endsBefore(tokens, from))
      .map(({ from, to }) => ({ ...placeOf(tokens, from, to), kind: 'in_stock' }))
}

/** More than this is no place in a list that a customer was shown. */
const longestList = 20

function createOrdinalReader(words: Words): Reader {
  const { ordinals, numbers } = words
  const positions = createPhrases(Object.entries(ordinals.positions))
  const relative = createPhrases(Object.entries(ordinals.relative))
  const numbered = phraseSet(ordinals.numbered)
  const exceptions = phraseSet(ordinals.not_a_position)
  const nouns = phraseSet(ordinals.nouns)
  const articles = new Set(numbers.article_like)
  const count = (token: Token | undefined): number | null => {
    const value = token === undefined || articles.has(token.text) ? undefined : numbers.words[token.text]
    const figure = token?.kind === 'number' ? Number(token.text) : value
    return figure !== undefined && Number.isInteger(figure) && figure >= 1 && figure <= longestList ? figure : null
  }

  return (tokens, spans, mentions) => {
    const found: Cue[] = []
    const taken = (index: number) => {
      const token = tokens[index]
      return (
        token !== undefined &&
        spans.some((span) => span.placeholder !== 'number' && span.start <= token.start && span.end >= token.end)
      )
    }
    const add = (from: number, to: number, position: number, of = 1) =>
      found.push({ ...placeOf(tokens, from, to), kind: 'ordinal', ordinal: { position, count: of } })
    for (let index = 0; index < tokens.length; index += 1) {
      const exception = exceptions.at(tokens, index)
      if (exception !== null) {
        index = exception.to - 1
        continue
      }
      if (taken(index)) continue
      const position = positions.at(tokens, index)
      if (position !== null) {
        const next = tokens[position.to]
        const several = nouns.at(tokens, position.to) === null ? count(next) : null
        const named = mentionFrom(tokens, position.to, mentions)
        const alone = next === undefined || next.kind === 'sign'
        if (several !== null && several > 1) {
          add(index, position.to + 1, position.meaning < 0 ? -several : position.meaning, several)
        } else if (nouns.at(tokens, position.to) !== null || named !== undefined) {
          add(index, position.to, position.meaning)
        } else if (alone && (index === 0 || determiners.has((tokens[index - 1] as Token).text))) {
          add(index, position.to, position.meaning)
        }
        index = position.to - 1
        continue
      }
      const other = relative.at(tokens, index)
      if (other !== null && determiners.has(tokens[index - 1]?.text ?? '')) add(index, other.to, other.meaning)
      const label = numbered.at(tokens, index)
      const number = label === null || taken(label.to) ? null : count(tokens[label.to])
      if (label !== null && number !== null) add(index, label.to + 1, number)
    }
    return found
  }
}

/** Words that stand for something named before, and "the phone" where no phone is named. */
function createPronounReader(words: Words, catalog: Catalog): Reader {
  const pronouns = phraseSet([...words.pronouns.singular, ...words.pronouns.plural, ...words.pronouns.other])
  return (tokens, _, mentions) => {
    const cues: Cue[] = pronouns
      .all(tokens)
      // "this X1" is named.
      .filter(({ to }) => mentionFrom(tokens, to, mentions)?.placeholder !== 'product')
      .map(({ from, to }) => ({ ...placeOf(tokens, from, to), kind: 'pronoun' }))
    const named = mentions.some((span) => span.placeholder === 'product')
    for (const span of named ? [] : mentions) {
      const before = tokens[indexAt(tokens, span.start) - 1]
      const category =
        span.placeholder === 'category' ? catalog.category(String(span.mention.candidates[0]?.id)) : undefined
      if (
        before === undefined ||
        category === undefined ||
        !determiners.has(before.text) ||
        words.numbers.article_like.includes(before.text)
      )
        continue
      cues.push({ start: before.start, end: span.end, kind: 'pronoun' })
    }
    return cues
  }
}
