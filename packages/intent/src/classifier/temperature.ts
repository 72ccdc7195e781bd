import type { Encoded } from './encode.ts'
import { softmax } from './model.ts'

/** The temperature at which the probabilities of what was held out are the likeliest. */
export function fitTemperature(examples: readonly Encoded[], weights: Float32Array, bias: Float32Array): number {
  const heldOut = examples.map((example) => ({ task: example.task, scores: scoresOf(example, weights, bias) }))
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

function scoresOf({ rows, values }: Encoded, weights: Float32Array, bias: Float32Array): Float64Array {
  const scores = Float64Array.from(bias)
  for (const [place, row] of rows.entries()) {
    const value = values[place] as number
    for (let column = 0; column < scores.length; column += 1) {
      scores[column] = (scores[column] as number) + value * (weights[row * scores.length + column] as number)
    }
  }
  return scores
}
