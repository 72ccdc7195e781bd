import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('signs are not read aloud, words are', () => {
  expect(plainText('## Returns\n\n- You **can** [return](https://example.com) it\n- within 30 days')).toBe(
    'Returns\nYou can return it\nwithin 30 days',
  )
})

test('a table is left to be read where it stands', () => {
  expect(plainText('It is better.\n\n| | A |\n|---|---|\n| Price | 5 |\n\nThe same in: color.')).toBe(
    'It is better.\nThe same in: color.',
  )
})
