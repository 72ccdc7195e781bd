import { ceilingOf } from '../passage-index/bm25.ts'
import type { IndexHit } from '../port.ts'
import type { TextAnalysis } from '../text/analysis.ts'
import type { Query } from '../text/query.ts'
import { type Covered, hasDigit, type QueryReader } from './coverage.ts'

/**
 * What speaks for a passage, in this order: each from 0 to about 1, and the more the better, so that weights compare and
 * none is below 0.
 */
export const featureNames = [
  /** BM25 as a share of what the query's words could give at most. */
  'lexical',
  /** The same, of keywords only. */
  'lexicalOfKeywords',
  /** BM25 as a share of the best passage's. */
  'lexicalShare',
  /** Cosine of the vectors. */
  'vector',
  /** Cosine as a share of the best passage's; 0 where the vectors didn't find it. */
  'vectorShare',
  /** How much nearer its heading alone is than it as a whole, to keywords only. */
  'headingNearer',
  /** The query's words that it has, weighed by rarity. */
  'covered',
  /** The same, of keywords only. */
  'coveredOfKeywords',
  /** The query's words that it has, each alike. */
  'coveredCount',
  /** Neighbouring words of the query that stand together in it. */
  'phrase',
  /** The query's words with digits (models, sizes) that it has; 1 where the query has none. */
  'codesFound',
  /** Its heading's words with digits that the query names, where it has some itself; else 1. */
  'codesNamed',
  /** As of `createFitReader`. */
  'fit',
  /** What the halves' scores, the heading and the fit make together. */
  'fused',
] as const
export type FeatureName = (typeof featureNames)[number]
/** One number for each of `featureNames`. */
export type Features = number[]

/** A weight for each feature that counts. */
export type FeatureWeights = Readonly<Partial<Record<FeatureName, number>>>

/** Where each feature is. */
export const featurePlace = Object.fromEntries(featureNames.map((name, i) => [name, i])) as Readonly<
  Record<FeatureName, number>
>

/** What is known of all hits of one search. */
export interface Scale {
  /** How much the query is one of keywords: 0 for a sentence, 1 for nothing but words that name a subject. */
  readonly keywords: number
  readonly ceiling: number
  readonly bestLexical: number
  /** What a passage has at most that isn't among BM25's hits; it is taken to have as much. */
  readonly restLexical: number
  readonly bestVector: number
}

const at = featurePlace
/** Fractions first, so that the engine keeps it, and copies of it, as fractions. */
const nothingKnown: Features = featureNames.map(() => 0.5).fill(0)

/** The features that the index alone gives; the others are 0. `heading`: its cosine, null where there is no such vector. */
export function featuresOfHalves(
  scale: Scale,
  { lexical, vector }: IndexHit,
  cosine: number,
  heading: number | null,
): Features {
  const features = nothingKnown.slice()
  const bm25 = lexical?.score ?? scale.restLexical
  features[at.lexical] = share(bm25, scale.ceiling)
  features[at.lexicalOfKeywords] = scale.keywords * features[at.lexical]!
  features[at.lexicalShare] = share(bm25, scale.bestLexical)
  features[at.vector] = cosine
  features[at.vectorShare] = vector === null ? 0 : share(cosine, scale.bestVector)
  features[at.headingNearer] = heading === null ? 0 : scale.keywords * Math.max(0, heading - cosine)
  return features
}

/** Adds what the text at a place says; `covered`: the query's words that it and its headings have. */
export type TextFeatures = (
  features: Features,
  scale: Scale,
  reader: QueryReader,
  place: number,
  covered: Covered,
) => void

export function createTextFeatures({ lexicon, chunks }: TextAnalysis): TextFeatures {
  const withDigit = new Uint8Array(lexicon.size)
  for (const [term, number] of lexicon.terms()) if (hasDigit(term)) withDigit[number] = 1

  /** Words with digits that the query names, as a share of those that there are. */
  function codesNamed(terms: Uint32Array, reader: QueryReader): number {
    let codes = 0
    let named = 0
    for (const term of terms) {
      if (withDigit[term] === 0) continue
      codes++
      if (reader.names(term)) named++
    }
    return codes === 0 ? 1 : named / codes
  }

  return (features, { keywords }, reader, place, covered) => {
    const { text, title, section } = chunks[place]!
    const nearest = section.terms.length > 0 ? section : title
    const codes = reader.codeShare(covered)
    features[at.covered] = reader.share(covered)
    features[at.coveredOfKeywords] = keywords * features[at.covered]!
    features[at.coveredCount] = reader.countShare(covered)
    features[at.phrase] = Math.max(
      reader.phraseShare(text, covered),
      reader.phraseShare(title, covered),
      reader.phraseShare(section, covered),
    )
    features[at.codesFound] = codes ?? 1
    features[at.codesNamed] = codes === null ? 1 : codesNamed(nearest.terms, reader)
  }
}

/** Shares of words that name a subject: a sentence has no more than the first, keywords the second at least. */
const sentenceShare = 0.5
const keywordsShare = 0.9

const likeKeywords = ({ keywordShare }: Query) =>
  Math.min(1, Math.max(0, (keywordShare - sentenceShare) / (keywordsShare - sentenceShare)))

/** `k`: what each half was asked for. One that gave fewer has no more. */
export function scaleOf(query: Query, hits: readonly IndexHit[], k: number): Scale {
  const lexical = rangeOf(hits, 'lexical')
  const vector = rangeOf(hits, 'vector')
  return {
    keywords: likeKeywords(query),
    ceiling: ceilingOf(query),
    bestLexical: lexical.best,
    restLexical: lexical.count < k ? 0 : lexical.least,
    bestVector: vector.best,
  }
}

function rangeOf(
  hits: readonly IndexHit[],
  which: 'lexical' | 'vector',
): { count: number; best: number; least: number } {
  let count = 0
  let best = 0
  let least = Infinity
  for (const hit of hits) {
    const half = hit[which]
    if (half === null) continue
    count++
    if (half.score > best) best = half.score
    if (half.score < least) least = half.score
  }
  return { count, best, least }
}

const share = (part: number, whole: number) => (whole <= 0 ? 0 : part / whole)
