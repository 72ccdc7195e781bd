import { type Reading, offTopicTasks } from './clauses/reading.ts'
import type { ClassifierName } from './types.ts'

interface Limits {
  /** A task's probability, and its lead over any other, from which on a tool may run on it. */
  readonly leastScore: number
  readonly leastMargin: number
  /** With this much doubt that the message has to do with the shop at all, no tool runs either. */
  readonly mostOffTopic: number
}

/**
 * By testing/cross-validate.ts, where the shop's things are unknown: n-grams find 0.80 of what is off topic with 0.18 false
 * alarms, sentence vectors 0.90 with 0.13. Nearness to what was learned adds nothing to the doubt.
 */
const ofNgrams: Limits = { leastScore: 0.3, leastMargin: 0.05, mostOffTopic: 0.1 }
const ofSentences: Limits = { leastScore: 0.25, leastMargin: 0.05, mostOffTopic: 0.1 }

export function isConfident({ task, score, margin, offTopic }: Reading, by: ClassifierName): boolean {
  const { leastScore, leastMargin, mostOffTopic } = by === 'ngram' ? ofNgrams : ofSentences
  return score >= leastScore && margin >= leastMargin && (offTopic < mostOffTopic || offTopicTasks.has(task.name))
}

/**
 * From these probabilities of the intent and of the task on the n-grams decide: a third of what was held out, and an
 * accuracy lower by 0.001 than with every sentence's vector (testing/cross-validate.ts).
 */
export const sure = { intent: 0.95, task: 0.7 }

export const isSure = ({ certainty, score }: Reading, least = sure): boolean =>
  certainty >= least.intent && score >= least.task
