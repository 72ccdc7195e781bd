import type { Scored } from './top.ts'

/** Vectors of unit length by chunk, one after the other. */
export interface VectorTable {
  readonly values: Float32Array
  readonly dimensions: number
}

/** Nearest chunks by inner product. */
export interface VectorSearch {
  readonly adapter: string
  /** The `k` nearest among `allowed` (all, where null), equal ones in the order of the chunks. */
  nearest(vector: Float32Array, k: number, allowed: Uint8Array | null): Scored[]
}

export const countVectors = ({ values, dimensions }: VectorTable): number => values.length / dimensions

/** Inner products of one vector with those of a table. */
export interface Scorer {
  of(chunk: number): number
  /** Of all chunks, in their order. */
  all(scores: Float64Array): void
}

/**
 * Makes scorers of vectors. Sums are in one fixed order, so that equal vectors have equal scores whichever adapter asks.
 * A vector of spellings is mostly zeros, which are left out. Each scorer ends the one before it.
 */
export function createScorer({ values, dimensions }: VectorTable): (vector: Float32Array) => Scorer {
  const places = new Uint32Array(dimensions)
  const factors = new Float64Array(dimensions)
  let used = 0

  function of(chunk: number): number {
    const row = chunk * dimensions
    let sum = 0
    for (let i = 0; i < used; i++) sum += values[row + places[i]!]! * factors[i]!
    return sum
  }

  /** Four at once: each sum would wait for its last addition. */
  function all(scores: Float64Array): void {
    let chunk = 0
    for (; chunk + 4 <= scores.length; chunk += 4) {
      const row = chunk * dimensions
      let [first, second, third, fourth] = [0, 0, 0, 0]
      for (let i = 0; i < used; i++) {
        const at = row + places[i]!
        const factor = factors[i]!
        first += values[at]! * factor
        second += values[at + dimensions]! * factor
        third += values[at + 2 * dimensions]! * factor
        fourth += values[at + 3 * dimensions]! * factor
      }
      scores[chunk] = first
      scores[chunk + 1] = second
      scores[chunk + 2] = third
      scores[chunk + 3] = fourth
    }
    for (; chunk < scores.length; chunk++) scores[chunk] = of(chunk)
  }

  const scorer = { of, all }
  return (vector) => {
    used = 0
    for (let i = 0; i < dimensions; i++) {
      if (vector[i] === 0) continue
      places[used] = i
      factors[used++] = vector[i]!
    }
    return scorer
  }
}
