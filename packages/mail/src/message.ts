import { CodedError } from '@marketplace-agent/domain'
import type { SendMailOptions } from 'nodemailer'
import { letterName } from './letter-name.ts'
import { isAddress } from './mailbox.ts'
import type { Mail } from './port.ts'

/** On one line: what would end a header is a space. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** The letter as Nodemailer takes it. Throws CodedError `invalid_input` where an address isn't exactly one. */
export function messageOf(mail: Mail, date: Date): SendMailOptions {
  const addresses = [mail.to, mail.from.address, ...(mail.replyTo === undefined ? [] : [mail.replyTo])]
  if (!addresses.every(isAddress)) {
    throw new CodedError('invalid_input', 'A letter needs one e-mail address to go to, and one it is from.')
  }
  const domain = mail.from.address.slice(mail.from.address.lastIndexOf('@') + 1)
  return {
    from: { name: oneLine(mail.from.name), address: mail.from.address },
    to: { name: '', address: mail.to },
    ...(mail.replyTo === undefined ? {} : { replyTo: { name: '', address: mail.replyTo } }),
    subject: oneLine(mail.subject),
    text: mail.text,
    date,
    messageId: `<${letterName(mail.id)}@${domain}>`,
    // RFC 3834: nobody's holiday notice answers it.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
