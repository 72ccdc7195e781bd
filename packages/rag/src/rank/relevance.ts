import { createSum, type Known, type RelevanceWeights, type View } from './evidence.ts'
import { learnedRelevance } from './learned-relevance.ts'

/** How surely a passage speaks of what was asked, 0 to 1, comparable between queries. */
export type Relevance = (view: View) => number

export const knownOf = ({ candidate, units }: View): Known =>
  candidate.nearness === null ? 'words' : units()[0]?.nearness == null ? 'passages' : 'sentences'

/** A logistic regression over the evidence for each of what may be known. */
export function createRelevance(weights: Readonly<Record<Known, RelevanceWeights>> = learnedRelevance): Relevance {
  const sums = {
    words: createSum(weights.words),
    passages: createSum(weights.passages),
    sentences: createSum(weights.sentences),
  }
  return (view) => 1 / (1 + Math.exp(-sums[knownOf(view)](view)))
}
