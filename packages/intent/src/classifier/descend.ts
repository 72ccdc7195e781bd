import { addRows } from './add-rows.ts'
import type { EncodedSet } from './encode.ts'
import { softmax } from './model.ts'

const learningRate = 0.5
/** Of the features of an example, how many are left out at random in each pass. */
const dropout = 0.2
/** How much of the loss is of the group rather than of the class. */
const groupShare = 0.6
/** A smaller slope is not worth the time. */
const negligible = 3e-3
/** An example that was read right with this probability sits the next pass out. */
const learned = 0.8

export interface Learner {
  readonly set: EncodedSet
  readonly weights: Float32Array
  readonly bias: Float32Array
  readonly classes: number
  readonly groups: readonly number[]
  /** How much an example of each class counts. */
  readonly importance: Float64Array
  readonly random: () => number
}

/** Makes a pass by Adagrad over some of the examples, in random order; it changes weights and bias. */
export function createPass({ set, weights, bias, classes, groups, importance, random }: Learner) {
  const { starts, rows, scales, tasks } = set
  /** Sum of the squared gradients by row, the bias last. */
  const rates = new Float32Array(set.learned + 1).fill(1e-3)
  const scores = new Float64Array(classes)
  const columns = new Int32Array(classes)
  const rests = new Uint8Array(set.examples)
  let kept = new Int32Array(256)
  return (examples: Int32Array) => {
    for (const place of shuffled(examples.length, random)) {
      const example = examples[place] as number
      if (rests[example] === 1) {
        rests[example] = 0
        continue
      }
      const task = tasks[example] as number
      const start = starts[example] as number
      const end = starts[example + 1] as number
      if (end - start > kept.length) kept = new Int32Array((end - start) * 2)
      let count = 0
      for (let at = start; at < end; at += 1) if (random() >= dropout) kept[count++] = rows[at] as number

      scores.fill(0)
      addRows(weights, kept, 0, count, scores)
      const value = (scales[example] as number) / (1 - dropout)
      for (let column = 0; column < classes; column += 1) {
        scores[column] = value * (scores[column] as number) + (bias[column] as number)
      }
      softmax(scores)
      if ((scores[task] as number) > learned) rests[example] = 1
      const squared = toGradient(scores, task, groups, importance[task] as number)

      let active = 0
      for (let column = 0; column < classes; column += 1) {
        if (Math.abs(scores[column] as number) > negligible) columns[active++] = column
      }
      if (active === 0) continue
      for (let index = 0; index < count; index += 1) {
        const row = kept[index] as number
        const sum = (rates[row] as number) + value * value * squared
        rates[row] = sum
        const rate = (learningRate * value) / Math.sqrt(sum)
        const from = row * classes
        for (let index = 0; index < active; index += 1) {
          const column = columns[index] as number
          weights[from + column] = (weights[from + column] as number) - rate * (scores[column] as number)
        }
      }
      const sum = (rates[set.learned] as number) + squared
      rates[set.learned] = sum
      const rate = (0.2 * learningRate) / Math.sqrt(sum)
      for (let column = 0; column < classes; column += 1) {
        bias[column] = (bias[column] as number) - rate * (scores[column] as number)
      }
    }
  }
}

/** Turns probabilities into the slope of the loss, in place; returns the sum of the squares. */
export function toGradient(
  probabilities: Float64Array,
  task: number,
  groups: readonly number[],
  importance: number,
): number {
  let ofGroup = 0
  for (let column = 0; column < probabilities.length; column += 1) {
    if (groups[column] === groups[task]) ofGroup += probabilities[column] as number
  }
  let squared = 0
  for (let column = 0; column < probabilities.length; column += 1) {
    const probability = probabilities[column] as number
    const byClass = probability - (column === task ? 1 : 0)
    const byGroup = groups[column] === groups[task] ? probability - probability / Math.max(ofGroup, 1e-6) : probability
    const slope = importance * ((1 - groupShare) * byClass + groupShare * byGroup)
    probabilities[column] = slope
    squared += slope * slope
  }
  return squared
}

export function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index)
  for (let index = count - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1))
    const kept = order[index] as number
    order[index] = order[other] as number
    order[other] = kept
  }
  return order
}
