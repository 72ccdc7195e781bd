import type { ChunkTerms } from '../text/analysis.ts'
import type { QueryReader } from './coverage.ts'

/**
 * A logistic regression fitted on 455 questions to two shops, four in ten of which their documents don't answer (none of
 * data/eval among them). Beside these, the nearness of the lexical vectors told nothing more.
 */
const weights = { none: -3.28, mass: 3.14, words: 2.04, heading: 1.63 }

/**
 * How surely a passage speaks of what was asked, 0 to 1, comparable between queries: by the share of the query's words
 * that stand in it or above it, weighed by rarity and each alike, and the share of its heading that the query names.
 */
export function relevance(reader: QueryReader, { text, title, section }: ChunkTerms, kinds: number): number {
  const covered = reader.grant(reader.together(reader.read(text), reader.read(title), reader.read(section)), kinds)
  const heading = section.terms.length > 0 ? section : title
  const sum =
    weights.none +
    weights.mass * reader.share(covered) +
    weights.words * reader.countShare(covered) +
    weights.heading * reader.namedShare(heading)
  return 1 / (1 + Math.exp(-sum))
}
