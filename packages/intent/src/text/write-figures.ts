import type { Shop } from '@marketplace-agent/catalog'
import { currencyWordsOf } from '../entities/amounts.ts'
import type { Words } from '../language/words.ts'
import { connectives, determiners } from './english.ts'
import { createNumberWordReader } from './number-words.ts'
import { type NamedFigures, namedFiguresOf } from './named-figures.ts'
import type { Corrector } from './correct.ts'
import { type Token, tokenize } from './tokens.ts'

/** Numbers from this on are said for their figure; a smaller one may count, or point ("the two of them"). */
const leastFigure = 13

/** A part of a message that is written in figures. `from`, `to`: indexes of tokens, `to` not included. */
interface Figure {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Of more than one word, or with decimals: it can't be anything else. */
  readonly sure: boolean
}

/**
 * Writes numbers in words as figures where a figure is meant: "sixty-five inch" (65 inch), "under eight hundred" (under 800),
 * "watch three" of a shop with a Watch 3, "hdmi two point one", "half a terabyte". Counts and places stay ("two laptops",
 * "the second one"), and what a shop itself calls by the word.
 */
export function createFigureWriter({ numbers, ordinals }: Pick<Words, 'numbers' | 'ordinals'>, shop: Shop): Corrector {
  const read = createNumberWordReader(numbers)
  const multipliers = new Map(Object.entries(numbers.multipliers))
  const digits = new Set(Object.keys(numbers.words).filter((word) => (numbers.words[word] ?? 0) < 10))
  const articles = new Set(numbers.article_like)
  const collective = new Set(numbers.collective)
  const times = new Set(numbers.times)
  const money = currencyWordsOf(shop.settings)
  const named = namedFiguresOf(shop)
  const measures = new Set([...numbers.measures, ...money])
  const byTheOne = new Set(numbers.measures_by_the_one)
  const places = new Set(Object.keys(ordinals.positions))
  const point = new Set(numbers.point)
  const half = new Set(numbers.half)
  const words = [...Object.keys(numbers.words), ...Object.keys(numbers.multipliers), ...half]
  const mayHold = new RegExp(
    String.raw`\b(?:${words.filter((word) => word.length > 2 && !collective.has(word)).join('|')})\b|\b(?:${[...articles].join('|')})\s+(?:${[...byTheOne].join('|')})\b`,
    'i',
  )
  const isMeasure = (token: Token | undefined) => token !== undefined && measures.has(token.text)

  /** "Half a terabyte", "a kilo". */
  function readShare(tokens: readonly Token[], from: number): Figure | null {
    const isHalf = half.has(textAt(tokens, from))
    const article = articles.has(textAt(tokens, isHalf ? from + 1 : from))
    const to = from + (isHalf ? 1 : 0) + (article ? 1 : 0)
    if (to === from || !byTheOne.has(textAt(tokens, to))) return null
    return { from, to, text: isHalf ? '0.5' : '1', sure: true }
  }

  /** "2 grand", "1.5 thousand". */
  function readScaled(tokens: readonly Token[], from: number): Figure | null {
    const { kind, text = '' } = tokens[from] ?? {}
    const next = textAt(tokens, from + 1)
    const multiplier = kind === 'number' && next.length > 1 && !collective.has(next) ? multipliers.get(next) : undefined
    return multiplier === undefined || !/^\d+(?:\.\d)?$/.test(text)
      ? null
      : { from, to: from + 2, text: String(Number(text) * multiplier), sure: true }
  }

  function readNumber(tokens: readonly Token[], from: number): Figure | null {
    const first = read(tokens, from)
    if (first === null || tokens.slice(first.from, first.to).some(({ text }) => collective.has(text))) return null
    // "At one point two of them stopped" has no decimals.
    const isDecimal = point.has(textAt(tokens, first.to)) && textAt(tokens, from - 1) !== 'at'
    if (isDecimal && digits.has(textAt(tokens, first.to + 1))) {
      let to = first.to + 1
      let decimals = ''
      for (; digits.has(textAt(tokens, to)) && !articles.has(textAt(tokens, to)); to += 1)
        decimals += numbers.words[textAt(tokens, to)]
      if (decimals !== '') return { from, to, text: `${first.value}.${decimals}`, sure: true }
    }
    if (
      textAt(tokens, first.to) === 'and' &&
      articles.has(textAt(tokens, first.to + 1)) &&
      half.has(textAt(tokens, first.to + 2))
    )
      return { from, to: first.to + 3, text: String(first.value + 0.5), sure: true }
    const second = first.scaled ? null : read(tokens, first.to)
    const spoken = second === null ? null : asSpoken(first.value, second.value)
    if (second !== null && spoken !== null) {
      // "Two sixty-five inch screens" are two, and "ten fifteen minutes" are some; "two fifty-six gigs" are in the shop.
      const of = textAt(tokens, second.to)
      if (named.all.has(String(spoken)) || !(measures.has(of) || times.has(of)))
        return { from, to: second.to, text: String(spoken), sure: true }
    }
    const said = first.to - from - (articles.has(textAt(tokens, from)) ? 1 : 0)
    return { from, to: first.to, text: String(first.value), sure: said > 1 }
  }

  function isMeant(figure: Figure, tokens: readonly Token[], message: string): boolean {
    const { from, to, text, sure } = figure
    const [first, last, next] = [tokens[from] as Token, tokens[to - 1] as Token, tokens[to]]
    if (tied.test(message[first.start - 1] ?? ' ') || tied.test(message[last.end] ?? ' ')) return false
    // "Twenty first" is a day.
    if (next !== undefined && (places.has(next.text) || named.inWords.has(joinedText(tokens, from, to + 1))))
      return false
    if (named.inWords.has(joinedText(tokens, from - 1, to)) || named.inWords.has(joinedText(tokens, from, to)))
      return false
    if (isMeasure(next) || sure) return true
    if (named.counted.has(next?.text ?? '') && text !== '1') return true
    // "A hundred" stands alone, as "a grand" does, or it counts.
    if (multipliers.has(last.text)) return next === undefined || next.kind === 'sign' || connectives.has(next.text)
    return Number(text) >= leastFigure || isOfName(text, tokens, from, to, named, times)
  }

  return (message) => {
    if (!mayHold.test(message)) return message
    const tokens = tokenize(message).filter((token, index, all) => !isHyphen(token, all[index + 1]))
    let written = ''
    let at = 0
    for (let index = 0; index < tokens.length;) {
      const figure = readShare(tokens, index) ?? readScaled(tokens, index) ?? readNumber(tokens, index)
      if (figure !== null && isMeant(figure, tokens, message)) {
        written += message.slice(at, tokens[figure.from]?.start) + figure.text
        at = tokens[figure.to - 1]?.end ?? at
      }
      index = figure?.to ?? index + 1
    }
    return at === 0 ? message : written + message.slice(at)
  }
}

