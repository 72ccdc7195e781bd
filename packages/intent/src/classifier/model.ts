import { visitFeatures, visitGrams, scaleOf } from './features.ts'
import { type FeatureTable, rowOf } from './feature-table.ts'
import { wordsOf } from './words.ts'

/** A linear classifier's weights: one row a feature, one column a task. */
export interface Model {
  readonly table: FeatureTable
  /** Rows of `classes` weights; the row of a word has the weights of its character n-grams added. */
  readonly weights: Float32Array
  readonly bias: Float32Array
  readonly classes: number
  /** Scores are divided by it before they become probabilities. */
  readonly temperature: number
}

/** Probabilities of the classes, in their order; they add up to 1. */
export type Classify = (masked: string) => Float64Array

export function createClassifier({ table, weights, bias, classes, temperature }: Model): Classify {
  const sums = new Float64Array(classes)
  const add = (row: number, value: number) => {
    const from = row * classes
    for (let index = 0; index < classes; index += 1)
      sums[index] = (sums[index] as number) + value * (weights[from + index] as number)
  }
  const addOther = (hash: number) => {
    const row = rowOf(table, hash)
    if (row !== -1) add(row, 1)
  }
  const addGram = (hash: number, value: number) => {
    const row = rowOf(table, hash)
    if (row !== -1) add(row, value)
  }
  const visitor = {
    word(word: string, hash: number) {
      const row = rowOf(table, hash)
      if (row === -1) visitGrams(word, addGram)
      else add(row, 1)
    },
    other: addOther,
  }
  return (masked) => {
    const words = wordsOf(masked)
    sums.fill(0)
    visitFeatures(words, visitor)
    const scale = scaleOf(words)
    return softmax(sums.map((sum, index) => (sum * scale + (bias[index] as number)) / temperature))
  }
}

export function softmax(scores: Float64Array): Float64Array {
  const best = scores.reduce((one, other) => Math.max(one, other), -Infinity)
  let total = 0
  for (let index = 0; index < scores.length; index += 1) {
    const power = Math.exp((scores[index] as number) - best)
    scores[index] = power
    total += power
  }
  for (let index = 0; index < scores.length; index += 1) scores[index] = (scores[index] as number) / total
  return scores
}
