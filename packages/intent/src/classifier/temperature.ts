import { addRows } from './add-rows.ts'
import type { EncodedSet } from './encode.ts'

const step = 0.1
const least = 0.5
const most = 4

/** The temperature at which the probabilities of what was held out are the likeliest. */
export function fitTemperature(
  set: EncodedSet,
  heldOut: Int32Array,
  weights: Float32Array,
  bias: Float32Array,
): number {
  const scores = scoresOf(set, heldOut, weights, bias)
  const loss = (temperature: number) => {
    let sum = 0
    for (const [place, example] of heldOut.entries()) {
      sum += surprise(scores, place * bias.length, bias.length, set.tasks[example] as number, temperature)
    }
    return sum
  }
  // The loss has one minimum: walk towards it.
  let best = 1
  let found = loss(best)
  for (const way of [step, -step]) {
    for (let next = best + way; next >= least && next <= most; next += way) {
      const there = loss(next)
      if (there >= found) break
      best = next
      found = there
    }
  }
  return best
}

/** One row an example. */
function scoresOf(
  { starts, rows, scales }: EncodedSet,
  examples: Int32Array,
  weights: Float32Array,
  bias: Float32Array,
): Float64Array {
  const scores = new Float64Array(examples.length * bias.length)
  for (const [place, example] of examples.entries()) {
    const own = scores.subarray(place * bias.length, (place + 1) * bias.length)
    addRows(weights, rows, starts[example] as number, starts[example + 1] as number, own)
    const scale = scales[example] as number
    for (let column = 0; column < own.length; column += 1) {
      own[column] = (own[column] as number) * scale + (bias[column] as number)
    }
  }
  return scores
}

/** What the right class's probability is short of 1, as a negative logarithm. */
function surprise(scores: Float64Array, from: number, classes: number, task: number, temperature: number): number {
  let best = -Infinity
  for (let column = 0; column < classes; column += 1) best = Math.max(best, scores[from + column] as number)
  let total = 0
  for (let column = 0; column < classes; column += 1) {
    total += Math.exp(((scores[from + column] as number) - best) / temperature)
  }
  return Math.log(total) - ((scores[from + task] as number) - best) / temperature
}
