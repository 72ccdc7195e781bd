import type { Example } from './examples.ts'
import { placeholders } from '../language/placeholders.ts'
import { hashWord, scaleOf, visitFeatures, visitGrams } from './features.ts'
import { createFeatureTable, rowOf } from './feature-table.ts'
import { type Model, softmax } from './model.ts'
import { createRandom } from './random.ts'

export interface TrainingSet {
  readonly examples: readonly Example[]
  readonly classes: number
  /** The group (intent) of each class: to mistake a class for another of its group is a smaller mistake. */
  readonly groups: readonly number[]
}

/** Raise it when a change of this folder makes other models of the same data: kept models are then trained anew. */
export const trainerVersion = 1

const epochs = 2
/** A further pass, with the part that was held out to set the temperature. */
const epochsOnAll = 1
const learningRate = 0.6
/** Of the features of an example, how many are left out at random in each pass. */
const dropout = 0.2
/** How much of the loss is of the group rather than of the class. */
const groupShare = 0.6
/** Classes with few examples count more: by this power of how few. */
const balance = 0.5
const leastExamples = 2
/**
 * How much a feature's weights start from how much oftener than by chance it stands with each class. What is rare is
 * learned from counts before it is learned from mistakes; this is worth more on other people's words than any feature.
 */
const countsShare = { placeholder: 2, other: 0.35 }
const countsSmoothing = 0.7
/** One block of so many neighbouring examples in eight is held out; neighbours are often alike. */
const blockSize = 12
const heldOutOf = 8

interface Encoded {
  readonly rows: Int32Array
  readonly values: Float32Array
  readonly task: number
}

/** Multinomial logistic regression by Adagrad, one rate a feature; deterministic. */
export function train({ examples, classes, groups }: TrainingSet): Model {
  const random = createRandom(20260210)
  const table = createFeatureTable(frequentFeatures(examples))
  const encoded = examples.map((example) => encode(example, (hash) => rowOf(table, hash)))
  const isHeldOut = (index: number) => Math.floor(index / blockSize) % heldOutOf === heldOutOf - 1
  const most = encoded.filter((_, index) => !isHeldOut(index))
  const heldOut = encoded.filter((_, index) => isHeldOut(index))
  const rows = encoded.reduce((most, { rows: own }) => own.reduce((one, other) => Math.max(one, other), most), -1) + 1
  const placeholderRows = new Set([...placeholders].map((placeholder) => rowOf(table, hashWord(placeholder))))
  const share = (row: number) => (placeholderRows.has(row) ? countsShare.placeholder : countsShare.other)
  const countsOfMost = weightsFromCounts(most, rows, classes, share)
  const weights = countsOfMost.slice()
  const bias = new Float32Array(classes)
  const pass = createPass({ weights, bias, classes, groups, rates: new Float32Array(rows + 1).fill(1e-3), random })

  const counts = new Float64Array(classes)
  for (const { task } of examples) counts[task] = (counts[task] as number) + 1
  const importance = counts.map((count) => (examples.length / classes / Math.max(1, count)) ** balance)

  for (let epoch = 0; epoch < epochs; epoch += 1) pass(most, importance)
  const temperature = fitTemperature(heldOut.map(({ task, ...features }) => ({ task, scores: scoresOf(features, weights, bias) })))
  const countsOfAll = weightsFromCounts(encoded, rows, classes, share)
  for (let index = 0; index < weights.length; index += 1) {
    weights[index] = (weights[index] as number) + (countsOfAll[index] as number) - (countsOfMost[index] as number)
  }
  for (let epoch = 0; epoch < epochsOnAll; epoch += 1) pass(encoded, importance)

  bakeGramsIntoWords(examples, (hash) => rowOf(table, hash), weights, classes)
  return { table, weights, bias, classes, temperature }
}

/** The features that stand in at least two examples, in the order they are met. */
function frequentFeatures(examples: readonly Example[]): number[] {
  const counts = new Map<number, number>()
  for (const { words } of examples) {
    const own = new Set<number>()
    visitFeatures(words, {
      word(word, hash) {
        own.add(hash)
        visitGrams(word, (gram) => own.add(gram))
      },
      other: (hash) => own.add(hash),
    })
    for (const hash of own) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  }
  return [...counts].flatMap(([hash, count]) => (count >= leastExamples ? [hash] : []))
}

function encode({ words, task }: Example, row: (hash: number) => number): Encoded {
  const values = new Map<number, number>()
  const scale = scaleOf(words)
  const add = (hash: number, value: number, most = Infinity) => {
    const at = row(hash)
    if (at !== -1) values.set(at, Math.min(most, (values.get(at) ?? 0) + value * scale))
  }
  visitFeatures(words, {
    word(word, hash) {
      add(hash, 1)
      visitGrams(word, add)
    },
    other: (hash) => add(hash, 1),
  })
  return { rows: Int32Array.from(values.keys()), values: Float32Array.from(values.values()), task }
}

