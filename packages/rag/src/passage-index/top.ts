/** A chunk by its place, with its score. */
export interface Scored {
  readonly chunk: number
  readonly score: number
}

/** The `k` best of scores by chunk, equal ones in the order of the chunks; those of -Infinity are left out. */
export function topScores(scores: Float64Array, k: number): Scored[] {
  const best: Scored[] = []
  let least = -Infinity
  for (let chunk = 0; chunk < scores.length; chunk++) {
    const score = scores[chunk]!
    if (score <= least) continue
    let at = best.length
    if (at < k) best.push({ chunk, score })
    else at--
    while (at > 0 && best[at - 1]!.score < score) {
      best[at] = best[at - 1]!
      at--
    }
    best[at] = { chunk, score }
    if (best.length === k) least = best[k - 1]!.score
  }
  return best
}
