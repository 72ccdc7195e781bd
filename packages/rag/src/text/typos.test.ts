import { describe, expect, it } from 'vitest'
import { createTypoFinder, editDistance } from './typos.ts'

const finder = createTypoFinder(() => [
  'return',
  'returns',
  'warranty',
  'headphones',
  'store',
  'parts',
  'leather',
  'phone',
])

describe('a typo finder', () => {
  it.each([
    ['retrun', 'return'],
    ['waranty', 'warranty'],
    ['warrenty', 'warranty'],
    ['hedphnoes', 'headphones'],
    ['phnoe', 'phone'],
    ['phonee', 'phone'],
    ['return', 'return'],
  ])('takes %s for %s', (word, meant) => {
    expect(finder.nearest(word)).toBe(meant)
  })

  it.each(['score', 'paris', 'weather', 'eiffel', 'retr', 'x1x1x1', '', 'w'.repeat(500)])('leaves %s alone', (word) => {
    expect(finder.nearest(word)).toBeUndefined()
  })
})

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'ab', 1],
    ['abc', 'abcd', 1],
    ['abc', 'axc', 1],
    ['kitten', 'sitting', 3],
  ])('of %j and %j is %i', (a, b, edits) => {
    expect(editDistance(a, b, 5)).toBe(edits)
    expect(editDistance(b, a, 5)).toBe(edits)
  })

  it('stops counting past the limit', () => {
    expect(editDistance('kitten', 'sitting', 1)).toBe(2)
    expect(editDistance('a', 'abcdef', 2)).toBe(3)
  })
})
