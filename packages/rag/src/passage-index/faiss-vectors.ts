import { createRequire } from 'node:module'
import { createPace } from '../pace.ts'
import { createExactVectors } from './exact-vectors.ts'
import { topScores } from './top.ts'
import { countVectors, createScorer, type VectorSearch, type VectorTable } from './vector-search.ts'

interface FaissIndex {
  add(values: number[]): void
  search(vector: number[], k: number): { readonly distances: number[]; readonly labels: number[] }
}
interface Faiss {
  readonly IndexFlatIP: new (dimensions: number) => FaissIndex
}

/** Its float sums differ from ours by less; so near, the order is ours to settle. */
const tolerance = 1e-5
const spare = 4
/** It takes plain arrays only: converted in pieces, lest a large set be there twice. */
const vectorsAtOnce = 64

/** The addon, or why it can't be had. CommonJS without named exports, and optional. */
export function loadFaiss(): { readonly faiss: Faiss } | { readonly reason: string } {
  try {
    return { faiss: createRequire(import.meta.url)('faiss-node') as Faiss }
  } catch (error) {
    return { reason: error instanceof Error ? error.message.split('\n')[0]! : String(error) }
  }
}

/**
 * FAISS finds the candidates; their scores and order are those of the exact search, which also takes what is filtered,
 * and queries of up to `directUpTo` multiplications, which are done before FAISS has taken a vector over.
 */
export async function createFaissVectors(faiss: Faiss, table: VectorTable, directUpTo: number): Promise<VectorSearch> {
  const { values, dimensions } = table
  const count = countVectors(table)
  const index = new faiss.IndexFlatIP(dimensions)
  const pace = createPace()
  for (let from = 0; from < values.length; from += vectorsAtOnce * dimensions) {
    await pace()
    index.add(Array.from(values.subarray(from, from + vectorsAtOnce * dimensions)))
  }
  const exact = createExactVectors(table)
  const scorerOf = createScorer(table)
  const plain: number[] = Array.from({ length: dimensions }, () => 0.5)

  return {
    adapter: 'faiss',
    nearest(vector, k, allowed) {
      if (allowed !== null || count * countUsed(vector) <= directUpTo) return exact.nearest(vector, k, allowed)
      for (let i = 0; i < dimensions; i++) plain[i] = vector[i]!
      for (let asked = k + spare; asked < count; asked *= 2) {
        const { distances, labels } = index.search(plain, asked)
        if (distances[asked - 1]! > distances[k - 1]! - tolerance) continue
        labels.sort((first, second) => first - second)
        const scores = Float64Array.from(labels, scorerOf(vector))
        return topScores(scores, k).map(({ chunk, score }) => ({ chunk: labels[chunk]!, score }))
      }
      return exact.nearest(vector, k, null)
    },
  }
}

function countUsed(vector: Float32Array): number {
  let used = 0
  for (let i = 0; i < vector.length; i++) if (vector[i] !== 0) used++
  return used
}
