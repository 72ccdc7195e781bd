import type { Chunk, Passage } from '../port.ts'
import type { TextAnalysis } from '../text/analysis.ts'
import type { QueryReader } from './coverage.ts'
import { type QuotableUnit, quotableUnits, type QuotedDocument } from './quotable-units.ts'
import { asksHow, kindsAsked } from './question.ts'
import { opensSteps, withContext } from './quote-context.ts'

type Quote = Passage['quote']

/** Finds the sentence of a chunk, by its place among all, that answers; null where it has headings only. */
export type Quoter = (place: number, question: string, reader: QueryReader) => Quote | null

/** For a time, a price, a number where one is asked for, and for steps. */
const answerBonus = 0.2
/** A question in the text is no answer, but the sentences after it are: its words count half for them. */
const questionMalus = 2
const questionShare = 0.5
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

  return (place, question, reader) => {
    const units = unitsOf(place)
    if (units.length === 0) return null
    const { text, title, section } = analysis.chunks[place]!
    const heading = reader.together(reader.read(title), reader.read(section))
    const later = laterMalus + laterUnderHeading * reader.share(heading)
    const asked = kindsAsked(question)
    const how = asksHow(question)
    let best = 0
    let bestScore = -Infinity
    let answered = 0
    units.forEach((unit, i) => {
      const covered = reader.read(text, unit.from, unit.to)
      if (unit.question) answered = questionShare * reader.share(covered)
      let score = reader.newShare(covered, heading) + answered - later * Math.min(i, laterMost)
      if ((asked & unit.kinds) !== 0 || (how && opensSteps(units, i))) score += answerBonus
      if (unit.question) score -= questionMalus
      if (score > bestScore) {
        best = i
        bestScore = score
      }
    })
    const { start, end } = withContext(units, best, how)
    const score = Math.min(1, Math.max(0, bestScore))
    return { text: byId.get(chunks[place]!.documentId)!.document.text.slice(start, end), start, end, score }
  }
}
