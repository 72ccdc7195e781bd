import { describe, expect, it } from 'vitest'
import { createSpeller } from './spelling.ts'
import { tokenize } from './tokens.ts'

const spell = createSpeller(
  ['cheaper', 'broken', 'brokn', 'older', 'late', 'more', 'larger'],
  new Set(['order', 'large', 'broken']),
)
const read = (text: string) =>
  spell(tokenize(text))
    .map(({ text: word }) => word)
    .join(' ')

describe('the speller', () => {
  it.each([
    ['chaeper', 'cheaper'],
    ['cheper', 'cheaper'],
    ['cheaaper', 'cheaper'],
    ['cheapir', 'cheaper'],
    ['broekn', 'broken'],
    ['boken', 'broken'],
    ['mroe', 'more'],
    ['lake', 'lake'],
    ['order', 'order'],
    ['large', 'large'],
    ['sheaper', 'sheaper'],
    ['chaepre', 'chaepre'],
    ['older 1002 chepaer', 'older 1002 cheaper'],
  ])('%s: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('keeps the places of words', () => {
    expect(spell(tokenize('a chaeper one'))[1]).toEqual({
      text: 'cheaper',
      start: 2,
      end: 9,
      kind: 'word',
      glued: false,
    })
  })
})
