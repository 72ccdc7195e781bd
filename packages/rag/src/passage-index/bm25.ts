import { createPace } from '../pace.ts'
import type { ChunkTerms } from '../text/analysis.ts'
import type { TermText } from '../text/lexicon.ts'
import type { Alternative, Query } from '../text/query.ts'

const k1 = 1.2
const b = 0.75
/** A word of the nearest heading counts as so many in the text. */
const headingWeight = 1.5
/** A word of the title above other headings: all sections have it, and it may name subjects of some only. */
const titleWeight = 0.6

/** What no text's score for a query can reach, however often it has the words. */
export const ceilingOf = ({ terms }: Query): number =>
  terms.reduce((sum, { weight, idf }) => sum + weight * idf * (k1 + 1), 0)

/**
 * Okapi BM25 over the chunks' words. Words for one thing (synonyms, spellings) count as one word, as common as the
 * commonest of them.
 */
export class Bm25 {
  readonly #size: number
  /** Where each term's postings start, with the end of the last. */
  readonly #offsets: Uint32Array
  readonly #chunks: Uint32Array
  readonly #frequencies: Float32Array
  readonly #norms: Float64Array
  readonly #scores: Float64Array
  readonly #frequency: Float64Array

  private constructor(chunks: readonly ChunkTerms[], postings: Postings) {
    this.#size = chunks.length
    this.#scores = new Float64Array(this.#size)
    this.#frequency = new Float64Array(this.#size)
    const lengths = chunks.map(({ text }) => text.terms.length)
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
    this.#norms = Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / (mean || 1)))

    this.#offsets = postings.offsets
    this.#chunks = postings.chunks
    this.#frequencies = postings.frequencies
  }

  /** In slices that let other work have its turn. */
  static async of(chunks: readonly ChunkTerms[], termCount: number): Promise<Bm25> {
    return new Bm25(chunks, await readPostings(chunks, termCount))
  }

  /** Scores by chunk, -Infinity where it has no word of the query or isn't allowed. The next call uses the array again. */
  scores(query: Query, allowed: Uint8Array | null): Float64Array {
    const scores = this.#scores.fill(-Infinity)
    for (const { weight, idf, alternatives } of query.terms) {
      const touched: number[] = []
      for (const alternative of alternatives) this.#addFrequencies(alternative, touched)
      const gain = weight * idf * (k1 + 1)
      for (const chunk of touched) {
        const frequency = this.#frequency[chunk]!
        this.#frequency[chunk] = 0
        if (allowed !== null && allowed[chunk] === 0) continue
        const score = (gain * frequency) / (frequency + this.#norms[chunk]!)
        scores[chunk] = scores[chunk] === -Infinity ? score : scores[chunk]! + score
      }
    }
    return scores
  }

  #addFrequencies({ terms, weight }: Alternative, touched: number[]): void {
    const first = terms[0]!
    const end = this.#offsets[first + 1]!
    for (let at = this.#offsets[first]!; at < end; at++) {
      const chunk = this.#chunks[at]!
      let frequency = this.#frequencies[at]!
      for (let i = 1; i < terms.length; i++) frequency = Math.min(frequency, this.#frequencyIn(chunk, terms[i]!))
      if (frequency === 0) continue
      if (this.#frequency[chunk] === 0) touched.push(chunk)
      this.#frequency[chunk]! += weight * frequency
    }
  }

  /** By bisection; a term's postings are in the order of the chunks. */
  #frequencyIn(chunk: number, term: number): number {
    let low = this.#offsets[term]!
    let high = this.#offsets[term + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#chunks[middle]! < chunk) low = middle + 1
      else high = middle
    }
    return low < this.#offsets[term + 1]! && this.#chunks[low] === chunk ? this.#frequencies[low]! : 0
  }
}

interface Postings {
  readonly offsets: Uint32Array
  readonly chunks: Uint32Array
  readonly frequencies: Float32Array
}

async function readPostings(chunks: readonly ChunkTerms[], termCount: number): Promise<Postings> {
  const pace = createPace()
  const offsets = new Uint32Array(termCount + 1)
  const counted: Map<number, number>[] = []
  for (const chunk of chunks) {
    await pace()
    const counts = countTerms(chunk)
    counted.push(counts)
    for (const term of counts.keys()) offsets[term + 1]!++
  }
  for (let term = 0; term < termCount; term++) offsets[term + 1]! += offsets[term]!
  const next = offsets.slice()
  const postings = { chunks: new Uint32Array(offsets[termCount]!), frequencies: new Float32Array(offsets[termCount]!) }
  for (const [chunk, counts] of counted.entries()) {
    await pace()
    for (const [term, frequency] of counts) {
      const at = next[term]!++
      postings.chunks[at] = chunk
      postings.frequencies[at] = frequency
    }
  }
  return { offsets, ...postings }
}

function countTerms({ text, title, section }: ChunkTerms): Map<number, number> {
  const counts = new Map<number, number>()
  const count = ({ terms, extras }: TermText, weight: number) => {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight)
    for (const term of extras) counts.set(term, (counts.get(term) ?? 0) + weight)
  }
  count(text, 1)
  count(title, section.terms.length > 0 ? titleWeight : headingWeight)
  count(section, headingWeight)
  return counts
}
