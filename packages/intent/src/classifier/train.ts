import { placeholders } from '../language/placeholders.ts'
import { weightsFromCounts } from './counts.ts'
import { createPass } from './descend.ts'
import { bakeGramsIntoWords, encodeAll } from './encode.ts'
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
export const trainerVersion = 9

const seed = 20260210
const epochs = 1
/** Further passes, with the part that was held out to set the temperature; the model is the mean of where they end. */
const epochsOnAll = 3
/** Classes with few examples count more: by this power of how few. */
const balance = 0.5
/** How much of the weights is from counts. */
const countsShare = { placeholder: 2, other: 0.35 }
/** One block of so many neighbouring examples in eight is held out; neighbours are often alike. */
const blockSize = 12
const heldOutOf = 8

/** Multinomial logistic regression by Adagrad, one rate a feature, from counts; deterministic. */
export function train({ examples, classes, groups }: TrainingSet): Model {
  const random = createRandom(seed)
  const { examples: all, table, rows } = encodeAll(examples)
  const isHeldOut = (index: number) => Math.floor(index / blockSize) % heldOutOf === heldOutOf - 1
  const most = all.filter((_, index) => !isHeldOut(index))
  const heldOut = all.filter((_, index) => isHeldOut(index))

  const ofPlaceholders = new Set([...placeholders].map((placeholder) => rowOf(table, hashWord(placeholder))))
  const share = (at: number) => (ofPlaceholders.has(at) ? countsShare.placeholder : countsShare.other)
  const fromMost = weightsFromCounts(most, rows, classes, share)
  const weights = fromMost.slice()
  const bias = new Float32Array(classes)
  const rates = new Float32Array(rows + 1).fill(1e-3)
  const pass = createPass({ weights, bias, classes, groups, rates, random })

  const counts = new Float64Array(classes)
  for (const { task } of examples) counts[task] = (counts[task] as number) + 1
  const importance = counts.map((count) => (examples.length / classes / Math.max(1, count)) ** balance)

  for (let epoch = 0; epoch < epochs; epoch += 1) pass(most, importance)
  const temperature = fitTemperature(heldOut, weights, bias)

  const fromAll = weightsFromCounts(all, rows, classes, share)
  for (let index = 0; index < weights.length; index += 1) {
    weights[index] = (weights[index] as number) + (fromAll[index] as number) - (fromMost[index] as number)
  }
  const ends = [weights, bias].map((values) => ({ values, mean: new Float32Array(values.length) }))
  for (let epoch = 0; epoch < epochsOnAll; epoch += 1) {
    pass(all, importance)
    for (const { values, mean } of ends) {
      for (let index = 0; index < mean.length; index += 1)
        mean[index] = (mean[index] as number) + (values[index] as number) / epochsOnAll
    }
  }
  for (const { values, mean } of ends) values.set(mean)

  bakeGramsIntoWords(examples, table, weights, classes)
  return { table, ...inSteps(weights), bias, classes, temperature }
}
