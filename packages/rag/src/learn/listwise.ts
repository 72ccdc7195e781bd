/** One query's candidates as a learner sees them. */
export interface Ranked {
  /** A row of features for each candidate. */
  readonly rows: readonly (readonly number[])[]
  /** How relevant each is: 0 is not, more is better. */
  readonly gains: readonly number[]
  /** How much the query counts. */
  readonly weight: number
}

export interface LearningSettings {
  /** Where the weights start, and what they are drawn back to. */
  readonly prior: Float64Array
  /** How strongly. */
  readonly pull: number
  readonly steps: number
}

const firstRate = 0.1
const lastRate = 0.01

/**
 * Weights of a linear score, none below 0, by the listwise softmax loss (ListNet: the cross entropy of the scores'
 * softmax against the gains' shares) and Adam over all queries at once. Nothing in it is random.
 */
export function learnWeights(queries: readonly Ranked[], { prior, pull, steps }: LearningSettings): Float64Array {
  const weights = prior.slice()
  const mean = new Float64Array(prior.length)
  const square = new Float64Array(prior.length)
  const total = queries.reduce((sum, { weight }) => sum + weight, 0) || 1
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(prior.length)
    for (const query of queries) addGradient(query, weights, gradient, total)
    const rate = firstRate * (lastRate / firstRate) ** (step / steps)
    for (let i = 0; i < prior.length; i++) {
      const slope = gradient[i]! + pull * (weights[i]! - prior[i]!)
      mean[i] = 0.9 * mean[i]! + 0.1 * slope
      square[i] = 0.999 * square[i]! + 0.001 * slope * slope
      const down = mean[i]! / (1 - 0.9 ** step) / (Math.sqrt(square[i]! / (1 - 0.999 ** step)) + 1e-8)
      weights[i] = Math.max(0, weights[i]! - rate * down)
    }
  }
  return weights
}

function addGradient(
  { rows, gains, weight }: Ranked,
  weights: Float64Array,
  gradient: Float64Array,
  total: number,
): void {
  const wanted = gains.reduce((sum, gain) => sum + gain, 0)
  if (wanted === 0) return
  const scores = rows.map((row) => scoreOf(row, weights))
  const best = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - best))
  const whole = powers.reduce((sum, power) => sum + power, 0)
  rows.forEach((row, at) => {
    const off = (weight / total) * (powers[at]! / whole - gains[at]! / wanted)
    for (let i = 0; i < row.length; i++) gradient[i]! += off * row[i]!
  })
}

export function scoreOf(row: readonly number[], weights: Float64Array): number {
  let sum = 0
  for (let i = 0; i < row.length; i++) sum += row[i]! * weights[i]!
  return sum
}
