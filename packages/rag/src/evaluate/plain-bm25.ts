/**
 * Okapi BM25 (k1 1.2, b 0.75) over words in lower case, without stemming, fields, synonyms or typos: what others call
 * BM25, and what everything else here has to beat.
 */
export interface PlainBm25 {
  /** The places of the `k` best texts, those without a word of the query left out; of equal ones the first. */
  search(query: string, k: number): number[]
}

const k1 = 1.2
const b = 0.75

const stopWords: ReadonlySet<string> = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to
  was will with`.split(/\s+/),
)

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !stopWords.has(word))

export function createPlainBm25(texts: readonly string[]): PlainBm25 {
  const postings = new Map<string, { readonly text: number; count: number }[]>()
  const lengths = new Float64Array(texts.length)
  texts.forEach((text, place) => {
    const words = wordsOf(text)
    lengths[place] = words.length
    for (const word of words) {
      const list = postings.get(word)
      if (list === undefined) postings.set(word, [{ text: place, count: 1 }])
      else if (list.at(-1)!.text === place) list.at(-1)!.count++
      else list.push({ text: place, count: 1 })
    }
  })
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length) || 1

  return {
    search(query, k) {
      const scores = new Map<number, number>()
      for (const word of new Set(wordsOf(query))) {
        const list = postings.get(word) ?? []
        const idf = Math.log(1 + (texts.length - list.length + 0.5) / (list.length + 0.5))
        for (const { text, count } of list) {
          const norm = k1 * (1 - b + (b * lengths[text]!) / mean)
          scores.set(text, (scores.get(text) ?? 0) + (idf * count * (k1 + 1)) / (count + norm))
        }
      }
      return [...scores]
        .sort(([first, a], [second, other]) => other - a || first - second)
        .slice(0, k)
        .map(([text]) => text)
    },
  }
}
