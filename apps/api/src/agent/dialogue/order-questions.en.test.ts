import { expect, it } from 'vitest'
import { asksWhyCancelled, onlySupposes, orderFactsIn } from './order-questions.en.ts'

it.each([
  ['which company is bringing my parcel?', ['carrier']],
  ['who’s delivering it and when will it be here', ['carrier', 'expected']],
  ['will I get it before friday', ['expected']],
  ['what was in that parcel?', ['items']],
  ['any news from the depot', ['events']],
  ['do you think it got lost', ['lost']],
  ['how come you cancelled it?', ['cancelled']],
  ['when did I order it?', ['placed']],
  ['where is it', []],
  ['when it has arrived, how do I return it?', []],
  ['please cancel it', []],
])('reads “%s”', (text, facts) => {
  expect(orderFactsIn(text)).toEqual(facts)
})

it.each([
  ['why was my order cancelled', true],
  ['why can’t this be cancelled?', false],
  ['cancel my order', false],
])('tells whether “%s” asks why something was cancelled', (text, asks) => {
  expect(asksWhyCancelled(text)).toBe(asks)
})

it('knows a condition from a question', () => {
  expect(onlySupposes('and once it has arrived')).toBe(true)
  expect(onlySupposes('when is it here?')).toBe(false)
})
