import type { Chunk } from '../port.ts'
import type { TextAnalysis } from '../text/analysis.ts'
import type { TermText } from '../text/lexicon.ts'
import type { QueryReader } from './coverage.ts'
import { isNegated, kindsGiven, worthOf } from './question.ts'

/** How well a chunk fits what a question asks for, beside its words: 0 for not at all, mostly below 1. */
export interface Fit {
  readonly fit: number
  /** What the chunk gives, as of `kindsGiven`. */
  readonly kinds: number
}

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

/** Reads the fit of a chunk, by its place among all, to the question of `reader`. */
export function createFitReader(
  chunks: readonly Chunk[],
  { chunks: terms }: TextAnalysis,
): (reader: QueryReader, place: number) => Fit {
  const traits = new Map<number, Traits>()
  const traitsOf = (place: number) => {
    let known = traits.get(place)
    if (known === undefined) traits.set(place, (known = readTraits(chunks[place]!, chunks[place - 1])))
    return known
  }

  return (reader, place) => {
    const { asked } = reader
    const { title, section } = terms[place]!
    const { kinds, opening, negative, excepts } = traitsOf(place)
    let fit = answerBoost * worthOf(asked.kinds & kinds)
    if (opening && says(reader, title)) fit += openingBoost
    if (reader.hasContext) {
      fit += contextBoost * reader.contextShare(reader.together(reader.read(title), reader.read(section)))
    }
    if (asked.exceptions) fit += negative ? exceptionBoost : excepts ? exceptionBoost / 4 : 0
    if (negative && !asked.negated && !asked.polar) fit -= negationMalus
    return { fit, kinds }
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
