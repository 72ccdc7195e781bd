import { topScores } from '../passage-index/top.ts'
import { countVectors, createScorer, type VectorTable } from '../passage-index/vector-search.ts'
import type { QuotableUnit } from './quotable-units.ts'

/** How near the units are to a question in sense. */
export interface UnitSenses {
  /** A unit's cosine: about 0 to 1. */
  nearness(unit: QuotableUnit): number
  /** The mean of the ten nearest units of all documents, without the nearest one: what is near to such questions anyway. */
  readonly level: number
}

const levelled = 10

/** Reads questions' vectors against those of the units; null where one of the two has none. Each ends the one before it. */
export function createUnitSenses(units: VectorTable): (vector: Float32Array | null) => UnitSenses | null {
  const scorerOf = createScorer(units)
  const cosines = new Float64Array(countVectors(units))
  return (vector) => {
    if (vector === null || cosines.length === 0) return null
    scorerOf(vector).all(cosines)
    const near = topScores(cosines, 1 + levelled)
    const others = near.length > 1 ? near.slice(1) : near
    return {
      nearness: ({ row }) => cosines[row]!,
      level: others.reduce((sum, { score }) => sum + score, 0) / others.length,
    }
  }
}
