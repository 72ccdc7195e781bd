import { describe, expect, it } from 'vitest'
import { createNumberReader } from '../numbers/number-reader.ts'
import { testShop } from '../testing/test-shop.ts'

const { catalog } = testShop()
const readers = ['ORD-####', '##/#####', '@@#######XY', 'A#+', 'TRK########'].map(createNumberReader)

const longest = 1000
const fill = (part: string) => part.repeat(Math.ceil(longest / part.length)).slice(0, longest)

describe('a message of the longest kind', () => {
  it.each([
    'a',
    '1',
    ' ',
    '@',
    '#',
    '.',
    '\n',
    "'",
    '"',
    '😡',
    'é',
    '1,111',
    '1.',
    'a1',
    'x-',
    '12 ',
    'no ',
    'id  ',
    'product ',
    'ord-',
    'order  #',
    'tourer 3 ',
    'glowmark 400 or ',
    'ketlte spekaer ',
    'www.',
    'a@',
    'in ',
    '28 inch ',
    '$1 ',
    '{{',
    'the the ',
  ])('full of %j is read in no time', (part) => {
    for (const text of [fill(part), `product${fill(part)}`, `${fill(part)}x`, `order ${fill(part)} 1`]) {
      const start = performance.now()
      catalog.link(text)
      catalog.find(text)
      catalog.query({ text })
      for (const reader of readers) {
        reader.scan(text, { cueWords: ['order'] })
        reader.matches(text)
      }
      // It takes a few milliseconds; the bound leaves room for a busy machine, none for a regular expression gone astray.
      expect(performance.now() - start).toBeLessThan(1000)
    }
  })
})
