import { describe, expect, it } from 'vitest'
import { type Evidence, evidenceNames } from '../rank/evidence.ts'
import { type AskedQuestion, learnRelevance } from './learn-relevance.ts'

const names: readonly Evidence[] = ['words', 'polar']
const row = (words: number, polar: number) =>
  evidenceNames.map((name) => (name === 'words' ? words : name === 'polar' ? polar : 0))

/** Answered by a passage with most of the words; another one is found, too. */
const questions = Array.from({ length: 48 }, (_, i): AskedQuestion => {
  const answerable = i % 2 === 0
  const best = answerable ? 0.6 + (i % 5) / 10 : 0.2 + (i % 5) / 10
  const found = [
    { right: false, rows: [row(0.1, i % 3), row(0.2, i % 3)] },
    { right: answerable, rows: [row(0.3, i % 3), row(best, i % 3)] },
  ]
  return { set: 'asked', answerable, weight: 1, found }
})
const task = { questions, names, pull: 0.001, floor: 0.42, mostRefused: { asked: 0.1 } }

describe('learned relevance', () => {
  it('weighs what tells, and refuses no more than it may at the floor', () => {
    const { weights, sets } = learnRelevance(task)
    expect(weights.words).toBeGreaterThan(Math.abs(weights.polar!))
    expect(sets['asked']!.falseRefusals).toBeLessThanOrEqual(0.1)
    expect(sets['asked']!.falseAnswers).toBeLessThan(0.3)
    const relevance = (words: number) => 1 / (1 + Math.exp(-(weights.none + weights.words! * words)))
    expect(relevance(0.9)).toBeGreaterThan(0.42)
    expect(relevance(0.2)).toBeLessThan(0.42)
  })

  it('counts a question without passages as refused, and learns nothing from it', () => {
    const empty: AskedQuestion = { set: 'empty', answerable: true, weight: 1, found: [] }
    const { weights, sets } = learnRelevance({ ...task, questions: [...questions, empty] })
    expect(sets['empty']).toEqual({ falseRefusals: 1, falseAnswers: 0 })
    expect(weights.words).toBeCloseTo(learnRelevance(task).weights.words!, 1)
  })
})
