import { describe, expect, it } from 'vitest'
import { createFigureReader } from './figures.ts'
import { createPhrases, phraseSet } from './phrases.ts'
import { indexAt, tokenize } from './tokens.ts'

describe('tokenize', () => {
  it('keeps words whole without their apostrophes, figures with their separators, and signs apart', () => {
    expect(tokenize("Don't pay $1,299.50!").map(({ text }) => text)).toEqual(['dont', 'pay', '$', '1,299.50', '!'])
  })

  it('gives offsets of the text and says what is written together', () => {
    const text = 'a 16GB'
    expect(tokenize(text).map(({ start, end, glued }) => [text.slice(start, end), glued])).toEqual([
      ['a', false],
      ['16', false],
      ['GB', true],
    ])
  })

  it('reads any script, accents in either form, and what takes two units', () => {
    const read = (text: string) => tokenize(text).map(({ text: own, kind, start, end }) => [own, kind, end - start])
    expect(read('Äpfel\u00a0cafe\u0301 ٣٢')).toEqual([
      ['äpfel', 'word', 5],
      ['cafe\u0301', 'word', 5],
      ['٣٢', 'number', 2],
    ])
    expect(read('o’clock 1, 👍🏽')).toEqual([
      ['oclock', 'word', 7],
      ['1', 'number', 1],
      [',', 'sign', 1],
      ['👍', 'sign', 2],
      ['🏽', 'sign', 2],
    ])
  })

  it('finds the token at an offset', () => {
    const tokens = tokenize('one two three')
    expect([0, 1, 4, 9, 99].map((offset) => indexAt(tokens, offset))).toEqual([0, 1, 1, 3, 3])
  })
})

describe('phrases', () => {
  const phrases = createPhrases([
    ['at least', 1],
    ['at', 2],
    ['least expensive', 3],
  ])
  it('takes the longest that begins or ends at a place', () => {
    expect(phrases.at(tokenize('at least 5'), 0)).toEqual({ from: 0, to: 2, meaning: 1 })
    expect(phrases.before(tokenize('at least 5'), 2)).toEqual({ from: 0, to: 2, meaning: 1 })
    expect(phrases.at(tokenize('at last'), 0)?.meaning).toBe(2)
  })

  it('finds all, none within another, whatever the apostrophes', () => {
    expect(phrases.all(tokenize('at least expensive')).map(({ meaning }) => meaning)).toEqual([1])
    expect(phraseSet(["don't want"]).all(tokenize('i dont want it, don’t want'))).toHaveLength(2)
  })
})

describe('figures', () => {
  it.each([
    ['en-US', '1,299', 1299],
    ['en-US', '1,299.50', 1299.5],
    ['en-US', '7.5', 7.5],
    ['en-US', '1,5', 1.5],
    ['en-US', '1,000,000', 1_000_000],
    ['de-DE', '1.299', 1299],
    ['de-DE', '1.299,50', 1299.5],
    ['de-DE', '7,5', 7.5],
    ['en-IN', '1,00,000', 100_000],
    ['en-US', '٣٢', 32],
  ])('%s: %s is %d', (locale, digits, value) => {
    expect(createFigureReader(locale)(digits)).toBe(value)
  })
})
