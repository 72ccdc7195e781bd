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

/**
 * Makes functions that give the inner product of one vector with a chunk's. Sums are in one fixed order, so that equal
 * vectors have equal scores whichever adapter asks. A vector of spellings is mostly zeros, which are left out. Each
 * function made ends the one before it.
 */
export function createScorer({ values, dimensions }: VectorTable): (vector: Float32Array) => (chunk: number) => number {
  const places = new Uint32Array(dimensions)
  const factors = new Float64Array(dimensions)
  return (vector) => {
    let used = 0
    for (let i = 0; i < dimensions; i++) {
      if (vector[i] === 0) continue
      places[used] = i
      factors[used++] = vector[i]!
    }
    return (chunk) => {
      const row = chunk * dimensions
      let sum = 0
      for (let i = 0; i < used; i++) sum += values[row + places[i]!]! * factors[i]!
      return sum
    }
  }
}
