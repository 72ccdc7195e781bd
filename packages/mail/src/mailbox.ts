import { OperatorError } from '@marketplace-agent/domain'

/** Whom a letter is from; `name` is '' where there is none. */
export interface Mailbox {
  readonly name: string
  readonly address: string
}

// Narrower than RFC 5322 (no quoted local parts, comments or lists), so that one address is never read as two.
const address = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.-]{0,252}[\p{L}\p{M}\p{N}])?$/u

export const isAddress = (text: string): boolean => address.test(text)

/** Reads `Shop <mail@shop.example>` or an address alone. Throws OperatorError, naming the setting MAIL_FROM. */
export function readMailbox(text: string): Mailbox {
  const [, name = '', bracketed] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? []
  const mailbox = {
    name: name.trim().replace(/^"(.*)"$/, '$1'),
    address: (bracketed ?? text).trim(),
  }
  if (!isAddress(mailbox.address) || /\p{Cc}/u.test(mailbox.name)) {
    throw new OperatorError(
      `MAIL_FROM is "${text}" but must be an address such as "Shop <mail@shop.example>"; mend it in the environment or in .env.`,
    )
  }
  return mailbox
}
