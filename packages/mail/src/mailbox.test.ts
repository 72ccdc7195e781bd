import { OperatorError } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import { isAddress, readMailbox } from './mailbox.ts'

describe('MAIL_FROM', () => {
  it.each([
    ['mail@shop.example', { name: '', address: 'mail@shop.example' }],
    [' <mail@shop.example> ', { name: '', address: 'mail@shop.example' }],
    ['The Shop <mail@shop.example>', { name: 'The Shop', address: 'mail@shop.example' }],
    ['"Shop, Ltd." <mail@shop.example>', { name: 'Shop, Ltd.', address: 'mail@shop.example' }],
  ])('may be %s', (text, mailbox) => {
    expect(readMailbox(text)).toEqual(mailbox)
  })

  it.each(['', 'shop', 'The Shop', 'mail@a, mail@b', 'Shop <mail@a> <mail@b>', 'Shop mail@shop.example', 'S\nx <a@b>'])(
    'may not be %j',
    (text) => {
      expect(() => readMailbox(text)).toThrow(OperatorError)
      expect(() => readMailbox(text)).toThrow(/MAIL_FROM/)
    },
  )
})

it.each(["o'neil+shop@mail.example.co.uk", 'jörg@bücher.example', 'a@localhost', 'x_y.z-1@1a.example'])(
  '%s is an address',
  (address) => {
    expect(isAddress(address)).toBe(true)
  },
)
