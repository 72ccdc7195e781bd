import { softmax } from '../classifier/model.ts'

/** What reads tasks from sentence vectors: one hidden layer of rectified units, then a linear layer. */
export interface HeadModel {
  readonly dimensions: number
  readonly hidden: number
  readonly classes: number
  /** `hidden` rows of `dimensions` weights. */
  readonly inner: Float32Array
  readonly innerBias: Float32Array
  /** `classes` rows of `hidden` weights. */
  readonly outer: Float32Array
  readonly outerBias: Float32Array
}

/** A vector's components are about 0.05; units learn better from inputs near 1. */
export const inputScale = 8

/** Probabilities of the tasks for a sentence vector of unit length; they add up to 1. */
export type ReadVector = (vector: Float32Array) => Float64Array

export function createHead({ dimensions, hidden, classes, inner, innerBias, outer, outerBias }: HeadModel): ReadVector {
  const units = new Float32Array(hidden)
  return (vector) => {
    for (let unit = 0; unit < hidden; unit += 1) {
      let sum = 0
      const from = unit * dimensions
      for (let index = 0; index < dimensions; index += 1)
        sum += (inner[from + index] as number) * (vector[index] as number)
      units[unit] = Math.max(0, sum * inputScale + (innerBias[unit] as number))
    }
    const scores = Float64Array.from(outerBias)
    for (let column = 0; column < classes; column += 1) {
      let sum = 0
      const from = column * hidden
      for (let unit = 0; unit < hidden; unit += 1) sum += (outer[from + unit] as number) * (units[unit] as number)
      scores[column] = (scores[column] as number) + sum
    }
    return softmax(scores)
  }
}
