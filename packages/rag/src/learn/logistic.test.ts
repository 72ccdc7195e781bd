import { describe, expect, it } from 'vitest'
import { type Labelled, learnLogistic, scoreOf } from './logistic.ts'

const one = (label: 0 | 1, ...row: number[]): Labelled => ({ row, label, weight: 1 })
/** The first feature tells, the second doesn't. */
const rows = [one(1, 9, 1), one(1, 7, 0), one(1, 4, 0), one(0, 5, 0), one(0, 2, 1), one(0, 1, 0)]

describe('logistic regression', () => {
  it('weighs what tells, and parts the labels', () => {
    const model = learnLogistic(rows, 0.001)
    expect(model.weights[0]).toBeGreaterThan(0.3)
    const overItsRange = [8 * model.weights[0]!, Math.abs(model.weights[1]!)] as const
    expect(overItsRange[1]).toBeLessThan(overItsRange[0] / 4)
    expect(scoreOf(model, [9, 0])).toBeGreaterThan(0)
    expect(scoreOf(model, [1, 0])).toBeLessThan(0)
  })

  it('is drawn to no weights, and then to neither label, however many each has', () => {
    const model = learnLogistic([...rows, one(1, 8, 0), one(1, 8, 1)], 1000)
    expect(model.weights[0]).toBeCloseTo(0, 3)
    expect(scoreOf(model, [5, 0])).toBeCloseTo(0, 1)
  })

  it('is the same every time, and of nothing is nothing', () => {
    expect(learnLogistic(rows, 0.01)).toEqual(learnLogistic(rows, 0.01))
    expect(learnLogistic([], 0.01)).toEqual({ weights: [], none: 0 })
  })
})
