import type { Chunk, HalfHit, IndexHit } from '../port.ts'
import type { TextAnalysis } from '../text/analysis.ts'
import type { TermText } from '../text/lexicon.ts'
import type { QueryReader } from './coverage.ts'
import { isNegated, kindsGiven, worthOf } from './question.ts'

export interface Candidate extends IndexHit {
  /** The chunk's place among all. */
  readonly place: number
  /** Comparable within one search only. */
  readonly rankScore: number
  /** What it gives, as of `kindsGiven`. */
  readonly kinds: number
}

/** Puts what the two halves of an index found into one ranking, best first. */
export type Ranker = (reader: QueryReader, hits: readonly IndexHit[]) => Candidate[]

/** The vectors' part, BM25 having 1. Between 0.05 and 0.3 the sets it was chosen on differ by 0.01. */
const vectorWeight = 0.1
/** For a chunk with a time, a price, a number or steps where they are asked for: so much of what these are worth. */
const answerBoost = 0.5
/** For a document's first chunk where its title says all that was asked: a topic is answered from its beginning. */
const openingBoost = 0.15
const wholeTitle = 0.9
const halfTitle = 0.4
/** For a heading that has all words of what is talked about. */
const contextBoost = 0.3
/** For "What is not covered" where that was asked; a quarter of it for a text that says so under another heading. */
const exceptionBoost = 0.4
/** Against it where "what is covered" was asked. */
const negationMalus = 0.1

/**
 * Each half's scores count as shares of its best one, so that distances count and not only places: on four sets of
 * questions up to 0.03 nDCG@10 above ranks fused 1:1. What the question asks for then tips the balance.
 */
export function createRanker(chunks: readonly Chunk[], { chunks: terms }: TextAnalysis): Ranker {
  const places = new Map(chunks.map(({ id }, place) => [id, place]))
  const traits = new Map<number, Traits>()
  const traitsOf = (place: number) => {
    let known = traits.get(place)
    if (known === undefined) traits.set(place, (known = readTraits(chunks[place]!, chunks[place - 1])))
    return known
  }

  return (reader, hits) => {
    const { asked } = reader
    const plain = !asked.negated && !asked.polar
    const tip = (place: number) => {
      const { kinds, opening, negative, excepts } = traitsOf(place)
      let share = answerBoost * worthOf(asked.kinds & kinds)
      if (opening && says(reader, terms[place]!.title)) share += openingBoost
      if (reader.hasContext) {
        const { title, section } = terms[place]!
        share += contextBoost * reader.contextShare(reader.together(reader.read(title), reader.read(section)))
      }
      if (asked.exceptions) share += negative ? exceptionBoost : excepts ? exceptionBoost / 4 : 0
      return negative && plain ? share - negationMalus : share
    }
    let bestLexical = 0
    let bestVector = 0
    for (const { lexical, vector } of hits) {
      if (lexical && lexical.score > bestLexical) bestLexical = lexical.score
      if (vector && vector.score > bestVector) bestVector = vector.score
    }
    return hits
      .map(({ chunk, lexical, vector }) => {
        const place = places.get(chunk.id)!
        const shares = shareOf(lexical, bestLexical) + vectorWeight * shareOf(vector, bestVector)
        return { chunk, lexical, vector, place, kinds: traitsOf(place).kinds, rankScore: shares * (1 + tip(place)) }
      })
      .sort((a, b) => b.rankScore - a.rankScore)
  }
}

/** Whether a title says all that was asked, and of other things not much more. */
const says = (reader: QueryReader, title: TermText) =>
  reader.share(reader.read(title)) > wholeTitle && reader.namedShare(title) > halfTitle

/** What of a chunk a question may ask for. */
interface Traits {
  readonly kinds: number
  /** It is the first of its document. */
  readonly opening: boolean
  /** Its heading says what is not. */
  readonly negative: boolean
  /** Its text does. */
  readonly excepts: boolean
}

const readTraits = ({ documentId, section, text }: Chunk, before: Chunk | undefined): Traits => ({
  kinds: kindsGiven(text),
  opening: before?.documentId !== documentId,
  negative: isNegated(section),
  excepts: isNegated(text),
})

const shareOf = (half: HalfHit | null, best: number) => (half === null || best === 0 ? 0 : half.score / best)
