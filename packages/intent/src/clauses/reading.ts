import { type Intent, type IntentScore, intents } from '@marketplace-agent/domain'
import type { Task } from '../language/read-language.ts'

/** What the classifier says of a text. */
export interface Reading {
  /** By task, in the order of tasks.json. */
  readonly probabilities: Float64Array
  /** The likeliest intent: each has the probabilities of its tasks together. */
  readonly intent: Intent
  readonly certainty: number
  /** The likeliest task of that intent. */
  readonly task: Task
  readonly score: number
  /** How much likelier the task is than any other, of whatever intent; below 0 where another is likelier. */
  readonly margin: number
}

export function readingOf(probabilities: Float64Array, tasks: readonly Task[]): Reading {
  const sums = sumsByIntent(probabilities, tasks)
  const intent = intents.reduce((best, other) => ((sums.get(other) ?? 0) > (sums.get(best) ?? 0) ? other : best))
  let best = -1
  let rest = 0
  for (const [index, probability] of probabilities.entries()) {
    const better = tasks[index]?.intent === intent && (best === -1 || probability > (probabilities[best] as number))
    const other = better ? (best === -1 ? 0 : (probabilities[best] as number)) : probability
    if (better) best = index
    if (other > rest) rest = other
  }
  const score = probabilities[best] as number
  return { probabilities, intent, certainty: sums.get(intent) ?? 0, task: tasks[best] as Task, score, margin: score - rest }
}

function sumsByIntent(probabilities: Float64Array, tasks: readonly Task[]): Map<Intent, number> {
  const sums = new Map<Intent, number>()
  for (const [index, { intent }] of tasks.entries()) sums.set(intent, (sums.get(intent) ?? 0) + (probabilities[index] as number))
  return sums
}

/** Best first; they add up to 1. */
export const intentScores = (probabilities: Float64Array, tasks: readonly Task[]): IntentScore[] =>
  [...sumsByIntent(probabilities, tasks)]
    .map(([intent, score]) => ({ intent, score }))
    .sort((one, other) => other.score - one.score)

/** `share` of the one, the rest of the other. */
export const mix = (one: Float64Array, other: Float64Array, share: number): Float64Array =>
  one.map((probability, index) => share * probability + (1 - share) * (other[index] as number))
