import type { ChunkTerms } from '../text/analysis.ts'
import type { Covered, QueryReader } from './coverage.ts'
import type { ReadUnit } from './quote.ts'
import type { Candidate } from './rank.ts'

/** What is known of a passage beside its words: nothing, its own sense, or the senses of its sentences, too. */
export type Known = 'words' | 'passages' | 'sentences'

/** What is looked at to tell whether a passage speaks of what was asked. */
export interface View {
  readonly reader: QueryReader
  /** The passage's. */
  readonly terms: ChunkTerms
  readonly candidate: Pick<Candidate, 'chunk' | 'covered' | 'kinds' | 'nearness'>
  /** Its sentences, list items and rows, read when they are first asked for. */
  units(): readonly ReadUnit[]
}

/** What the passage as a whole tells; `covered`: the query's words that it and its headings have, or give. */
const ofPassage = {
  /** The query's words that it has, by rarity. */
  words: ({ reader }: View, covered: Covered) => reader.share(covered),
  /** The same, each alike. */
  counted: ({ reader }: View, covered: Covered) => reader.countShare(covered),
  /** How much of its nearest heading the query names. */
  heading: ({ reader, terms: { title, section } }: View) =>
    reader.namedShare(section.terms.length > 0 ? section : title),
  /** The query asks for yes or no: documents tell what is, and are silent on most of what might be. */
  polar: ({ reader }: View) => (reader.asked.polar ? 1 : 0),
  /** It asks how something is done, which is told of some things only; much else of a product has the same words. */
  howTo: ({ reader }: View) => (reader.asked.howTo ? 1 : 0),
  /** The cosine of vectors of senses; 0 where there is none. */
  passage: ({ candidate }: View) => candidate.nearness ?? 0,
} satisfies Record<string, (view: View, covered: Covered) => number>

/** What one of its units tells. */
const ofUnit = {
  /** The query's words that it has with its headings, by rarity. */
  together: ({ reader }: View, unit: ReadUnit) => reader.share(unit.underHeadings),
  /** The same, of those that the title doesn't have. */
  beyondTitle: ({ reader, terms }: View, unit: ReadUnit) =>
    reader.beyondShare(unit.underHeadings, reader.read(terms.title)),
  /** The query's rarest word, in the same. */
  rarest: ({ reader }: View, unit: ReadUnit) => reader.rarestShare(unit.underHeadings),
  /** Its cosine; 0 where units have no vectors. */
  sentence: (_view: View, unit: ReadUnit) => unit.nearness ?? 0,
  /** How much nearer it is than the ten units that are nearest after the nearest of all; 0 likewise. */
  ahead: (_view: View, unit: ReadUnit) => unit.ahead,
} satisfies Record<string, (view: View, unit: ReadUnit) => number>

export type PassageEvidence = keyof typeof ofPassage
export type UnitEvidence = keyof typeof ofUnit
export type Evidence = PassageEvidence | UnitEvidence

const passageEvidence = Object.keys(ofPassage) as readonly PassageEvidence[]
const unitEvidence = Object.keys(ofUnit) as readonly UnitEvidence[]
export const evidenceNames: readonly Evidence[] = [...passageEvidence, ...unitEvidence]

/** Weights of what counts, and the sum without any evidence. */
export type RelevanceWeights = Readonly<Partial<Record<Evidence, number>>> & { readonly none: number }

/** Adds the evidence up by weights: that of the passage, and that of the unit with the most of it. */
export function createSum(weights: RelevanceWeights): (view: View) => number {
  const weighted = <Name extends Evidence>(names: readonly Name[]) =>
    names.flatMap((name) => (weights[name] === undefined ? [] : [{ name, weight: weights[name] }]))
  const whole = weighted(passageEvidence)
  const single = weighted(unitEvidence)
  return (view) => {
    const covered = coveredBy(view)
    let sum = weights.none
    for (const { name, weight } of whole) sum += weight * ofPassage[name](view, covered)
    if (single.length === 0) return sum
    let most = -Infinity
    for (const unit of view.units()) {
      let own = 0
      for (const { name, weight } of single) own += weight * ofUnit[name](view, unit)
      if (own > most) most = own
    }
    return sum + most
  }
}

/** All evidence of a passage, as of `evidenceNames`: a row for each of its units. */
export function evidenceOf(view: View): readonly (readonly number[])[] {
  const covered = coveredBy(view)
  const whole = passageEvidence.map((name) => ofPassage[name](view, covered))
  return view.units().map((unit) => [...whole, ...unitEvidence.map((name) => ofUnit[name](view, unit))])
}

const coveredBy = ({ reader, candidate: { covered, kinds } }: View) => reader.grant(covered, kinds)
