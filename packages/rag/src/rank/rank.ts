import type { Embedder } from '@marketplace-agent/llm'
import { createScorer } from '../passage-index/vector-search.ts'
import type { Chunk, IndexHit } from '../port.ts'
import type { ChunkVectors } from '../saved/embed-chunks.ts'
import type { TextAnalysis } from '../text/analysis.ts'
import type { Query } from '../text/query.ts'
import type { Covered, QueryReader } from './coverage.ts'
import { createTextFeatures, featurePlace, type Features, featuresOfHalves, scaleOf } from './features.ts'
import { createFitReader } from './fit.ts'

export interface Candidate extends IndexHit {
  /** The chunk's place among all. */
  readonly place: number
  /** Comparable within one search only. */
  readonly rankScore: number
  readonly features: Features
  /** The query's words that it and its headings have. */
  readonly covered: Covered
  /** What it gives, as of `kindsGiven`. */
  readonly kinds: number
  /** The cosine of a vector of senses; null where there is none. */
  readonly nearness: number | null
}

/** What one search found. */
export interface Found {
  readonly query: Query
  readonly reader: QueryReader
  /** The query's; null where there is none. */
  readonly vector: Float32Array | null
  readonly hits: readonly IndexHit[]
  /** What each half of the index was asked for. */
  readonly k: number
  /** So many of the best are read, and given. */
  readonly depth: number
}

/** Puts what the two halves of an index found into one ranking, best first. */
export type Ranker = (found: Found) => Candidate[]

/** How the scores of the halves become one, and how much a passage's fit adds to it. */
interface Fusion {
  fuse(features: Features): number
  readonly fitWeight: number
}

const at = featurePlace

/**
 * Near spellings say little that BM25 doesn't: they count a tenth, as shares of the best, so that distances count and not
 * only places. Near senses stand for themselves, and BM25 adds as much as the passage has of all that the query's words
 * could give: it weighs in where words agree, and leaves paraphrases alone. (The convex combination of Bruch, Gai and
 * Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", 2023, with a weight by query: who types keywords means
 * these words, and often a name that stands in the heading alone.)
 */
const fusions: Readonly<Record<Embedder['kind'], Fusion>> = {
  lexical: {
    fuse: (of) => of[at.lexicalShare]! + 0.1 * of[at.vectorShare]!,
    fitWeight: 1,
  },
  semantic: {
    fuse: (of) =>
      of[at.vector]! + 0.8 * of[at.headingNearer]! + 0.3 * of[at.lexical]! + 0.4 * of[at.lexicalOfKeywords]!,
    fitWeight: 0.5,
  },
}

export function createRanker(
  chunks: readonly Chunk[],
  analysis: TextAnalysis,
  { chunks: vectors, headings }: ChunkVectors,
  kind: Embedder['kind'],
): Ranker {
  const places = new Map(chunks.map(({ id }, place) => [id, place]))
  const addTextFeatures = createTextFeatures(analysis)
  const fitOf = createFitReader(chunks, analysis)
  const scorerOf = createScorer(vectors)
  const headingScorerOf = createScorer(headings.table)
  const { fuse, fitWeight } = fusions[kind]

  return ({ query, reader, vector, hits, k, depth }) => {
    const scale = scaleOf(query, hits, k)
    const cosines = vector === null ? null : scorerOf(vector)
    const headingCosines = vector === null || scale.keywords === 0 ? null : headingScorerOf(vector)
    const fused = hits.map((hit) => {
      const place = places.get(hit.chunk.id)!
      const row = headings.rows[place]!
      const cosine = hit.vector?.score ?? cosines?.of(place) ?? 0
      const heading = row === -1 ? null : (headingCosines?.of(row) ?? null)
      const features = featuresOfHalves(scale, hit, cosine, heading)
      const { fit, kinds } = fitOf(reader, place)
      const rankScore = fuse(features) * (1 + fitWeight * fit)
      features[at.fit] = fit
      features[at.fused] = rankScore
      return { hit, place, cosine, features, kinds, rankScore }
    })
    fused.sort((a, b) => b.rankScore - a.rankScore)
    return fused
      .slice(0, depth)
      .map(({ hit: { chunk, lexical, vector: near }, place, cosine, features, kinds, rankScore }) => {
        const { text, title, section } = analysis.chunks[place]!
        const covered = reader.together(reader.read(text), reader.read(title), reader.read(section))
        addTextFeatures(features, scale, reader, place, covered)
        const nearness = kind === 'semantic' && vector !== null ? cosine : null
        return { chunk, lexical, vector: near, place, covered, kinds, features, nearness, rankScore }
      })
  }
}
