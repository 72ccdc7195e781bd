import type { ShopSettings } from '@marketplace-agent/domain'
import type { Words } from '../language/words.ts'
import { knownCurrencies, slangForMoney } from '../text/english.ts'
import { createFigureReader } from '../text/figures.ts'
import { createNumberWordReader } from '../text/number-words.ts'
import { type Token, tokenize } from '../text/tokens.ts'

/** A number in a text. `from`, `to`: indexes of tokens, `to` not included; currency signs and multipliers are inside. */
export interface Amount {
  readonly from: number
  readonly to: number
  readonly value: number
  /** A currency's sign or name stands by it. */
  readonly money: boolean
  /** In thousands ("1.5k"), or in words with a multiplier. */
  readonly scaled: boolean
}

export type AmountReader = (tokens: readonly Token[], index: number) => Amount | null

const currencySign = /^\p{Sc}$/u

/** Reads the amount that begins at a token: "$1,500", "1.5k", "300 bucks", "EUR 20", "two hundred and fifty", "a grand". */
export function createAmountReader(words: Words['numbers'], settings: ShopSettings): AmountReader {
  const readFigure = createFigureReader(settings.locale)
  const currencyWords = currencyWordsOf(settings)
  const multipliers = new Map(Object.entries(words.multipliers))
  const readWords = createNumberWordReader(words)
  const isCurrency = (token: Token | undefined) =>
    token !== undefined &&
    ((token.kind === 'sign' && currencySign.test(token.text)) ||
      (token.kind === 'word' && currencyWords.has(token.text)))

  /** Digits and what multiplies them. */
  function readDigits(tokens: readonly Token[], index: number): Omit<Amount, 'money'> | null {
    const token = tokens[index]
    if (token?.kind !== 'number') return null
    let value = readFigure(token.text)
    let to = index + 1
    let scaled = false
    for (let next = tokens[to]; next !== undefined; next = tokens[to]) {
      const multiplier = next.kind === 'word' ? multipliers.get(next.text) : undefined
      if (multiplier === undefined) break
      value *= multiplier
      scaled = true
      to += 1
    }
    return { from: index, to, value, scaled }
  }

  return (tokens, index) => {
    const signed = isCurrency(tokens[index])
    const read = readDigits(tokens, signed ? index + 1 : index) ?? (signed ? null : readWords(tokens, index))
    if (read === null || !Number.isFinite(read.value)) return null
    const after = tokens[read.to]
    if (isCurrency(after)) return { ...read, from: index, to: read.to + 1, money: true }
    // "16gb", "13-inch" and "s21" are no amounts.
    if (after?.glued === true && after.kind === 'word' && !signed) return null
    return { ...read, from: index, money: signed }
  }
}

/** What customers of a shop call money, in lower case. */
export const currencyWordsOf = (settings: ShopSettings): ReadonlySet<string> =>
  new Set([...slangForMoney, ...currencyNames(settings)])

function currencyNames(settings: ShopSettings): string[] {
  const names: string[] = []
  for (const currency of [settings.currency, ...knownCurrencies]) {
    names.push(currency.toLowerCase())
    for (const count of [1, 2]) names.push(...wordsOf('en', currency, 'name', count).slice(-1))
  }
  for (const display of ['symbol', 'narrowSymbol'] as const) {
    names.push(...wordsOf(settings.locale, settings.currency, display, 1))
  }
  return names
}

function wordsOf(locale: string, currency: string, currencyDisplay: 'name' | 'symbol' | 'narrowSymbol', count: number) {
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay,
    maximumFractionDigits: 0,
  }).formatToParts(count)
  const name = parts.find((part) => part.type === 'currency')?.value ?? ''
  return tokenize(name)
    .filter((token) => token.kind === 'word' && token.text.length > 1)
    .map((token) => token.text)
}
