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
  /** Probability that it has nothing to do with the shop. */
  readonly offTopic: number
}

/** Turns the probabilities of the tasks into readings. */
export interface Readings {
  of(probabilities: Float64Array): Reading
  /** Best first; they add up to 1. */
  intentScores(probabilities: Float64Array): IntentScore[]
}

/** Tasks on which no tool runs, whoever is sure of them: they have nothing to do with the shop. */
export const offTopicTasks: ReadonlySet<string> = new Set(['out_of_scope', 'chitchat'])

export function createReadings(tasks: readonly Task[]): Readings {
  const intentOf = Int32Array.from(tasks, (task) => intents.indexOf(task.intent))

  const offTopic = tasks.flatMap((task, index) => (offTopicTasks.has(task.name) ? [index] : []))

  const sumsOf = (probabilities: Float64Array): Float64Array => {
    const sums = new Float64Array(intents.length)
    for (let index = 0; index < probabilities.length; index += 1) {
      const intent = intentOf[index] as number
      sums[intent] = (sums[intent] as number) + (probabilities[index] as number)
    }
    return sums
  }

  return {
    of(probabilities) {
      const sums = sumsOf(probabilities)
      const intent = indexOfLargest(sums)
      let best = -1
      for (let index = 0; index < probabilities.length; index += 1) {
        if (intentOf[index] === intent && (best === -1 || at(probabilities, index) > at(probabilities, best)))
          best = index
      }
      const score = at(probabilities, best)
      let next = 0
      for (let index = 0; index < probabilities.length; index += 1) {
        if (index !== best) next = Math.max(next, at(probabilities, index))
      }
      return {
        probabilities,
        intent: intents[intent] as Intent,
        certainty: sums[intent] as number,
        task: tasks[best] as Task,
        score,
        margin: score - next,
        offTopic: offTopic.reduce((sum, index) => sum + (probabilities[index] as number), 0),
      }
    },
    intentScores(probabilities) {
      const sums = sumsOf(probabilities)
      return intents
        .map((intent, index) => ({ intent, score: at(sums, index) }))
        .sort((one, other) => other.score - one.score)
    },
  }
}

const at = (values: Float64Array, index: number) => values[index] as number

function indexOfLargest(values: Float64Array): number {
  let best = 0
  for (let index = 1; index < values.length; index += 1) if (at(values, index) > at(values, best)) best = index
  return best
}

/** `share` of the one, the rest of the other. */
export const mix = (one: Float64Array, other: Float64Array, share: number): Float64Array =>
  one.map((probability, index) => share * probability + (1 - share) * (other[index] as number))
