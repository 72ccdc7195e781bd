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
/** What handing a vector over to FAISS, which takes plain arrays, and its answer back take: 0.1 ms, in multiplications. */
const handover = 2 ** 17
/**
 * What it then takes for each number of each vector, in multiplications of ours, of which there are none where the query
 * is 0: vectors of spellings are always compared directly, those of senses up to some hundreds of passages.
 */
const perNumber = 0.5
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
 * and, but for `always`, what it has done before FAISS would have.
 */
export async function createFaissVectors(
  faiss: Faiss,
  table: VectorTable,
  { always }: { readonly always: boolean },
): Promise<VectorSearch> {
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
  const quickerDirect = (vector: Float32Array) => count * countUsed(vector) <= handover + perNumber * count * dimensions

  return {
    adapter: 'faiss',
    nearest(vector, k, allowed) {
      if (allowed !== null || (!always && quickerDirect(vector))) return exact.nearest(vector, k, allowed)
      for (let i = 0; i < dimensions; i++) plain[i] = vector[i]!
      for (let asked = k + spare; asked < count; asked *= 2) {
        const { distances, labels } = index.search(plain, asked)
        if (distances[asked - 1]! > distances[k - 1]! - tolerance) continue
        labels.sort((first, second) => first - second)
        const scores = Float64Array.from(labels, scorerOf(vector).of)
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
