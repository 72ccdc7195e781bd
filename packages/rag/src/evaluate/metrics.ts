/** Grades of documents for one query: above 0 is relevant, more is better. */
export type Judgements = ReadonlyMap<string, number>

/** Normalised discounted cumulative gain at `k`, the grades being the gains, as trec_eval and BEIR have it. */
export function ndcg(ranking: readonly string[], judgements: Judgements, k: number): number {
  const ideal = [...judgements.values()].sort((a, b) => b - a)
  const best = discountedGain(ideal.slice(0, k))
  return best === 0 ? 0 : discountedGain(ranking.slice(0, k).map((id) => judgements.get(id) ?? 0)) / best
}

/** 1 over the rank of the first relevant document among the first `k`; 0 without one. */
export function reciprocalRank(ranking: readonly string[], judgements: Judgements, k: number): number {
  const place = ranking.slice(0, k).findIndex((id) => isRelevant(id, judgements))
  return place === -1 ? 0 : 1 / (place + 1)
}

/** The share of the relevant documents that are among the first `k`; 0 where none is relevant. */
export function recall(ranking: readonly string[], judgements: Judgements, k: number): number {
  const relevant = [...judgements.keys()].filter((id) => isRelevant(id, judgements)).length
  const found = ranking.slice(0, k).filter((id) => isRelevant(id, judgements)).length
  return relevant === 0 ? 0 : found / relevant
}

const isRelevant = (id: string, judgements: Judgements) => (judgements.get(id) ?? 0) > 0

const discountedGain = (grades: readonly number[]) =>
  grades.reduce((sum, grade, i) => sum + Math.max(0, grade) / Math.log2(i + 2), 0)
