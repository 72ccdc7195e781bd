import type { Catalog } from '@marketplace-agent/catalog'
import type { Words } from '../language/words.ts'
import { connectives, determiners, vagueLimits } from '../text/english.ts'
import { type Phrases, createPhrases, phraseSet } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import type { PriceLimit } from '../types.ts'
import type { Amount, AmountReader } from './amounts.ts'

export type Bound = 'max_exclusive' | 'max_inclusive' | 'min_exclusive' | 'min_inclusive' | 'around'
const bounds = ['max_exclusive', 'max_inclusive', 'min_exclusive', 'min_inclusive', 'around'] as const

/** A figure in a message with the limit that stands by it. `from`, `to`: tokens, the limit's words included. */
export interface Figure {
  readonly amount: Amount
  readonly bound: Bound | null
  readonly from: number
  readonly to: number
}

export interface PriceReading {
  /** Amounts of money, by tokens. */
  readonly amounts: readonly Amount[]
  readonly limits: readonly { readonly from: number; readonly to: number; readonly limit: PriceLimit }[]
}

/** What else stands where, so that a figure is no price where it is a part of something. Indexes of tokens. */
export interface Surroundings {
  /** The token belongs to a number of the shop's, an address, a date, or a value with its unit. */
  taken(index: number): boolean
  /** A product, category, brand, attribute or value begins at the token. */
  mentionAt(index: number): { readonly kind: string; readonly productId: number | null } | null
  /** A feature that has figures of its own ("battery life") ends just before the token. */
  featureBefore(index: number): boolean
}

export interface PriceReader {
  read(tokens: readonly Token[], around: Surroundings): PriceReading
  /** The limit's words before or after a run of tokens ("at least 16GB", "10 hours or more"). */
  boundBeside(tokens: readonly Token[], from: number, to: number): Bound | null
}

/** How far from "around 500" a price may be. */
const tolerance = 0.2
/** A bare figure below this is more likely a count. */
const leastBarePrice = 10
/** "between 10 and 12" */
const hoursOfTheDay = 24

