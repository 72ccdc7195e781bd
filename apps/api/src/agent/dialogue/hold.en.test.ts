import { expect, it } from 'vitest'
import { asksToWait, reportsNo, saysPlainNo } from './hold.en.ts'

it.each([
  ['wait', true],
  ['hold on, I have to ask my wife first', true],
  ['no, not yet', true],
  ['hang on, forget it', false],
  ['wait, cancel', false],
  ['wait, not so fast', true],
])('%s: asks for time: %s', (message, expected) => {
  expect(asksToWait(message)).toBe(expected)
})

it.each([
  ['no, leave it as it is', true],
  ['nope', true],
  ['no problem', false],
  ['no rush', false],
  ['ok, no worries', false],
])('%s: a plain no: %s', (message, expected) => {
  expect(saysPlainNo(message)).toBe(expected)
})

it.each([
  ['my brother says no', true],
  ['she told me not to', true],
  ['she says no problem, go ahead', false],
])('%s: reports a no: %s', (message, expected) => {
  expect(reportsNo(message)).toBe(expected)
})
