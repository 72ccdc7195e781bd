import type { Embedder } from '@marketplace-agent/llm'
import { type FeatureName, featurePlace, type FeatureWeights } from '../rank/features.ts'
import type { Reranker } from '../port.ts'
import { learnedWeights } from './learned-weights.ts'

/** Ranks by a weighted sum of what is known of a passage: a few microseconds, no model. */
export function createFeatureReranker(
  kind: Embedder['kind'],
  weights: FeatureWeights = learnedWeights[kind],
): Reranker {
  const terms = Object.entries(weights).map(([name, weight]) => ({ at: featurePlace[name as FeatureName], weight }))
  return {
    id: `features-${kind}`,
    rerank: async (_query, candidates) =>
      candidates.map(({ features }) => terms.reduce((sum, { at, weight }) => sum + weight * features[at]!, 0)),
  }
}
