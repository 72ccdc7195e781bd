import { type Judgements, ndcg, recall, reciprocalRank } from './metrics.ts'

/** Means over the judged queries. */
export interface RetrievalMetrics {
  readonly ndcg_10: number
  readonly mrr_10: number
  readonly recall_3: number
  readonly recall_10: number
  readonly recall_100: number
  readonly milliseconds_per_query: number
}

/** Takes rankings of documents, one after the other, and gives the means. */
export function createMeans(): {
  add(ranking: readonly string[], judgements: Judgements, milliseconds: number): void
  means(): RetrievalMetrics
} {
  const sums = { ndcg_10: 0, mrr_10: 0, recall_3: 0, recall_10: 0, recall_100: 0, milliseconds_per_query: 0 }
  let count = 0
  return {
    add(ranking, judgements, milliseconds) {
      count++
      sums.ndcg_10 += ndcg(ranking, judgements, 10)
      sums.mrr_10 += reciprocalRank(ranking, judgements, 10)
      sums.recall_3 += recall(ranking, judgements, 3)
      sums.recall_10 += recall(ranking, judgements, 10)
      sums.recall_100 += recall(ranking, judgements, 100)
      sums.milliseconds_per_query += milliseconds
    },
    means() {
      const of = Math.max(1, count)
      return {
        ndcg_10: sums.ndcg_10 / of,
        mrr_10: sums.mrr_10 / of,
        recall_3: sums.recall_3 / of,
        recall_10: sums.recall_10 / of,
        recall_100: sums.recall_100 / of,
        milliseconds_per_query: sums.milliseconds_per_query / of,
      }
    },
  }
}
