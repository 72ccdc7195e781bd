import { describe, expect, it } from 'vitest'
import { focusOf } from './focus.ts'
import { asksHow, givesDeadline, isNegated, kindsAsked, kindsGiven, readAsked, worthOf } from './question.ts'

describe('what a question asks for', () => {
  it.each([
    ['How long do I have to return it?', 'You have 30 days.', 'Keep the box.'],
    ['when are you open', 'Monday to Friday from 9 a.m. to 5 p.m.', 'Write to us.'],
    ['how much is delivery', 'It costs $4.99.', 'It takes 2 days.'],
    ['what does it cost', 'Repairs are free of charge.', 'We repair it.'],
    ['price of a repair in euros', 'It is 29 € in all.', 'It depends.'],
    ['what does a label cost', 'Labels are CHF 7.', 'Labels are white.'],
    ['how many ports', 'It has 3 ports.', 'It has ports.'],
    ['what is the return window', 'Within a fortnight.', 'After the return window we repair it.'],
    ['when do I hear from you', 'We answer the next working day.', 'We answer everybody.'],
    ['do you deliver on sundays', 'Parcels come Monday to Saturday.', 'Parcels come by truck.'],
    ['who pays for the return', 'You bear the postage.', 'Returns are easy.'],
    ['do I have to pay for it', 'It is at our expense.', 'It is a payment.'],
    ['minimum order', 'Orders from 20 € are free.', 'Orders are packed.'],
    ['your phone number', 'Call +1 212-555-0142.', 'Call us.'],
    ['what is your email', 'Write to help@shop.example.', 'Write to us.'],
  ])('%s', (question, answer, other) => {
    expect(kindsAsked(question) & kindsGiven(answer)).not.toBe(0)
    expect(kindsAsked(question) & kindsGiven(other)).toBe(0)
  })

  it('may be nothing of the kind', () => {
    for (const question of ['can I return earbuds', 'do I get the fee back', 'no news since monday']) {
      expect(kindsAsked(question)).toBe(0)
    }
    expect(worthOf(0)).toBe(0)
  })

  it('may be steps', () => {
    for (const question of ['How do I reset it?', 'set up the router', "it won't turn on", 'what should I do']) {
      expect(asksHow(question)).toBe(true)
    }
    for (const question of ['how long is it', 'is it free']) expect(asksHow(question)).toBe(false)
  })
})

it.each([
  ["what can't be returned", { exceptions: true, negated: true, polar: false }],
  ['which items can not be sent back', { exceptions: true, negated: true, polar: false }],
  ["what if it doesn't work", { exceptions: false, negated: true, polar: false }],
  ['can i return it if i dont like it', { exceptions: false, negated: true, polar: true }],
  ['can you tell me what it costs', { exceptions: false, negated: false, polar: false }],
])('%s', (question, asked) => {
  expect(readAsked(question)).toMatchObject(asked)
})

it('givesDeadline tells until when', () => {
  expect(givesDeadline('Report it within 3 days of delivery.')).toBe(true)
  expect(givesDeadline('It takes 3 days.')).toBe(false)
})

it('isNegated tells what is not', () => {
  for (const text of ["What can't be returned", 'What is not covered', 'No picture']) expect(isNegated(text)).toBe(true)
  for (const text of ['What is covered', 'Notes', 'Nothing']) expect(isNegated(text)).toBe(false)
})

describe('focusOf', () => {
  it.each([
    [
      'I bought headphones from you. They are bad. How long do I have to return them?',
      'How long do I have to return them?',
    ],
    ['hi. my parcel is late. where is it? can i get a refund', 'can i get a refund'],
    ['How do I reset it? And what does it cost to repair?', 'How do I reset it? And what does it cost to repair?'],
    ['Returns?', 'Returns?'],
    ['I want to return this. It is broken.', 'I want to return this. It is broken.'],
    ['', ''],
  ])('%j', (message, focus) => {
    expect(focusOf(message)).toBe(focus)
  })
})
