import type { ProductRecord, ShopSettings } from '@marketplace-agent/domain'
import { functionWords } from '../words/english.ts'
import { stem } from '../words/inflection.ts'
import { createNearMisses } from '../words/near-misses.ts'
import { type Token, isApart, tokenize } from '../words/tokens.ts'
import { type Posting, createSearchIndex } from './search-index.ts'

/** Saturation of a word's weight in a product (BM25's k1, for weights of fields instead of counts). */
const saturation = 4
const mostBeginnings = 40
const mostQueryWords = 32
const shares = { exact: 1, beginning: 0.7, nearMiss: 0.6 }

/** The products that have the most of a text's words, in the order of the file, with the score of each position. */
export interface Hits {
  readonly positions: readonly number[]
  readonly scores: Float64Array
}

interface Expansion {
  readonly posting: Posting
  readonly share: number
}

/**
 * Searches the products by the words of a text.
 * A word that stands nowhere is taken for the beginning of one, else for a mistyped one.
 */
export function createTextSearch(settings: ShopSettings, products: readonly ProductRecord[]) {
  const index = createSearchIndex(settings, products)
  const sorted = [...index.keys()].sort()
  const nearMisses = createNearMisses(
    [...index].flatMap(([word, { named }]) => (named && /^\p{L}{4,}$/u.test(word) ? [word] : [])),
  )

  const expand = (word: string): Expansion[] => {
    const exact = index.get(word)
    if (exact !== undefined) return [{ posting: exact, share: shares.exact }]
    const expansions = (words: readonly string[], share: number) =>
      words.flatMap((one) => {
        const posting = index.get(one)
        return posting === undefined ? [] : [{ posting, share }]
      })
    const longer = beginningWith(word, sorted)
    if (longer.length > 0) return expansions(longer, shares.beginning)
    const near = nearMisses(word)
    return expansions(
      near.filter(({ distance }) => distance === near[0]?.distance).map((miss) => miss.word),
      shares.nearMiss,
    )
  }

  return (text: string): Hits => {
    const scores = new Float64Array(products.length)
    const words = new Uint8Array(products.length)
    let mostWords = 0
    for (const expansions of readQuery(tokenize(text), index).slice(0, mostQueryWords).map(expand)) {
      const best = bestScores(expansions, products.length)
      for (const [position, score] of best) {
        scores[position] = (scores[position] ?? 0) + score
        const count = (words[position] ?? 0) + 1
        words[position] = count
        if (count > mostWords) mostWords = count
      }
    }
    const positions: number[] = []
    if (mostWords > 0)
      for (const [position, count] of words.entries()) if (count === mostWords) positions.push(position)
    return { positions, scores }
  }
}

/** What one word of the query is worth in each product that has it, or a word that it was taken for. */
function* bestScores(expansions: readonly Expansion[], size: number): Iterable<readonly [number, number]> {
  const scoresOf = ({ posting, share }: Expansion) => {
    const rarity = Math.log(1 + size / posting.positions.length)
    return (place: number) => {
      const weight = posting.weights[place] ?? 0
      return (share * rarity * weight) / (weight + saturation)
    }
  }
  const [only, ...others] = expansions
  if (only !== undefined && others.length === 0) {
    const score = scoresOf(only)
    for (const [place, position] of only.posting.positions.entries()) yield [position, score(place)]
    return
  }
  const best = new Map<number, number>()
  for (const expansion of expansions) {
    const score = scoresOf(expansion)
    for (const [place, position] of expansion.posting.positions.entries()) {
      best.set(position, Math.max(best.get(position) ?? 0, score(place)))
    }
  }
  yield* best
}

/** The words to look for: joined where the shop joins them ("x 1", "smart phone"), function words left out. */
function readQuery(tokens: readonly Token[], index: ReadonlyMap<string, Posting>): string[] {
  const words: string[] = []
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place] as Token
    const next = tokens[place + 1]
    const both = next === undefined || isApart(next) ? '' : stem(token.text + next.text)
    if (index.get(both)?.named === true && !functionWords.has(token.text)) {
      words.push(both)
      place += 1
    } else words.push(stem(token.text))
  }
  const telling = words.filter((word) => !functionWords.has(word))
  return [...new Set(telling.length > 0 ? telling : words)]
}

function beginningWith(word: string, sorted: readonly string[]): string[] {
  if (word.length < 2) return []
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let place = low; sorted[place]?.startsWith(word) === true && found.length < mostBeginnings; place += 1) {
    found.push(sorted[place] as string)
  }
  return found
}
