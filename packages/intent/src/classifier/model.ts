import { hashStem, scaleOf, visitFeatures, visitGrams } from './features.ts'
import { type FeatureTable, rowOf } from './feature-table.ts'
import { wordsOf } from './words.ts'

/** A linear classifier's weights: one row a feature, one column a task. */
export interface Model {
  readonly table: FeatureTable
  /**
   * Rows of `classes` weights, in steps; the row of a word has the weights of its stem and its character n-grams added. Whole numbers
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
  /** Of the features that are known, to be added up together. */
  const rows: number[] = []
  const addRows = () => {
    const { length } = rows
    // Two at a time: that halves the reading and writing of the sums.
    for (let at = 1; at < length; at += 2) {
      const one = (rows[at - 1] as number) * classes
      const other = (rows[at] as number) * classes
      for (let index = 0; index < classes; index += 1)
        sums[index] = (sums[index] as number) + (weights[one + index] as number) + (weights[other + index] as number)
    }
    if (length % 2 === 0) return
    const last = (rows[length - 1] as number) * classes
    for (let index = 0; index < classes; index += 1)
      sums[index] = (sums[index] as number) + (weights[last + index] as number)
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
      if (row !== -1) rows.push(row)
      else {
        visitGrams(word, addGram)
        visitor.other(hashStem(word))
      }
    },
    other(hash: number) {
      const row = hash === 0 ? -1 : rowOf(table, hash)
      if (row !== -1) rows.push(row)
    },
  }
  return (masked) => {
    const words = wordsOf(masked)
    rows.length = 0
    sums.fill(0)
    visitFeatures(words, visitor)
    addRows()
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
  for (let index = 0; index < weights.length; index += 1)
    largest = Math.max(largest, Math.abs(weights[index] as number))
  const step = largest / 0x7fff || 1
  const whole = new Int16Array(weights.length)
  for (let index = 0; index < weights.length; index += 1) whole[index] = Math.round((weights[index] as number) / step)
  return { weights: whole, step }
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
