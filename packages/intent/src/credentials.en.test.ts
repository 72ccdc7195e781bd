import { describe, expect, it } from 'vitest'
import { withoutCredentials } from './credentials.en.ts'

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').replace(/^[\s.]+|\s+$/g, '')

describe('a text without the e-mail address given in it', () => {
  it.each([
    ['cancel {order}, my email is {email}', 'cancel {order}'],
    ['cancel {order} {email}', 'cancel {order}'],
    ['{email} - where is my order?', '- where is my order?'],
    ["it's {email}. when does it arrive?", 'when does it arrive?'],
    ['my orders please. {order}, {email}', 'my orders please'],
    ['the e-mail on the order is {email} and i want a refund', 'and i want a refund'],
    ['show me what i ordered with {email}', 'show me what i ordered'],
  ])('%s', (masked, rest) => {
    expect(plain(withoutCredentials(masked))).toBe(rest)
  })

  it.each([
    '{email}',
    'my email is {email}',
    'sure, it is {email} and the order number is {order}',
    '{order} {email}',
    'where is {order}?',
    'which e-mail address do you have for me?',
    '',
  ])('stays as it is, where it has no other words: %s', (masked) => {
    expect(withoutCredentials(masked)).toBe(masked)
  })
})
