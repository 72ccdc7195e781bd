import { createScorer, type VectorTable } from '../passage-index/vector-search.ts'
import type { QuotableUnit } from './quotable-units.ts'

/** How near a question is to a unit in sense: about 0 to 1. */
export type UnitNearness = (unit: QuotableUnit) => number

/** Reads questions' vectors against those of the units; null where one of the two has none. Each ends the one before it. */
export function createUnitSenses(units: VectorTable): (vector: Float32Array | null) => UnitNearness | null {
  const scorerOf = createScorer(units)
  return (vector) => {
    if (vector === null || units.values.length === 0) return null
    const cosineOf = scorerOf(vector)
    return ({ row }) => cosineOf(row)
  }
}
