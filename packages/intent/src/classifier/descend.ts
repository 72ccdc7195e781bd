import type { Encoded } from './encode.ts'
import { softmax } from './model.ts'

const learningRate = 0.6
/** Of the features of an example, how many are left out at random in each pass. */
const dropout = 0.3
/** How much of the loss is of the group rather than of the class. */
const groupShare = 0.6
/** A smaller slope is not worth the time. */
const negligible = 3e-3

export interface Learner {
  readonly weights: Float32Array
  readonly bias: Float32Array
  readonly classes: number
  readonly groups: readonly number[]
  /** Sum of the squared gradients by feature, the bias last. */
  readonly rates: Float32Array
  readonly random: () => number
}

/** One pass over examples in random order, each counting as its class is important; changes weights, bias and rates. */
export function createPass({ weights, bias, classes, groups, rates, random }: Learner) {
  const scores = new Float64Array(classes)
  const columns = new Int32Array(classes)
  let kept = new Int32Array(256)
  return (examples: readonly Encoded[], importance: Float64Array) => {
    for (const example of shuffled(examples.length, random)) {
      const { rows, values, task } = examples[example] as Encoded
      if (rows.length > kept.length) kept = new Int32Array(rows.length * 2)
      let count = 0
      for (let place = 0; place < rows.length; place += 1) if (random() >= dropout) kept[count++] = place
      for (let column = 0; column < classes; column += 1) scores[column] = bias[column] as number
      for (let index = 0; index < count; index += 1) {
        const place = kept[index] as number
        const row = rows[place] as number
        const value = (values[place] as number) / (1 - dropout)
        const from = row * classes
        for (let column = 0; column < classes; column += 1) {
          scores[column] = (scores[column] as number) + value * (weights[from + column] as number)
        }
      }
      const squared = toGradient(softmax(scores), task, groups, importance[task] as number)
      let active = 0
      for (let column = 0; column < classes; column += 1) {
        if (Math.abs(scores[column] as number) > negligible) columns[active++] = column
      }
      for (let index = 0; index < count; index += 1) {
        const place = kept[index] as number
        const row = rows[place] as number
        const value = (values[place] as number) / (1 - dropout)
        const sum = (rates[row] as number) + value * value * squared
        rates[row] = sum
        const rate = (learningRate * value) / Math.sqrt(sum)
        const from = row * classes
        for (let index = 0; index < active; index += 1) {
          const column = columns[index] as number
          weights[from + column] = (weights[from + column] as number) - rate * (scores[column] as number)
        }
      }
      const sum = (rates[rates.length - 1] as number) + squared
      rates[rates.length - 1] = sum
      const rate = (0.2 * learningRate) / Math.sqrt(sum)
      for (let column = 0; column < classes; column += 1)
        bias[column] = (bias[column] as number) - rate * (scores[column] as number)
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
