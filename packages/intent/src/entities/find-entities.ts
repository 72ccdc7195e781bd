import type { Mention, Shop } from '@marketplace-agent/catalog'
import type { Language } from '../language/read-language.ts'
import type { Words } from '../language/words.ts'
import { createSpeller } from '../text/spelling.ts'
import { type Token, indexAt, tokenize } from '../text/tokens.ts'
import { createAddressReader } from './address/read-address.ts'
import { createAmountReader } from './amounts.ts'
import { createComparativeReader } from './cues/comparative.ts'
import { createReasonReader } from './cues/complaint-reason.ts'
import { createContinuationReader } from './cues/continuation.ts'
import { createEverythingReader } from './cues/everything.ts'
import { createOnlyReader } from './cues/only.ts'
import { createOrdinalReader } from './cues/ordinals.ts'
import { createOthersReader } from './cues/others.ts'
import { createPronounReader } from './cues/pronouns.ts'
import { createQuantityReader } from './cues/quantities.ts'
import { createRatingReader } from './cues/rating.ts'
import { createRemedyReader } from './cues/remedies.ts'
import { createSortReader } from './cues/sort.ts'
import { createSpecNames } from './cues/spec-names.ts'
import { createStockReader } from './cues/stock.ts'
import { findDates, findNumbers, overlapsAny, placeOf, spanOf } from './figures.ts'
import type { Findings, MentionSpan, ReferenceSpan, Span } from './findings.ts'
import { createNegations } from './negation.ts'
import { createReferenceReaders } from './number-readers.ts'
import { type Bound, createLimitPhrases } from './limit-phrases.ts'
import { type Surroundings, createPriceReader } from './prices.ts'
import { findReferences, withoutOverlap } from './references.ts'

export interface EntityFinder {
  find(text: string): Findings
}

/** Reads what a message names: the shop's numbers and things, money, dates, and the cues beside them. */
export function createEntityFinder(
  { catalog, settings, numbers }: Shop,
  { words, vocabulary }: Pick<Language, 'words' | 'vocabulary'>,
): EntityFinder {
  const readers = createReferenceReaders(numbers)
  const readAmount = createAmountReader(words.numbers, settings)
  const limitPhrases = createLimitPhrases(words)
  const readPrices = createPriceReader(words, limitPhrases, readAmount, catalog)
  const negations = createNegations(words.negation)
  const specNames = createSpecNames(settings)
  const spell = createSpeller(spelledWords(words), vocabulary)
  const cueReaders = [
    createSortReader(words, catalog, specNames),
    createRatingReader(words, readAmount),
    createStockReader(words, negations),
    createOrdinalReader(words),
    createPronounReader(words, catalog),
  ]
  /** These read the words as they were meant. */
  const tolerantReaders = [
    createComparativeReader(words, catalog, specNames),
    createContinuationReader(words),
    createOthersReader(words),
    createEverythingReader(words),
    createOnlyReader(words),
    createQuantityReader(words),
    createRemedyReader(words),
    createReasonReader(words),
  ]
  const readAddresses = createAddressReader(words.address)
  const multipliers = new Set(Object.keys(words.numbers.multipliers))
  const withFigures = new Set(
    settings.specs
      .filter(({ id }) => catalog.all().some((product) => typeof product.specs[id] === 'number'))
      .map(({ id }) => id),
  )

  return {
    find(text) {
      const tokens = tokenize(text)
      // "March 3rd, 2026" is no order, though it may end like one.
      const found = findReferences(text, readers)
      const goods = catalog.link(text)
      const addresses = readAddresses(text, found, goods)
      const inAddress = (span: Span) => overlapsAny(span, addresses)
      const fixed = withoutOverlap<Span | ReferenceSpan>([
        ...found.filter((span) => !inAddress(span)),
        ...findDates(tokens).filter((span) => !inAddress(span)),
        ...addresses.map(({ start, end }) => ({ start, end, placeholder: 'address' as const })),
      ])
      const references = fixed.filter((span): span is ReferenceSpan => 'value' in span)
      const linked = goods.filter((mention) => !overlapsAny(mention, fixed))

      const around = surroundings(tokens, fixed, linked, withFigures, multipliers)
      const reading = readPrices(tokens, around)
      const amounts = reading.amounts.map((amount) => spanOf(tokens, amount, 'price'))
      const kept = linked.filter((mention) => !overlapsAny(mention, amounts))
      const negated = negations.of(tokens, kept)
      const mentions = kept.map((mention, index): MentionSpan => {
        const bound = mention.kind === 'value' ? sideOf(boundOf(mention, tokens)) : null
        return {
          start: mention.start,
          end: mention.end,
          placeholder: mention.kind,
          mention: { ...mention, negated: negated[index] === true, ...(bound === null ? {} : { bound }) },
        }
      })
      const spans: Span[] = [...fixed, ...amounts, ...mentions.filter(isMasked)]
      spans.push(...findNumbers(tokens, spans))
      spans.sort((one, other) => one.start - other.start)

      const limits = reading.limits.map(({ from, to, limit }) => ({
        ...placeOf(tokens, from, to),
        kind: 'price' as const,
        limit,
      }))
      const spelled = spell(tokens)
      return {
        tokens,
        spans,
        references,
        mentions,
        addresses,
        cues: [
          ...limits,
          ...cueReaders.flatMap((read) => read(tokens, spans, mentions)),
          ...tolerantReaders.flatMap((read) => read(spelled, spans, mentions)),
        ].filter((cue) => !overlapsAny(cue, addresses)),
      }
    },
  }

  function boundOf(mention: Mention, tokens: readonly Token[]): Bound | null {
    return limitPhrases.boundBeside(tokens, indexAt(tokens, mention.start), indexAt(tokens, mention.end))
  }
}

