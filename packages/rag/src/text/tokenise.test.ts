import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinedTerm, numberAndUnit, tieBetween, tokenise } from './tokenise.ts'

const words = (text: string) => tokenise(text).map(({ word }) => word)
const terms = (text: string) => tokenise(text).map(({ term }) => term)

describe('tokenise', () => {
  it.each([
    ['USB-C, Wi-Fi & HDMI!', ['usb', 'c', 'wi', 'fi', 'hdmi']],
    ['16GB, 16 GB and 1,299.00', ['16gb', '16', 'gb', 'and', '1299']],
    ['USB 3.2 Gen 2, 802.11ax, i7-1260P', ['usb', '3.2', 'gen', '2', '802.11ax', 'i7', '1260p']],
    ["It's the shop’s, don't you think", ['it', 'the', 'shop', 'dont', 'you', 'think']],
    ['Café, naïve, GRÖSSE', ['cafe', 'naive', 'grosse']],
    ['10,5 or 1,2,3', ['10', '5', 'or', '1', '2', '3']],
    ['保証期間', ['保証', '証期', '期間']],
    ['a \u0301 b', ['a', 'b']],
    ['\ufc5ex', ['\u064c\u0651x']],
    ['?! — …', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('stems words, not numbers and models', () => {
    expect(terms('returned returning returns batteries X1s 5ghz')).toEqual([
      'return',
      'return',
      'return',
      'batteri',
      'x1s',
      '5ghz',
    ])
  })

  it('says where each word stands, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        let last = 0
        for (const { start, end, word, term } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(last === 0 ? 0 : last - 2)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(word).not.toMatch(/^$|\s/)
          expect(term).not.toMatch(/\s/)
          last = end
        }
      }),
    )
  })
})

describe('neighbours', () => {
  const tie = (text: string) => {
    const [first, second] = tokenise(text)
    return tieBetween(text, first!, second!)
  }

  it('are a pair when hyphenated, or a number with its unit', () => {
    for (const text of ['wi-fi', 'USB‑C', 'AT&T', '16 gb', '30 days']) expect(tie(text)).toBe('pair')
    for (const text of ['smart phone', 'x 1', 'usb 3.2']) expect(tie(text)).toBe('space')
    for (const text of ['yes, no', 'and/or', 'one  two']) expect(tie(text)).toBe('none')
  })

  it('make one term', () => {
    const [wi, fi] = tokenise('Wi-Fi')
    expect(joinedTerm(wi!, fi!)).toBe('wifi')
  })

  it('can be told from a number with its unit', () => {
    expect(numberAndUnit('16gb')).toEqual(['16', 'gb'])
    expect(numberAndUnit('3.2gbps')).toEqual(['3.2', 'gbp'])
    expect(numberAndUnit('x1')).toBeNull()
    expect(numberAndUnit('16')).toBeNull()
  })
})
