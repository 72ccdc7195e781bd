import { expect, it } from 'vitest'
import { createPlainBm25 } from './plain-bm25.ts'

const texts = [
  'The red kettle',
  'a kettle, a kettle and a lid',
  'Red lamp with a red shade and a long cord',
  '',
  '東京 Größe',
]
const plain = createPlainBm25(texts)

it.each([
  ['KETTLE', [1, 0]],
  ['red kettle', [0, 1, 2]],
  ['kettles', []],
  ['größe', [4]],
  ['東京', [4]],
  ['the a and', []],
  ['', []],
])('ranks the texts with the very words of %j', (query, places) => {
  expect(plain.search(query, 10)).toEqual(places)
})

it('gives no more than asked for, of equal ones the first', () => {
  expect(createPlainBm25(['x', 'x', 'x']).search('x', 2)).toEqual([0, 1])
  expect(createPlainBm25([]).search('x', 2)).toEqual([])
})