/** What ties a word to what it is a part of: an address, a path, a number in figures. */
const tied = /[@_\d/\\#&+.]/

/** "Nine ninety-nine" is 999, "twelve fifty" 1250, "two fifty-six" 256; null where two numbers only stand side by side. */
function asSpoken(hundreds: number, rest: number): number | null {
  if (hundreds < 1 || hundreds > 99 || rest < 10 || rest > 99) return null
  if (hundreds > 20 && hundreds % 10 === 0 && rest < 20) return null
  return hundreds * 100 + rest
}

/** "Watch three", "the twelve pro", "seven in one". */
function isOfName(
  figure: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  named: NamedFigures,
  times: ReadonlySet<string>,
): boolean {
  const [before, next] = [textAt(tokens, from - 1), textAt(tokens, to)]
  if (times.has(next)) return false
  if (named.after.get(before)?.has(figure) === true) return true
  if (named.before.get(next)?.has(figure) === true) return true
  return determiners.has(before) && named.after.get(next)?.has(figure) === true
}

const isHyphen = (token: Token, next: Token | undefined) =>
  token.text === '-' && token.glued && next?.glued === true && next.kind === 'word'

const textAt = (tokens: readonly Token[], index: number): string => tokens[index]?.text ?? ''

const joinedText = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(Math.max(0, from), to)
    .map(({ text }) => text)
    .join(' ')
