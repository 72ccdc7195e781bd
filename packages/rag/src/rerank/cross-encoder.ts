import type { CallContext } from '@marketplace-agent/domain'
import type { Reranker } from '../port.ts'
import { textToEmbed } from '../text-to-embed.ts'

/** A model that reads a question and a text together. */
export interface TextPairScorer {
  /** Names the model and its version. */
  readonly id: string
  /** One logit for each text: the higher, the better it answers. */
  score(query: string, texts: readonly string[], context: CallContext): Promise<ArrayLike<number>>
}

/** Such a model takes about as long for a passage as embedding it: so many of the best are read. */
const usualDepth = 16

/** Ranks the first `depth` candidates by the model; the others come after them, in the order they had. */
export function createCrossEncoderReranker(scorer: TextPairScorer, depth: number = usualDepth): Reranker {
  return {
    id: `cross-encoder:${scorer.id}`,
    async rerank(query, candidates, context) {
      const read = candidates.slice(0, depth)
      const scores = Array.from(
        await scorer.score(
          query,
          read.map(({ chunk }) => textToEmbed(chunk)),
          context,
        ),
      )
      if (scores.length !== read.length || !scores.every(Number.isFinite)) {
        throw new Error(
          `${scorer.id} gave ${scores.length} scores for ${read.length} passages, or such as are no numbers`,
        )
      }
      const least = Math.min(...scores)
      return candidates.map((_candidate, i) => scores[i] ?? least - 1 - i)
    },
  }
}
