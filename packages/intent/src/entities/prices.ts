import type { Catalog } from '@marketplace-agent/catalog'
import type { Words } from '../language/words.ts'
import { connectives, determiners, vagueLimits } from '../text/english.ts'
import type { Token } from '../text/tokens.ts'
import type { PriceLimit } from '../types.ts'
import type { Amount, AmountReader } from './amounts.ts'
import type { Figure, FigureRange, LimitPhrases } from './limit-phrases.ts'
import { between, limitTo } from './price-limit.ts'

/** Indexes of tokens, `to` not included. */
export interface PriceReading {
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

export type PriceReader = (tokens: readonly Token[], around: Surroundings) => PriceReading

/** A bare figure below this is more likely a count. */
const leastBarePrice = 10
/** "between 10 and 12" */
const hoursOfTheDay = 24

/** Amounts of money and the limits they set: "under $1,500", "800 to 1200", "cheaper than the X1"; not "16GB" or "2 laptops". */
export function createPriceReader(
  words: Words,
  phrases: LimitPhrases,
  readAmount: AmountReader,
  catalog: Catalog,
): PriceReader {
  const priceWords = new Set(words.limits.price_words)
  const followers = wordsThatMayFollow(words)

  /** Nothing follows that the figure would count or measure. */
  function standsAlone(amount: Amount, tokens: readonly Token[], around: Surroundings): boolean {
    const next = tokens[amount.to]
    if (next === undefined || next.kind === 'number') return true
    if (next.kind === 'sign') return !(next.glued && tokens[amount.to + 1]?.glued === true)
    return followers.has(next.text) || (around.mentionAt(amount.to) !== null && amount.value >= leastBarePrice * 2)
  }

  /** `evidence`: the message is about money or kinds of goods. */
  function isPrice({ amount, bound, from }: Figure, tokens: readonly Token[], around: Surroundings, evidence: boolean) {
    if (amount.money) return true
    if (bound === null) return priceWords.has(tokens[from - 1]?.text ?? '') && standsAlone(amount, tokens, around)
    if (!standsAlone(amount, tokens, around) || around.featureBefore(from)) return false
    const vague = bound === 'around' || vagueLimits.has(tokens[from]?.text ?? '')
    return evidence || amount.scaled || (!vague && amount.value >= leastBarePrice)
  }

  function isPriceRange(range: FigureRange, tokens: readonly Token[], around: Surroundings, evidence: boolean) {
    if (range.low.money || range.high.money) return true
    if (!standsAlone(range.high, tokens, around) || around.featureBefore(range.low.from)) return false
    const large = Math.min(range.low.value, range.high.value) > hoursOfTheDay
    return range.opened ? large || evidence : large && evidence
  }

  /** "cheaper than the X1": its price is the limit. */
  function relativeAt(tokens: readonly Token[], index: number, around: Surroundings) {
    const than = phrases.cheaperThanAt(tokens, index)
    if (than === null) return null
    let at = than.to
    while (determiners.has(tokens[at]?.text ?? '') && around.mentionAt(at) === null) at += 1
    const id = around.mentionAt(at)?.productId
    const product = typeof id === 'number' ? catalog.get(id) : undefined
    return product === undefined ? null : { from: index, to: at, limit: limitTo(than.bound, product.price) }
  }

  return (tokens, around) => {
    const searched = tokens.some((_, index) => around.mentionAt(index)?.kind === 'category')
    const evidence = searched || tokens.some((token) => priceWords.has(token.text))
    const amountAt = (index: number) => {
      const amount = around.taken(index) ? null : readAmount(tokens, index)
      return amount !== null && isFree(amount, around) ? amount : null
    }
    const amounts: Amount[] = []
    const limits: { from: number; to: number; limit: PriceLimit }[] = []
    for (let index = 0; index < tokens.length;) {
      const range = phrases.rangeAt(tokens, index, amountAt)
      if (range !== null && isPriceRange(range, tokens, around, evidence)) {
        amounts.push(range.low, range.high)
        limits.push({ from: range.from, to: range.high.to, limit: between(range.low.value, range.high.value) })
        index = range.high.to
        continue
      }
      const relative = relativeAt(tokens, index, around)
      const figure = relative === null ? phrases.figureAt(tokens, index, amountAt) : null
      if (relative !== null) {
        limits.push(relative)
        index = relative.to
      } else if (figure !== null) {
        const { amount, from, to } = figure
        const bound = figure.bound ?? (searched && isAsked(tokens, figure, around) ? 'around' : null)
        if (isPrice(figure, tokens, around, evidence)) {
          amounts.push(amount)
          if (bound !== null) limits.push({ from, to, limit: limitTo(bound, amount.value) })
        }
        index = to
      } else {
        index += 1
      }
    }
    return { amounts, limits }
  }
}

function wordsThatMayFollow({ limits, joiners, sort, only, negation }: Words): Set<string> {
  const phrases = [
    ...limits.after_the_amount,
    ...joiners.strong,
    ...joiners.weak,
    ...joiners.question_openers,
    ...Object.keys(sort),
    ...only.after,
    ...negation.before,
  ]
  const first = phrases.map((phrase) => phrase.split(' ')[0] ?? '')
  return new Set([...connectives, ...limits.price_words, ...first].filter((word) => /^\p{L}/u.test(word)))
}

function isFree({ from, to }: Amount, around: Surroundings): boolean {
  for (let index = from; index < to; index += 1) if (around.taken(index)) return false
  return true
}

/** A price that is wished for, not one that was paid: "laptops for $500", "a $500 laptop". */
const isAsked = (tokens: readonly Token[], { from, to }: Figure, around: Surroundings): boolean =>
  tokens[from - 1]?.text === 'for' || around.mentionAt(to)?.kind === 'category'
