import { placeholders } from '../language/placeholders.ts'
import { weightsFromCounts } from './counts.ts'
import { createPass } from './descend.ts'
import { addToWords, encodeAll } from './encode.ts'
import type { Example } from './examples.ts'
import { rowOf } from './feature-table.ts'
import { hashWord } from './features.ts'
import { type Model, inSteps } from './model.ts'
import { createRandom } from './random.ts'
import { fitTemperature } from './temperature.ts'

export interface TrainingSet {
  readonly examples: readonly Example[]
  readonly classes: number
  /** The group (intent) of each class: to mistake a class for another of its group is a smaller mistake. */
  readonly groups: readonly number[]
}

/** Raise it when a change of this folder makes other models of the same data: kept models are then trained anew. */
export const trainerVersion = 10

const seed = 20260210
const epochs = 1
/** Further passes, with the part that was held out to set the temperature; the model is the mean of where they end. */
const epochsOnAll = 2
/** Classes with few examples count more: by this power of how few. */
const balance = 0.5
/** How much of the weights is from counts; stems are learned from mistakes alone, n-grams from counts alone. */
const countsShare = { placeholder: 1.5, stem: 0, gram: 0.35, other: 0.28 }
/** One block of so many neighbouring examples in eight is held out; neighbours are often alike. */
const blockSize = 12
const heldOutOf = 8

/** Multinomial logistic regression by Adagrad, one rate a feature, from counts; deterministic. */
export function train({ examples, classes, groups }: TrainingSet): Model {
  const random = createRandom(seed)
  const set = encodeAll(examples)
  const { words, learned, table } = set
  const all = Int32Array.from(examples.keys())
  const isHeldOut = (index: number) => Math.floor(index / blockSize) % heldOutOf === heldOutOf - 1
  const most = all.filter((index) => !isHeldOut(index))
  const heldOut = all.filter(isHeldOut)

  const ofPlaceholders = new Set([...placeholders].map((placeholder) => rowOf(table, hashWord(placeholder))))
  const ofStems = new Set(words.map(({ stem }) => stem))
  const share = (row: number) => {
    if (row >= learned) return countsShare.gram
    if (ofStems.has(row)) return countsShare.stem
    return ofPlaceholders.has(row) ? countsShare.placeholder : countsShare.other
  }
  const fromCounts = (counted: Int32Array) => {
    const weights = weightsFromCounts(set, counted, classes, share)
    addToWords(words, weights, classes, ({ grams, gramValue }) => ({ rows: grams, value: gramValue }))
    return weights
  }
  const fromMost = fromCounts(most)
  const weights = fromMost.slice()
  const bias = new Float32Array(classes)
  const counts = new Float64Array(classes)
  for (const { task } of examples) counts[task] = (counts[task] as number) + 1
  const importance = counts.map((count) => (examples.length / classes / Math.max(1, count)) ** balance)
  const pass = createPass({ set, weights, bias, classes, groups, importance, random })

  for (let epoch = 0; epoch < epochs; epoch += 1) pass(most)
  const temperature = fitTemperature(set, heldOut, weights, bias)

  const fromAll = fromCounts(all)
  for (let index = 0; index < weights.length; index += 1) {
    weights[index] = (weights[index] as number) + (fromAll[index] as number) - (fromMost[index] as number)
  }
  const ends = [weights.subarray(0, learned * classes), bias].map((values) => ({
    values,
    mean: new Float32Array(values.length),
  }))
  for (let epoch = 0; epoch < epochsOnAll; epoch += 1) {
    pass(all)
    for (const { values, mean } of ends) {
      for (let index = 0; index < mean.length; index += 1)
        mean[index] = (mean[index] as number) + (values[index] as number) / epochsOnAll
    }
  }
  for (const { values, mean } of ends) values.set(mean)

  addToWords(words, weights, classes, ({ stem }) => ({ rows: stem === null ? [] : [stem], value: 1 }))
  return { table, ...inSteps(weights), bias, classes, temperature }
}
