import type { ChunkTerms } from '../text/analysis.ts'
import type { Covered, QueryReader } from './coverage.ts'
import type { Reading } from './quote.ts'
import type { Candidate } from './rank.ts'

/** What speaks for a passage being about what was asked, each 0 to 1 unless said. */
interface Evidence {
  /** The query's words that stand in it or above it, by rarity. */
  readonly words: number
  /** Those that its title doesn't have, in the sentence to be quoted and its headings. */
  readonly beyondTitle: number
  /** The query's rarest word, in the same. */
  readonly rarest: number
  /** That the sentence gives what was asked for: 1, or -1 where it doesn't; 0 where nothing such was. */
  readonly gives: number
  /** The query asks for yes or no: documents tell what is, and are silent on most of what might be. */
  readonly polar: number
  /** The cosine of vectors of senses, of the passage as a whole. */
  readonly passage: number
  /** The same of its nearest sentence; 0 where sentences have no vectors. */
  readonly sentence: number
}
type Weights = Readonly<Record<keyof Evidence | 'none', number>>

/**
 * A logistic regression fitted on 455 questions to two shops, four in ten of which their documents don't answer (none of
 * data/eval among them). Beside these, the nearness of the lexical vectors told nothing more.
 */
const byWords = { none: -3.28, mass: 3.14, words: 2.04, heading: 1.63 }
/**
 * With vectors of senses, of passages alone or of sentences, too: after regressions on the tuning half of data/eval/answers
 * and on this package's own sets (each answerable question once as it is, and once without the passage that answers it).
 * `none` is moved so that the same floor is right for all, with an eye on the floors of the shop's own questions.
 */
const byPassage: Weights = {
  none: -3.4,
  words: 0.6,
  beyondTitle: 1.5,
  rarest: 1.4,
  gives: 0.5,
  polar: -0.7,
  passage: 5.5,
  sentence: 0,
}
const bySentence: Weights = {
  none: -3.95,
  words: 0,
  beyondTitle: 1.5,
  rarest: 1.3,
  gives: 0.5,
  polar: -0.75,
  passage: 2.5,
  sentence: 4.8,
}

type Judged = Pick<Candidate, 'covered' | 'kinds' | 'nearness'>

/**
 * How surely a passage speaks of what was asked, 0 to 1, comparable between queries: with vectors of senses (then there is
 * a `nearness`, and what its sentences say is needed) by these and by words, else by words alone.
 */
export function relevance(
  reader: QueryReader,
  terms: ChunkTerms,
  { covered: own, kinds, nearness }: Judged,
  reading: Reading | null,
): number {
  const covered = reader.grant(own, kinds)
  const sum =
    nearness === null || reading === null
      ? sumOfWords(reader, terms, covered)
      : sumOf(reading.nearness === null ? byPassage : bySentence, {
          words: reader.share(covered),
          beyondTitle: reader.beyondShare(reading.underHeadings, reader.read(terms.title)),
          rarest: reader.rarestShare(reading.underHeadings),
          gives: reading.gives,
          polar: reader.asked.polar ? 1 : 0,
          passage: nearness,
          sentence: reading.nearness ?? 0,
        })
  return 1 / (1 + Math.exp(-sum))
}

/** The words' shares, by rarity and each alike, and the share of the nearest heading that the query names. */
const sumOfWords = (reader: QueryReader, { title, section }: ChunkTerms, covered: Covered): number =>
  byWords.none +
  byWords.mass * reader.share(covered) +
  byWords.words * reader.countShare(covered) +
  byWords.heading * reader.namedShare(section.terms.length > 0 ? section : title)

const sumOf = (weights: Weights, evidence: Evidence): number =>
  (Object.keys(evidence) as (keyof Evidence)[]).reduce(
    (sum, name) => sum + weights[name] * evidence[name],
    weights.none,
  )
