import type { Chunk, Passage } from '../port.ts'
import type { TextAnalysis } from '../text/analysis.ts'
import type { Covered, QueryReader } from './coverage.ts'
import { type QuotableUnit, quotableUnits, type QuotedDocument } from './quotable-units.ts'
import { isNegated, worthOf } from './question.ts'
import { opensSteps, withContext } from './quote-context.ts'

type Quote = Passage['quote']

/** Finds the sentence of a chunk, by its place among all, that answers; null where it has headings only. */
export type Quoter = (place: number, reader: QueryReader) => Quote | null

/** For the line that opens steps, where they are asked for. */
const stepsBonus = 0.2
/** A question in the text is no answer, but the sentences after it are: its words count nearly whole for them. */
const questionMalus = 2
const questionShare = 0.8
/** How much more what was asked is worth under a heading that says all of the question. */
const underHeading = 0.5
/** Of the sentences that give what was asked, the next one is quoted too if it is worse by no more than this. */
const nearlyAsGood = 0.15
/** For a sentence that says what is not, where that is asked for. */
const exceptionBonus = 0.2
/** A text opens with what matters most, the more so the more its heading says what was asked: per unit further down. */
const laterMalus = 0.02
const laterUnderHeading = 0.06
const laterMost = 4

/**
 * The best sentence has the largest share of the query's words, those that the heading above has counting half. It is
 * quoted with what it can't be understood without (`withContext`).
 */
export function createQuoter(
  documents: readonly QuotedDocument[],
  chunks: readonly Chunk[],
  analysis: TextAnalysis,
): Quoter {
  const byId = new Map(documents.map((one) => [one.document.id, one]))
  const quotable = new Map<number, readonly QuotableUnit[]>()
  const unitsOf = (place: number) => {
    let units = quotable.get(place)
    if (units === undefined) {
      units = quotableUnits(byId.get(chunks[place]!.documentId)!, chunks[place]!, analysis.chunks[place]!)
      quotable.set(place, units)
    }
    return units
  }

  return (place, reader) => {
    const units = unitsOf(place)
    if (units.length === 0) return null
    const { text, title, section } = analysis.chunks[place]!
    const heading = reader.together(reader.read(title), reader.read(section))
    const later = laterMalus + laterUnderHeading * reader.share(heading)
    // Under a heading of what was asked, the answer needs no words of it.
    const under = 1 + underHeading * reader.share(heading)
    const { kinds, how, exceptions } = reader.asked
    let best = 0
    let bestScore = -Infinity
    let question: Covered | null = null
    const scores = units.map((unit, i) => {
      const covered = reader.grant(reader.read(text, unit.from, unit.to), unit.kinds)
      if (unit.question) question = covered
      let score = reader.newShare(covered, heading) - later * Math.min(i, laterMost)
      if (question !== null) {
        score += questionShare * (reader.share(reader.together(covered, question)) - reader.share(covered))
      }
      if (exceptions && isNegated(unit.content)) score += exceptionBonus
      score += Math.max(under * worthOf(kinds & unit.kinds), how && opensSteps(units, i) ? stepsBonus : 0)
      if (unit.question) score -= questionMalus
      if (score > bestScore) {
        best = i
        bestScore = score
      }
      return score
    })
    const given = kinds & units[best]!.kinds
    const alsoAnswers = (i: number) => (given & units[i]!.kinds) !== 0 && scores[i]! >= bestScore - nearlyAsGood
    const { start, end } = withContext(units, best, how, alsoAnswers)
    const score = Math.min(1, Math.max(0, bestScore))
    return { text: byId.get(chunks[place]!.documentId)!.document.text.slice(start, end), start, end, score }
  }
}