const sideOf = (bound: Bound | null) =>
  bound === null || bound === 'around' ? null : bound.startsWith('min') ? ('at_least' as const) : ('at_most' as const)

/** What a feature is called is said in everyday words, which tell what is asked ("price", "in stock", "screen"). */
const isMasked = ({ placeholder }: Span) => placeholder !== 'attribute'

/** The words that are read though they are mistyped. */
function spelledWords({
  comparatives,
  directions,
  others,
  everything,
  only,
  remedies,
  complaint_reasons,
}: Words): string[] {
  const lists = [directions, others, everything, only, remedies, complaint_reasons].flatMap((group) =>
    Object.values(group).flat(),
  )
  return [...Object.keys(comparatives), ...lists].flatMap((phrase) => tokenize(phrase).map(({ text }) => text))
}

function surroundings(
  tokens: readonly Token[],
  fixed: readonly Span[],
  mentions: readonly Mention[],
  withFigures: ReadonlySet<string>,
  multipliers: ReadonlySet<string>,
): Surroundings {
  const at = (index: number) => tokens[index] as Token
  const taken = new Uint8Array(tokens.length)
  const begins = new Map<number, Mention>()
  const featureEnds = new Set<number>()
  for (const { start, end } of fixed) {
    for (let index = indexAt(tokens, start); index < tokens.length && at(index).start < end; index += 1)
      taken[index] = 1
  }
  for (const mention of mentions) {
    const first = indexAt(tokens, mention.start)
    const last = indexAt(tokens, mention.end)
    begins.set(first, mention)
    if (mention.kind === 'attribute' && mention.candidates.some(({ id }) => withFigures.has(String(id))))
      featureEnds.add(last)
    // A name that is no more than a figure may be a price after all ("under 1500" beside an X1500, "under 4k").
    const figureOnly = tokens
      .slice(first, last)
      .every((token) => token.kind === 'number' || multipliers.has(token.text))
    if (figureOnly) continue
    for (let index = first; index < last; index += 1) taken[index] = 1
  }
  return {
    taken: (index) => taken[index] === 1,
    mentionAt(index) {
      const mention = begins.get(index)
      if (mention === undefined) return null
      const id = mention.kind === 'product' ? mention.candidates[0]?.id : null
      return { kind: mention.kind, productId: typeof id === 'number' ? id : null }
    },
    featureBefore: (index) => featureEnds.has(index) || featureEnds.has(index - 1),
  }
}
