import { setImmediate as nextTurn } from 'node:timers/promises'
import { shuffled, toGradient } from '../classifier/descend.ts'
import { softmax } from '../classifier/model.ts'
import { createRandom } from '../classifier/random.ts'
import { createAdam } from './adam.ts'
import { type HeadModel, inputScale } from './head.ts'

export interface VectorSet {
  readonly vectors: readonly Float32Array[]
  /** The task of each vector. */
  readonly tasks: readonly number[]
  readonly classes: number
  /** The group (intent) of each class: to mistake a class for another of its group is a smaller mistake. */
  readonly groups: readonly number[]
}

/** Raise it when a change of this folder makes other heads of the same data. */
export const headVersion = 1

const seed = 20260211
const hidden = 128
const epochs = 12
const batch = 64
const learningRate = 3e-3
/** Classes with few examples count more: by this power of how few. */
const balance = 0.5
const weightDecay = 0.05
/** Of the hidden units, how many are left out at random for each example. */
const dropout = 0.4

/**
 * Trains a head by Adam on batches, deterministic. The event loop is let go after every batch (some milliseconds). Throws
 * the signal's reason once it is aborted.
 */
export async function trainHead(
  { vectors, tasks, classes, groups }: VectorSet,
  signal?: AbortSignal,
): Promise<HeadModel> {
  const random = createRandom(seed)
  const dimensions = vectors[0]?.length ?? 0
  const normal = (count: number, deviation: number) =>
    Float32Array.from({ length: count }, () => deviation * standardNormal(random))
  const model = {
    dimensions,
    hidden,
    classes,
    inner: normal(hidden * dimensions, 1 / Math.sqrt(dimensions)),
    innerBias: new Float32Array(hidden),
    outer: normal(classes * hidden, 0.5 / Math.sqrt(hidden)),
    outerBias: new Float32Array(classes),
  }
  const batches = Math.ceil(vectors.length / batch)
  const parts = [
    { values: model.inner, decay: weightDecay },
    { values: model.innerBias, decay: 0 },
    { values: model.outer, decay: weightDecay },
    { values: model.outerBias, decay: 0 },
  ].map((part) => ({ ...part, gradient: new Float32Array(part.values.length) }))
  const adam = createAdam(parts, { learningRate, steps: batches * epochs })
  const counts = new Float64Array(classes)
  for (const task of tasks) counts[task] = (counts[task] as number) + 1
  const importance = counts.map((count) => (tasks.length / classes / Math.max(1, count)) ** balance)
  const learn = createStep(
    model,
    parts.map(({ gradient }) => gradient),
    groups,
    random,
  )
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const order = shuffled(vectors.length, random)
    for (let from = 0; from < order.length; from += batch) {
      const chosen = order.subarray(from, from + batch)
      for (const index of chosen) {
        const task = tasks[index] as number
        learn(vectors[index] as Float32Array, task, (importance[task] as number) / chosen.length)
      }
      adam()
      await nextTurn()
      signal?.throwIfAborted()
    }
  }
  return model
}

/** Adds the slopes of one example to the gradients. */
function createStep(model: HeadModel, gradients: Float32Array[], groups: readonly number[], random: () => number) {
  const { dimensions, classes, inner, innerBias, outer, outerBias } = model
  const [ofInner, ofInnerBias, ofOuter, ofOuterBias] = gradients as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const units = new Float32Array(hidden)
  const slopes = new Float32Array(hidden)
  const live = new Int32Array(hidden)
  return (vector: Float32Array, task: number, share: number) => {
    let count = 0
    for (let unit = 0; unit < hidden; unit += 1) {
      if (random() < dropout) continue
      let sum = 0
      const from = unit * dimensions
      for (let index = 0; index < dimensions; index += 1)
        sum += (inner[from + index] as number) * (vector[index] as number)
      const value = sum * inputScale + (innerBias[unit] as number)
      if (value <= 0) continue
      units[unit] = value / (1 - dropout)
      slopes[unit] = 0
      live[count++] = unit
    }
    const scores = Float64Array.from(outerBias)
    for (let column = 0; column < classes; column += 1) {
      let sum = 0
      for (let place = 0; place < count; place += 1) {
        const unit = live[place] as number
        sum += (outer[column * hidden + unit] as number) * (units[unit] as number)
      }
      scores[column] = (scores[column] as number) + sum
    }
    toGradient(softmax(scores), task, groups, share)
    for (let column = 0; column < classes; column += 1) {
      const slope = scores[column] as number
      ofOuterBias[column] = (ofOuterBias[column] as number) + slope
      for (let place = 0; place < count; place += 1) {
        const unit = live[place] as number
        const at = column * hidden + unit
        ofOuter[at] = (ofOuter[at] as number) + slope * (units[unit] as number)
        slopes[unit] = (slopes[unit] as number) + slope * (outer[at] as number)
      }
    }
    for (let place = 0; place < count; place += 1) {
      const unit = live[place] as number
      const slope = (slopes[unit] as number) / (1 - dropout)
      ofInnerBias[unit] = (ofInnerBias[unit] as number) + slope
      const from = unit * dimensions
      const scaled = slope * inputScale
      for (let index = 0; index < dimensions; index += 1) {
        ofInner[from + index] = (ofInner[from + index] as number) + scaled * (vector[index] as number)
      }
    }
  }
}

/** By Box and Muller. */
const standardNormal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
