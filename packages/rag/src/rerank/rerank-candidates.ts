import { type CallContext, CodedError } from '@marketplace-agent/domain'
import type { Reranker } from '../port.ts'
import type { Candidate } from '../rank/rank.ts'

/** The candidates in the re-ranker's order, their `rankScore` a share of the best one's; as they were, where it fails. */
export async function rerankCandidates(
  reranker: Reranker,
  query: string,
  candidates: readonly Candidate[],
  context: CallContext,
): Promise<readonly Candidate[]> {
  try {
    const scores = await reranker.rerank(
      query,
      candidates.map(({ chunk, rankScore, features }) => ({ chunk, score: rankScore, features })),
      context,
    )
    const best = Math.max(...scores)
    return candidates
      .map((candidate, i) => ({ ...candidate, rankScore: Math.exp(scores[i]! - best) }))
      .sort((a, b) => b.rankScore - a.rankScore)
  } catch (error) {
    if (error instanceof CodedError && error.code === 'aborted') throw error
    context.log.warn(
      { reranker: reranker.id, reason: error instanceof Error ? error.name : 'unknown' },
      'The re-ranker failed',
    )
    context.degrade('reranker')
    return candidates
  }
}
