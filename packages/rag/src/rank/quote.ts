import type { Span } from '../chunk/sentences.ts'
import type { Chunk, Passage } from '../port.ts'
import type { TextAnalysis } from '../text/analysis.ts'
import type { Covered, QueryReader } from './coverage.ts'
import { type QuotableUnit, quotableUnits, type QuotedDocument } from './quotable-units.ts'
import { isNegated, worthOf } from './question.ts'
import { opensSteps, withContext } from './quote-context.ts'
import type { UnitSenses } from './unit-senses.ts'

type Quote = Passage['quote']

/** What a chunk says to a question. */
export interface Reading {
  /** How well its best unit answers, as the logarithm of its odds up to a constant: comparable within one search. */
  readonly worth: number
  /** One at least. */
  readonly units: readonly ReadUnit[]
  quote(): Quote
}

/** What a unit says to a question. */
export interface ReadUnit {
  /** The words of the question that it has with its headings. */
  readonly underHeadings: Covered
  /** In sense; null where units have no vectors. */
  readonly nearness: number | null
  /** How much nearer that is than what is near anyway, as of `UnitSenses`; 0 where units have no vectors. */
  readonly ahead: number
}

/** Quotes chunks, by their place among all; null for one that has headings only. */
export interface Quoter {
  read(place: number, reader: QueryReader, senses?: UnitSenses | null): Reading | null
  /** What it begins with, whatever was asked. */
  opening(place: number): Quote | null
}

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
 * What a sentence is worth: by its own words (`said`: those that the heading above has count half), by its words together
 * with its headings', and how near it is in sense. `later`, per unit further down, takes back what `said` has against it:
 * where the sense is known, the place tells nothing. Fitted to the quotes of the tuning half of data/eval/answers.
 */
const weights = {
  words: { said: 3, together: 5.5, gives: 1, later: 0, nearness: 0 },
  senses: { said: 1.6, together: 4.2, gives: 0.8, later: 0.1, nearness: 12.5 },
} as const

/** The best sentence of a chunk is quoted with what it can't be understood without (`withContext`). */
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

  const quoted = (place: number, { start, end }: Span, score: number): Quote => ({
    text: byId.get(chunks[place]!.documentId)!.document.text.slice(start, end),
    start,
    end,
    score,
  })

  const read: Quoter['read'] = (place, reader, senses = null) => {
    const units = unitsOf(place)
    if (units.length === 0) return null
    const { text, title, section } = analysis.chunks[place]!
    const heading = reader.together(reader.read(title), reader.read(section))
    const later = laterMalus + laterUnderHeading * reader.share(heading)
    // Under a heading of what was asked, the answer needs no words of it.
    const under = 1 + underHeading * reader.share(heading)
    const { kinds, how, exceptions } = reader.asked
    const weight = senses === null ? weights.words : weights.senses
    let best = 0
    let bestWorth = -Infinity
    let question: Covered | null = null
    const judged = units.map((unit, i) => {
      const covered = reader.grant(reader.read(text, unit.from, unit.to), unit.kinds)
      if (unit.question) question = covered
      let said = reader.newShare(covered, heading) - later * Math.min(i, laterMost)
      if (question !== null) {
        said += questionShare * (reader.share(reader.together(covered, question)) - reader.share(covered))
      }
      if (exceptions && isNegated(unit.content)) said += exceptionBonus
      said += Math.max(under * worthOf(kinds & unit.kinds), how && opensSteps(units, i) ? stepsBonus : 0)
      if (unit.question) said -= questionMalus
      const underHeadings = reader.together(covered, heading)
      const nearness = senses === null ? null : senses.nearness(unit)
      const worth =
        weight.said * said +
        weight.together * reader.share(underHeadings) +
        weight.gives * ((kinds & unit.kinds) === 0 ? 0 : 1) +
        weight.later * Math.min(i, laterMost) +
        weight.nearness * (nearness ?? 0) -
        (unit.question ? questionMalus : 0)
      if (worth > bestWorth) {
        best = i
        bestWorth = worth
      }
      return { underHeadings, nearness, ahead: nearness === null ? 0 : nearness - senses!.level, said }
    })
    const { said } = judged[best]!
    return {
      worth: bestWorth,
      units: judged,
      quote() {
        const given = kinds & units[best]!.kinds
        const alsoAnswers = (i: number) => (given & units[i]!.kinds) !== 0 && judged[i]!.said >= said - nearlyAsGood
        return quoted(place, withContext(units, best, how, alsoAnswers), Math.min(1, Math.max(0, said)))
      },
    }
  }

  return {
    read,
    opening(place) {
      const units = unitsOf(place)
      return units.length === 0
        ? null
        : quoted(
            place,
            withContext(units, 0, false, () => false),
            1,
          )
    },
  }
}
