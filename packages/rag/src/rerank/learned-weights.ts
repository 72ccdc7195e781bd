import type { Embedder } from '@marketplace-agent/llm'
import type { FeatureWeights } from '../rank/features.ts'

/** Made by `testing/learn-weights.ts`; not written by hand. */
export const learnedWeights: Readonly<Record<Embedder['kind'], FeatureWeights>> = {
  lexical: {
    vectorShare: 0.56,
    covered: 2.17,
    coveredCount: 1.32,
    phrase: 0.04,
    codesNamed: 0.51,
    fused: 3.58,
  },
  semantic: {
    vectorShare: 0.69,
    headingNearer: 0.37,
    coveredCount: 0.12,
    codesFound: 0.24,
    codesNamed: 0.39,
    fused: 12.6,
  },
}
