/** A row of features, what it should be taken for, and how much it counts. */
export interface Labelled {
  readonly row: readonly number[]
  readonly label: 0 | 1
  readonly weight: number
}

/** A weight for each feature, and the sum without any. */
export interface LinearModel {
  readonly weights: readonly number[]
  readonly none: number
}

const steps = 1500
const rate = 0.5

/**
 * Logistic regression by gradient descent. Features are made comparable first, both labels count the same in all, and
 * weights are drawn to 0 by `pull`. Nothing in it is random.
 */
export function learnLogistic(rows: readonly Labelled[], pull: number): LinearModel {
  const width = rows[0]?.row.length ?? 0
  const total = [0, 1].map((label) => sumOf(rows, (one) => (one.label === label ? one.weight : 0)) || 1)
  const shares = rows.map(({ label, weight }) => weight / (2 * total[label]!))
  const means = Array.from({ length: width }, (_, i) => sumOf(rows, ({ row }, at) => shares[at]! * row[i]!))
  const spreads = means.map(
    (mean, i) => Math.sqrt(sumOf(rows, ({ row }, at) => shares[at]! * (row[i]! - mean) ** 2)) || 1,
  )
  const scaled = rows.map(({ row }) => row.map((value, i) => (value - means[i]!) / spreads[i]!))
  const weights = means.map(() => 0)
  let none = 0
  for (let step = 0; step < steps; step++) {
    const slopes = weights.map(() => 0)
    let slope = 0
    rows.forEach(({ label }, at) => {
      const row = scaled[at]!
      const off = shares[at]! * (1 / (1 + Math.exp(-scoreOf({ weights, none }, row))) - label)
      slope += off
      for (let i = 0; i < width; i++) slopes[i]! += off * row[i]!
    })
    none -= rate * slope
    // The pull is taken where the step ends, so that a strong one can't overshoot.
    for (let i = 0; i < width; i++) weights[i] = (weights[i]! - rate * slopes[i]!) / (1 + rate * pull)
  }
  const plain = weights.map((weight, i) => weight / spreads[i]!)
  return { weights: plain, none: none - plain.reduce((sum, weight, i) => sum + weight * means[i]!, 0) }
}

export function scoreOf({ weights, none }: LinearModel, row: readonly number[]): number {
  let sum = none
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * row[i]!
  return sum
}

const sumOf = <T>(list: readonly T[], valueOf: (one: T, at: number) => number) =>
  list.reduce((sum, one, at) => sum + valueOf(one, at), 0)
