import { expect, it } from 'vitest'
import { saysToCancel } from './already-cancelled.en.ts'

it.each([
  ['cancel my order', true],
  ['please cancel the one with the lamp', true],
  ['cancel it', true],
  ['cancel the return', false],
  ['cancel my refund', false],
  ['cancel that address change', false],
])('%s: to cancel an order: %s', (text, expected) => {
  expect(saysToCancel(text)).toBe(expected)
})