function weightsFromCounts(
  examples: readonly Encoded[],
  rows: number,
  classes: number,
  share: (row: number) => number,
): Float32Array {
  const ofClass = new Float64Array(classes)
  const ofRow = new Float64Array(rows)
  const together = new Float32Array(rows * classes)
  for (const { rows: own, task } of examples) {
    ofClass[task] = (ofClass[task] as number) + 1
    for (const row of own) {
      ofRow[row] = (ofRow[row] as number) + 1
      together[row * classes + task] = (together[row * classes + task] as number) + 1
    }
  }
  return together.map((count, index) => {
    const row = Math.floor(index / classes)
    const expected = ((ofRow[row] as number) * (ofClass[index % classes] as number)) / examples.length
    return share(row) * Math.log((count + countsSmoothing) / (expected + countsSmoothing))
  })
}

interface Learner {
  readonly weights: Float32Array
  readonly bias: Float32Array
  readonly classes: number
  readonly groups: readonly number[]
  /** Sum of the squared gradients by feature, the bias last. */
  readonly rates: Float32Array
  readonly random: () => number
}

function createPass({ weights, bias, classes, groups, rates, random }: Learner) {
  const scores = new Float64Array(classes)
  const columns = new Int32Array(classes)
  const negligible = 3e-3
  return (examples: readonly Encoded[], importance: Float64Array) => {
    for (const index of shuffled(examples.length, random)) {
      const { rows, values, task } = examples[index] as Encoded
      const kept = rows.map((row) => (random() < dropout ? -1 : row))
      for (let column = 0; column < classes; column += 1) scores[column] = bias[column] as number
      for (let place = 0; place < kept.length; place += 1) {
        const row = kept[place] as number
        if (row === -1) continue
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
      for (let place = 0; place < kept.length; place += 1) {
        const row = kept[place] as number
        if (row === -1) continue
        const value = (values[place] as number) / (1 - dropout)
        const sum = (rates[row] as number) + value * value * squared
        rates[row] = sum
        const rate = (learningRate * value) / Math.sqrt(sum)
        const from = row * classes
        for (let place = 0; place < active; place += 1) {
          const column = columns[place] as number
          weights[from + column] = (weights[from + column] as number) - rate * (scores[column] as number)
        }
      }
      const sum = (rates[rates.length - 1] as number) + squared
      rates[rates.length - 1] = sum
      const rate = (0.2 * learningRate) / Math.sqrt(sum)
      for (let column = 0; column < classes; column += 1) bias[column] = (bias[column] as number) - rate * (scores[column] as number)
    }
  }
}

/** Turns probabilities into the slope of the loss, in place; returns the sum of the squares. */
function toGradient(probabilities: Float64Array, task: number, groups: readonly number[], importance: number): number {
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

function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index)
  for (let index = count - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1))
    const kept = order[index] as number
    order[index] = order[other] as number
    order[other] = kept
  }
  return order
}

function scoresOf({ rows, values }: Omit<Encoded, 'task'>, weights: Float32Array, bias: Float32Array): Float64Array {
  const scores = Float64Array.from(bias)
  for (const [place, row] of rows.entries()) {
    const value = values[place] as number
    for (let column = 0; column < scores.length; column += 1) {
      scores[column] = (scores[column] as number) + value * (weights[row * scores.length + column] as number)
    }
  }
  return scores
}

/** The temperature at which the probabilities of what was held out are the likeliest. */
function fitTemperature(heldOut: readonly { readonly scores: Float64Array; readonly task: number }[]): number {
  const loss = (temperature: number) =>
    heldOut.reduce((sum, { scores, task }) => {
      const probability = softmax(scores.map((score) => score / temperature))[task] as number
      return sum - Math.log(Math.max(probability, 1e-12))
    }, 0)
  let best = 1
  let least = Infinity
  for (let temperature = 0.5; temperature <= 4; temperature += 0.1) {
    const found = loss(temperature)
    if (found < least) [best, least] = [temperature, found]
  }
  return best
}

/** A word that is known has the weights of its character n-grams in its own row, so that it takes one look-up, not thirty. */
function bakeGramsIntoWords(
  examples: readonly Example[],
  row: (hash: number) => number,
  weights: Float32Array,
  classes: number,
): void {
  const baked = new Set<number>()
  for (const { words } of examples) {
    visitFeatures(words, {
      word(word, hash) {
        const own = row(hash)
        if (own === -1 || baked.has(own)) return
        baked.add(own)
        visitGrams(word, (gram, value) => {
          const from = row(gram)
          if (from === -1) return
          for (let column = 0; column < classes; column += 1) {
            weights[own * classes + column] = (weights[own * classes + column] as number) + value * (weights[from * classes + column] as number)
          }
        })
      },
      other() {},
    })
  }
}
