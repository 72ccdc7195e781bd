import { describe, expect, it } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { pluralsOf, singularsOf, stem } from './inflection.ts'
import { createNearMisses } from './near-misses.ts'

describe('the edit distance', () => {
  it.each([
    ['kettle', 'kettle', 0],
    ['kettle', 'ketle', 1],
    ['kettle', 'kettlee', 1],
    ['kettle', 'kittle', 1],
    ['kettle', 'ketlte', 1],
    ['smartphone', 'smrtphne', 2],
    ['', 'ab', 2],
    ['abc', 'xyz', 3],
    ['abcdef', 'abc', 3],
  ])('from %j to %j is %i', (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(distance)
    expect(editDistance(other, one, 2)).toBe(distance)
  })
})

describe('near misses', () => {
  const near = createNearMisses(['kettle', 'laptop', 'laptops', 'smartphone', 'hub', 'x', 'burr'])
  const words = (typed: string) => near(typed).map(({ word }) => word)

  it.each([
    ['ketle', ['kettle']],
    ['kettel', ['kettle']],
    ['laptos', ['laptops', 'laptop']],
    ['smrtphne', ['smartphone']],
    ['smartphone', ['smartphone']],
    ['bur', []],
    ['hubb', []],
    ['hab', []],
    ['settle', ['kettle']],
    ['cuttlefish', []],
  ])('of %j are %j', (typed, expected) => {
    expect(words(typed)).toEqual(expected)
  })

  it('want the same first letter of a short word', () => {
    expect(words('gurr')).toEqual([])
    expect(words('ubrr')).toEqual(['burr'])
  })
})

describe('inflection', () => {
  it.each([
    ['batteries', 'battery'],
    ['boxes', 'box'],
    ['knives', 'knife'],
    ['shelves', 'shelf'],
    ['tvs', 'tv'],
    ['cases', 'case'],
    ['potatoes', 'potato'],
    ['watches', 'watch'],
  ])('%s may be the plural of %s', (plural, singular) => {
    expect(singularsOf(plural)).toContain(singular)
    expect(pluralsOf(singular)).toContain(plural)
  })

  it('leaves what is no plural', () => {
    for (const word of ['glass', 'is', 'kettle']) expect(singularsOf(word)).toEqual([])
  })

  it('stems singular and plural alike', () => {
    for (const [one, other] of [
      ['kettles', 'kettle'],
      ['batteries', 'battery'],
      ['watches', 'watch'],
      ['glass', 'glasses'],
    ] as const) {
      expect(stem(one)).toBe(stem(other))
    }
  })
})
