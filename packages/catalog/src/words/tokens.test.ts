import { describe, expect, it } from 'vitest'
import { compact, isApart, tokenize, wholeWords } from './tokens.ts'

const texts = (text: string) => tokenize(text).map((token) => token.text)

describe('tokens', () => {
  it.each([
    ['UltraBook13', ['ultrabook', '13']],
    ['USB-C', ['usb', 'c']],
    ["the X1's battery", ['the', 'x', '1', 'battery']],
    ["don't", ['dont']],
    ['7.5kg for 1,299 or 12,5', ['7.5', 'kg', 'for', '1299', 'or', '12', '5']],
    ['Crème Brûlée', ['creme', 'brulee']],
    ['Buds+ & Case', ['buds', 'plus', 'and', 'case']],
    ['x1 + x2', ['x', '1', 'x', '2']],
    ['Чайник №5 😡ok', ['чаиник', '5', 'ok']],
    ['Kartio 01, 0.5 and 0', ['kartio', '1', '0.5', 'and', '0']],
    ['', []],
    ['?! …', []],
  ])('of %j are %j', (text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  it('know where they stand and what stands before them', () => {
    const text = 'Is “x-1” ok, or no? Yes'
    const tokens = tokenize(text)
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(['Is', 'x', '1', 'ok', 'or', 'no', 'Yes'])
    expect(tokens.map(({ gap }) => gap)).toEqual(['glued', 'space', 'glued', 'space', 'comma', 'space', 'sentence'])
    expect(tokens.filter(isApart).map((token) => token.text)).toEqual(['or', 'yes'])
  })

  it('can be joined', () => {
    expect(compact('USB-C Hub')).toBe(compact('usb c  hub'))
    expect(wholeWords('Intel Core i7-1360P')).toEqual(['intel', 'core', 'i7', '1360p'])
  })
})
