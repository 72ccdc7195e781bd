import { visitFeatures, visitGrams, scaleOf } from './features.ts'
import { type FeatureTable, rowOf } from './feature-table.ts'
import { wordsOf } from './words.ts'

/** A linear classifier's weights: one row a feature, one column a task. */
export interface Model {
  readonly table: FeatureTable
  /**
   * Rows of `classes` weights, in steps; the row of a word has the weights of its character n-grams added. Whole numbers
   * of two bytes: a look-up reads half the memory, and adding them up is quicker.
   */
  readonly weights: Int16Array
  /** What a step weighs. */
  readonly step: number
  readonly bias: Float32Array
  readonly classes: number
  /** Scores are divided by it before they become probabilities. */
  readonly temperature: number
}

/** Probabilities of the classes, in their order; they add up to 1. */
export type Classify = (masked: string) => Float64Array

/** A value below 1 in so many parts, so that whole numbers are multiplied. */
const parts = 256

export function createClassifier({ table, weights, step, bias, classes, temperature }: Model): Classify {
  const sums = new Int32Array(classes)
  const add = (row: number) => {
    const from = row * classes
    for (let index = 0; index < classes; index += 1)
      sums[index] = (sums[index] as number) + (weights[from + index] as number)
  }
  const addGram = (hash: number, value: number) => {
    const row = rowOf(table, hash)
    if (row === -1) return
    const from = row * classes
    const share = Math.round(value * parts)
    for (let index = 0; index < classes; index += 1)
      sums[index] = (sums[index] as number) + Math.trunc((share * (weights[from + index] as number)) / parts)
  }
  const visitor = {
    word(word: string, hash: number) {
      const row = rowOf(table, hash)
      if (row === -1) visitGrams(word, addGram)
      else add(row)
    },
    other(hash: number) {
      const row = rowOf(table, hash)
      if (row !== -1) add(row)
    },
  }
  return (masked) => {
    const words = wordsOf(masked)
    sums.fill(0)
    visitFeatures(words, visitor)
    const scale = scaleOf(words) * step
    const scores = new Float64Array(classes)
    for (let index = 0; index < classes; index += 1)
      scores[index] = ((sums[index] as number) * scale + (bias[index] as number)) / temperature
    return softmax(scores)
  }
}

/** Weights as whole steps, the largest of them 2^15 - 1. */
export function inSteps(weights: Float32Array): Pick<Model, 'weights' | 'step'> {
  let largest = 0
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight))
  const step = largest / 0x7fff || 1
  return { weights: Int16Array.from(weights, (weight) => Math.round(weight / step)), step }
}

/** In place. */
export function softmax(scores: Float64Array): Float64Array {
  let best = -Infinity
  for (let index = 0; index < scores.length; index += 1) best = Math.max(best, scores[index] as number)
  let total = 0
  for (let index = 0; index < scores.length; index += 1) {
    const power = Math.exp((scores[index] as number) - best)
    scores[index] = power
    total += power
  }
  for (let index = 0; index < scores.length; index += 1) scores[index] = (scores[index] as number) / total
  return scores
}
