import { describe, expect, it } from 'vitest'
import { declinedPart, goesBack, isDeclined, meansAll } from './declined.en.ts'
import { partsOf } from './parts.en.ts'

describe('what is declined', () => {
  it.each([
    ['cancel_order', "please don't cancel it"],
    ['cancel_order', 'I do not want to cancel my order'],
    ['start_refund', 'I don’t want a refund'],
    ['start_refund', 'a replacement instead of my money back'],
    ['start_refund', 'not a refund, a repair'],
    ['file_complaint', "I didn't want to file a complaint"],
    ['change_address', "don't change my address"],
    ['hand_over', "I don't want to speak to a person"],
  ])('%s: %s', (task, text) => {
    expect(isDeclined(task, text)).toBe(true)
  })

  it.each([
    ['cancel_order', 'cancel it, I do not need it'],
    ['cancel_order', "it hasn't come, cancel it"],
    ['cancel_order', 'why did you not tell me that you cancel orders'],
    ['start_refund', 'it does not work and I want a refund'],
    ['start_refund', 'the money is not there, where is my refund'],
    ['start_refund', "I don't want it any more, so I return it"],
    ['cancel_order', "I don't want a refund"],
    ['order_status', "don't tell me where it is"],
  ])('not %s: %s', (task, text) => {
    expect(isDeclined(task, text)).toBe(false)
  })

  it.each([
    ["don't cancel it, just change the address", "don't cancel it"],
    ["I don't want a refund. Send me a new one", "I don't want a refund"],
    ['a refund is what I want, not a repair', null],
    ["don't cancel it", null],
  ])('stands first: %s', (message, part) => {
    expect(declinedPart(message)).toBe(part)
  })
})

describe('the parts of a message', () => {
  it.each<[string, readonly string[]]>([
    ['1) where is my order 2) do you sell hubs', ['where is my order', 'do you sell hubs']],
    ['hi: 1. cancel it 2. tell me about returns', ['hi:', 'cancel it', 'tell me about returns']],
    ["don't cancel it, just change the address", ["don't cancel it", 'just change the address']],
    ['is 3.5 mm the same as 1.5 mm', []],
    ['I bought 2 of them', []],
    ['1) only one', []],
    ["don't cancel it.", []],
    ['', []],
  ])('%s', (message, parts) => {
    expect(partsOf(message)).toEqual(parts)
  })
})

it.each([
  ['ok, back to the refund', true],
  ['where were we?', true],
  ['can I send it back', false],
  ['I want my money back', false],
  ['return the laptop', false],
])('going back: %s', (text, back) => {
  expect(goesBack(text)).toBe(back)
})

it.each([
  ['no, none of it', true],
  ['forget both', true],
  ['no', false],
  ['no, a small one', false],
])('a no to all: %s', (text, all) => {
  expect(meansAll(text)).toBe(all)
})
