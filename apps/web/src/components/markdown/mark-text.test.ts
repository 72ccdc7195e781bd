import { expect, test } from 'vitest'
import { markText } from './mark-text.ts'

const marked = (words: string, place: [number, number], stretch: [number, number]) =>
  markText(words, { start: place[0], end: place[1] }, { start: stretch[0], end: stretch[1] })
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('')

test('marks what is in the stretch', () => {
  expect(marked('You can return it.', [10, 28], [14, 24])).toBe('You [can return] it.')
  expect(marked('You can return it.', [10, 28], [0, 13])).toBe('[You] can return it.')
  expect(marked('You can return it.', [10, 28], [0, 99])).toBe('[You can return it.]')
})

test('marks nothing outside of it', () => {
  expect(marked('You', [10, 13], [13, 20])).toBe('You')
  expect(marked('You', [10, 13], [5, 10])).toBe('You')
})

test('a text that reads otherwise than it is written is marked whole', () => {
  expect(marked('5 * 3', [0, 6], [2, 4])).toBe('[5 * 3]')
})
