import type { ChunkTerms } from '../text/analysis.ts'
import type { QueryReader } from './coverage.ts'

const coverageWeight = 0.7
const headingWeight = 0.1
const vectorWeight = 0.2
/** A cosine from which on a vector is as near as it needs to be. */
const nearCosine = 0.5

/**
 * How surely a passage speaks of what was asked, 0 to 1, comparable between queries: the share of the query's words
 * (by weight and rarity) that stand in it or above it, those in its headings once more, and how near its vector is.
 * `cosine` is null where there are no vectors.
 */
export function relevance(reader: QueryReader, { text, title, section }: ChunkTerms, cosine: number | null): number {
  const heading = reader.together(reader.read(title), reader.read(section))
  const all = reader.together(reader.read(text), heading)
  const words = coverageWeight * reader.share(all) + headingWeight * reader.share(heading)
  if (cosine === null) return words / (coverageWeight + headingWeight)
  return words + vectorWeight * Math.min(1, Math.max(0, cosine) / nearCosine)
}