export function createPriceReader(words: Words, readAmount: AmountReader, catalog: Catalog): PriceReader {
  const { limits } = words
  const after = new Set(limits.after_the_amount)
  const precedes = (phrase: string) => !/^(?:or|and) /.test(phrase)
  const all = bounds.flatMap((bound) => limits[bound].map((phrase) => [phrase, bound] as const))
  const before: Phrases<Bound> = createPhrases(all.filter(([phrase]) => precedes(phrase)))
  const following: Phrases<Bound> = createPhrases(all.filter(([phrase]) => after.has(phrase)))
  const ranges = limits.range.map(({ open, join }) => ({
    open: phraseSet(open === '' ? [] : [open]),
    bare: open === '',
    join: phraseSet(join),
  }))
  const priceWords = new Set(limits.price_words)
  const comparatives = Object.entries(words.comparatives)
  const comparativesBy = (price: boolean) =>
    phraseSet(comparatives.filter(([, { by }]) => (by === 'price') === price).map(([phrase]) => `${phrase} than`))
  const cheaperThan = createPhrases(
    comparatives.flatMap(([phrase, { by, order }]) => (by === 'price' ? [[`${phrase} than`, order] as const] : [])),
  )
  const thanByFeature = comparativesBy(false)
  const followers = new Set(
    [
      ...connectives,
      ...priceWords,
      ...[
        ...limits.after_the_amount,
        ...words.joiners.strong,
        ...words.joiners.weak,
        ...words.joiners.question_openers,
      ].map((phrase) => phrase.split(' ')[0] ?? ''),
    ].filter((word) => /^\p{L}/u.test(word)),
  )

  function read(tokens: readonly Token[], around: Surroundings): PriceReading {
    const aboutMoney = tokens.some((token) => priceWords.has(token.text))
    const searched = tokens.some((_, index) => around.mentionAt(index)?.kind === 'category')
    const evidence = aboutMoney || searched

    const free = (amount: Amount) => {
      for (let index = amount.from; index < amount.to; index += 1) if (around.taken(index)) return false
      return true
    }
    const amountAt = (index: number) => {
      const amount = readAmount(tokens, index)
      return amount !== null && free(amount) ? amount : null
    }
    /** Nothing follows that the figure would count or measure. */
    const standsAlone = (amount: Amount) => {
      const next = tokens[amount.to]
      if (next === undefined || next.kind === 'number') return true
      if (next.kind === 'sign') return !(next.glued && tokens[amount.to + 1]?.glued === true)
      if (followers.has(next.text)) return true
      return around.mentionAt(amount.to) !== null && amount.value >= leastBarePrice * 2
    }
    const isPrice = ({ amount, bound, from }: Figure) => {
      if (amount.money) return true
      if (bound === null || !standsAlone(amount)) return false
      if (around.featureBefore(from)) return false
      const vague = bound === 'around' || vagueLimits.has(tokens[from]?.text ?? '')
      return evidence || amount.scaled || (!vague && amount.value >= leastBarePrice)
    }

    const amounts: Amount[] = []
    const found: { from: number; to: number; limit: PriceLimit }[] = []
    for (let index = 0; index < tokens.length;) {
      const range = rangeAt(tokens, index, amountAt)
      if (range !== null && rangeIsPrice(range, evidence, standsAlone, around)) {
        amounts.push(range.low, range.high)
        const [min, max] = [range.low.value, range.high.value].sort((one, other) => one - other)
        found.push({ from: range.from, to: range.high.to, limit: limitOf({ min: min as number, max: max as number }) })
        index = range.high.to
        continue
      }
      const relative = relativeAt(tokens, index, around)
      if (relative !== null) {
        found.push(relative)
        index = relative.to
        continue
      }
      const figure = figureAt(tokens, index, amountAt, around)
      if (figure === null) {
        index += 1
        continue
      }
      if (isPrice(figure)) {
        amounts.push(figure.amount)
        if (figure.bound !== null)
          found.push({ from: figure.from, to: figure.to, limit: boundTo(figure.bound, figure.amount.value) })
        else if (searched && isAsked(tokens, figure, around))
          found.push({ ...figure, limit: boundTo('around', figure.amount.value) })
      } else if (
        figure.bound === null &&
        aboutMoney &&
        standsAlone(figure.amount) &&
        priceWords.has(tokens[index - 1]?.text ?? '')
      ) {
        amounts.push(figure.amount)
      }
      index = Math.max(figure.to, index + 1)
    }
    return { amounts, limits: found }
  }

  /** A limit's words and a figure, or a figure and what follows it; a plain figure too. */
  function figureAt(
    tokens: readonly Token[],
    index: number,
    amountAt: (index: number) => Amount | null,
    around: Surroundings,
  ): Figure | null {
    const phrase = before.at(tokens, index)
    if (phrase !== null && thanByFeature.at(tokens, index) === null && !around.taken(index)) {
      const inner = before.at(tokens, phrase.to)
      const start = inner === null || inner.meaning === 'around' ? (inner?.to ?? phrase.to) : phrase.to
      const from = determiners.has(tokens[start]?.text ?? '') ? start + 1 : start
      const amount = amountAt(start) ?? amountAt(from)
      if (amount !== null) return { amount, bound: phrase.meaning, from: index, to: amount.to }
    }
    const amount = amountAt(index)
    if (amount === null) return null
    const trailing = following.at(tokens, amount.to)
    return { amount, bound: trailing?.meaning ?? null, from: index, to: trailing?.to ?? amount.to }
  }

  function rangeAt(tokens: readonly Token[], index: number, amountAt: (index: number) => Amount | null) {
    for (const { open, bare, join } of ranges) {
      const opening = open.at(tokens, index)
      if (opening === null && !bare) continue
      const low = amountAt(opening?.to ?? index)
      const joint = low === null ? null : join.at(tokens, low.to)
      const high = joint === null ? null : amountAt(joint.to)
      if (low === null || high === null) continue
      // "1-1.5k": the first is in thousands too.
      const scale = high.scaled && !low.scaled && low.value < high.value / 100 ? 1000 : 1
      return { from: index, low: { ...low, value: low.value * scale }, high, opened: opening !== null }
    }
    return null
  }

  function rangeIsPrice(
    range: { low: Amount; high: Amount; opened: boolean },
    evidence: boolean,
    standsAlone: (amount: Amount) => boolean,
    around: Surroundings,
  ) {
    if (range.low.money || range.high.money) return true
    if (!standsAlone(range.high) || around.featureBefore(range.low.from)) return false
    const large = Math.min(range.low.value, range.high.value) > hoursOfTheDay
    return range.opened ? large || evidence : large && evidence
  }

  /** "cheaper than the X1": its price is the limit. */
  function relativeAt(tokens: readonly Token[], index: number, around: Surroundings) {
    const phrase = cheaperThan.at(tokens, index)
    if (phrase === null) return null
    let at = phrase.to
    while (determiners.has(tokens[at]?.text ?? '') && around.mentionAt(at) === null) at += 1
    const id = around.mentionAt(at)?.productId
    const product = typeof id === 'number' ? catalog.get(id) : undefined
    if (product === undefined) return null
    const bound = phrase.meaning === 'asc' ? 'max_exclusive' : 'min_exclusive'
    return { from: index, to: at, limit: boundTo(bound, product.price) }
  }

  return {
    read,
    boundBeside(tokens, from, to) {
      const leading = before.before(tokens, from)
      return leading?.meaning ?? following.at(tokens, to)?.meaning ?? null
    },
  }
}

/** A price that is wished for, not one that was paid: "laptops for $500", "a $500 laptop". */
function isAsked(tokens: readonly Token[], figure: Figure, around: Surroundings): boolean {
  return tokens[figure.from - 1]?.text === 'for' || around.mentionAt(figure.to)?.kind === 'category'
}

const limitOf = (limit: Pick<PriceLimit, 'min' | 'max'> & Partial<PriceLimit>): PriceLimit => ({
  minInclusive: true,
  maxInclusive: true,
  approximate: false,
  ...limit,
})

function boundTo(bound: Bound, value: number): PriceLimit {
  switch (bound) {
    case 'max_exclusive':
      return limitOf({ max: value, maxInclusive: false })
    case 'max_inclusive':
      return limitOf({ max: value })
    case 'min_exclusive':
      return limitOf({ min: value, minInclusive: false })
    case 'min_inclusive':
      return limitOf({ min: value })
    case 'around':
      return limitOf({ min: round(value * (1 - tolerance)), max: round(value * (1 + tolerance)), approximate: true })
  }
}

const round = (value: number) => Math.round(value * 100) / 100
