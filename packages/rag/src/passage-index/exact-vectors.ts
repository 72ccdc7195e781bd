import { topScores } from './top.ts'
import { countVectors, createScorer, type VectorSearch, type VectorTable } from './vector-search.ts'

/** Compares with every vector: nothing to install, nothing missed. */
export function createExactVectors(table: VectorTable): VectorSearch {
  const count = countVectors(table)
  const scorerOf = createScorer(table)
  const scores = new Float64Array(count)
  return {
    adapter: 'exact',
    nearest(vector, k, allowed) {
      const score = scorerOf(vector)
      for (let chunk = 0; chunk < count; chunk++) {
        scores[chunk] = allowed === null || allowed[chunk] === 1 ? score(chunk) : -Infinity
      }
      return topScores(scores, k)
    },
  }
}
