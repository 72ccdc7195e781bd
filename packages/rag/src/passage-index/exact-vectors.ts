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
      const scorer = scorerOf(vector)
      if (allowed === null) scorer.all(scores)
      else
        for (let chunk = 0; chunk < count; chunk++) scores[chunk] = allowed[chunk] === 1 ? scorer.of(chunk) : -Infinity
      return topScores(scores, k)
    },
  }
}
