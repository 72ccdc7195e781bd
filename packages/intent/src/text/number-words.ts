import type { Words } from '../language/words.ts'
import type { Token } from './tokens.ts'

/** A number in words. `from`, `to`: indexes of tokens, `to` not included. */
export interface NumberWords {
  readonly from: number
  readonly to: number
  readonly value: number
  /** A multiplier is in it. */
  readonly scaled: boolean
}

/** Reads the number that begins at a token: "a thousand", "fifteen hundred", "two hundred and fifty", "twenty five". */
export function createNumberWordReader(numbers: Words['numbers']) {
  const values = new Map(Object.entries(numbers.words))
  const multipliers = new Map(Object.entries(numbers.multipliers))
  const articles = new Set(numbers.article_like)

  return (tokens: readonly Token[], index: number): NumberWords | null => {
    let total = 0
    let current: number | null = null
    let scaled = false
    let to = index
    for (let at = index; at < tokens.length; at += 1) {
      const { text } = tokens[at] as Token
      const multiplier = text.length > 1 ? multipliers.get(text) : undefined
      if (multiplier !== undefined) {
        if (current === null && at > index) break
        current = (current ?? 1) * multiplier
        scaled = true
        if (multiplier >= 1000) {
          total += current
          current = 0
        }
      } else if (articles.has(text)) {
        if (at > index) break
        current = 1
        continue
      } else {
        const value = values.get(text)
        if (value === undefined) {
          // "two hundred and fifty"
          if (!scaled || text !== 'and' || !values.has(tokens[at + 1]?.text ?? '')) break
          continue
        }
        // "One hundred and two hundred" are two.
        const scale = multipliers.get(tokens[at + 1]?.text ?? '') ?? 0
        if ((scale === 100 && (current ?? 0) >= 100) || (scale >= 1000 && total > 0)) break
        const afterArticle = at === index + 1 && articles.has(tokens[index]?.text ?? '')
        // "Zero zero two" are three.
        const open = current === 0 ? scaled : current !== null && current % 100 === 0
        const fits: boolean = current === null || open || (current >= 20 && current % 10 === 0 && value < 10)
        if (!afterArticle && !fits) break
        current = afterArticle ? value : (current ?? 0) + value
      }
      to = at + 1
    }
    if (to === index || articles.has(tokens[to - 1]?.text ?? '')) return null
    return { from: index, to, value: total + (current ?? 0), scaled }
  }
}
