import { expect, it } from 'vitest'
import { asksForSubject } from './topics.en.ts'

it.each([
  ['Tell me about returns', true],
  ["hi, what's your privacy policy?", true],
  ['I would like to know more about your delivery', true],
  ['info on the warranty please', true],
  ['explain your payment terms', true],
  ['what is your return window', false],
  ['can you tell me about sending back a tablet that I have opened and used', false],
  ["what's your policy when a parcel is lost", false],
  ['how do I return something', false],
])('%s: a subject as a whole: %s', (text, expected) => {
  expect(asksForSubject(text)).toBe(expected)
})
