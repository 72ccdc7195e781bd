import { describe, expect, it } from 'vitest'
import { ndcg, recall, reciprocalRank } from './metrics.ts'

const judgements = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
  ['d', 0],
  ['e', -1],
])

describe('ndcg', () => {
  it.each([
    [['a', 'b', 'c'], 1],
    [['a', 'b', 'c', 'd', 'x'], 1],
    // (1 / log2(2) + 2 / log2(3) + 3 / log2(4)) / (3 / log2(2) + 2 / log2(3) + 1 / log2(4))
    [['c', 'b', 'a'], 3.761859507142915 / 4.761859507142915],
    // (3 / log2(3)) / ideal
    [['x', 'a'], 1.892789260714372 / 4.761859507142915],
    [['d', 'e', 'x'], 0],
    [[], 0],
  ])('of %j', (ranking, value) => {
    expect(ndcg(ranking, judgements, 10)).toBeCloseTo(value, 12)
  })

  it('looks no further than k, in the ideal neither', () => {
    expect(ndcg(['a'], judgements, 1)).toBe(1)
    expect(ndcg(['x', 'a'], judgements, 1)).toBe(0)
  })

  it('is 0 where nothing is relevant', () => {
    expect(ndcg(['d'], new Map([['d', 0]]), 10)).toBe(0)
  })
})

describe('reciprocalRank', () => {
  it.each([
    [['a'], 1],
    [['x', 'd', 'c'], 1 / 3],
    [['x', 'y', 'z', 'a'], 0],
    [[], 0],
  ])('of %j, at 3', (ranking, value) => {
    expect(reciprocalRank(ranking, judgements, 3)).toBe(value)
  })
})

describe('recall', () => {
  it.each([
    [['a', 'b', 'c'], 1],
    [['x', 'b'], 1 / 3],
    [['x', 'y', 'z', 'a'], 0],
    [['d', 'e'], 0],
  ])('of %j, at 3', (ranking, value) => {
    expect(recall(ranking, judgements, 3)).toBe(value)
  })
})
