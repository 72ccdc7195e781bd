import { describe, expect, it } from 'vitest'
import { learnWeights, type Ranked, scoreOf } from './listwise.ts'

const row = (...values: number[]) => values
/** The first feature tells, the second misleads, the third says nothing. */
const queries: readonly Ranked[] = [
  { rows: [row(1, 0, 0.5), row(0, 1, 0.5), row(0.2, 0.4, 0.5)], gains: [2, 0, 0], weight: 1 },
  { rows: [row(0.1, 0.9, 0.5), row(0.8, 0.3, 0.5)], gains: [0, 1], weight: 1 },
  { rows: [row(0.3, 0.2, 0.5), row(0.9, 0.2, 0.5)], gains: [1, 3], weight: 1 },
]
const prior = Float64Array.of(1, 1, 1)

describe('learned weights', () => {
  it('raise what tells, lower what misleads, never below 0, and leave alone what says nothing', () => {
    const weights = learnWeights(queries, { prior, pull: 0.001, steps: 200 })
    expect(weights[0]).toBeGreaterThan(2)
    expect(weights[1]).toBeLessThan(0.5)
    expect(weights[1]).toBeGreaterThanOrEqual(0)
    expect(weights[2]).toBeCloseTo(1, 6)
    const { rows } = queries[0]!
    expect(scoreOf(rows[0]!, weights)).toBeGreaterThan(scoreOf(rows[1]!, weights))
  })

  it('stay near the prior where they are drawn there, or have nothing to learn from', () => {
    const held = learnWeights(queries, { prior, pull: 100, steps: 200 })
    for (const [i, weight] of held.entries()) expect(weight).toBeCloseTo(prior[i]!, 1)
    expect(learnWeights([], { prior, pull: 0.001, steps: 10 })).toEqual(prior)
    expect(learnWeights([{ rows: [row(1, 0, 0)], gains: [0], weight: 1 }], { prior, pull: 0, steps: 10 })).toEqual(
      prior,
    )
  })

  it('are the same every time', () => {
    const settings = { prior, pull: 0.01, steps: 50 }
    expect(learnWeights(queries, settings)).toEqual(learnWeights(queries, settings))
  })
})
