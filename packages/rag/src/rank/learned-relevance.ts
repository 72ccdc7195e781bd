import type { Known, RelevanceWeights } from './evidence.ts'

/** Made by `testing/learn-relevance.ts`; not written by hand. */
export const learnedRelevance: Readonly<Record<Known, RelevanceWeights>> = {
  words: {
    none: -2.8,
    words: 3.26,
    counted: 1.54,
    heading: 1.39,
    polar: -0.51,
  },
  passages: {
    none: -4.38,
    words: 2,
    beyondTitle: 1.06,
    rarest: 0.29,
    polar: -0.87,
    howTo: -1.78,
    passage: 8.27,
  },
  sentences: {
    none: -5.12,
    words: 1.24,
    beyondTitle: 1.4,
    rarest: 0.38,
    polar: -1.13,
    howTo: -1.74,
    passage: 4.59,
    sentence: 3.27,
    ahead: 9.25,
  },
}
