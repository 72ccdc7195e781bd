import { BlockList, isIP } from 'node:net'
import { type Clock, CodedError, OperatorError } from '@marketplace-agent/domain'
import { type NodemailerError, type SMTPTransportOptions, createTransport } from 'nodemailer'
import { messageOf } from './message.ts'
import type { Mailer } from './port.ts'

export interface SmtpMailerOptions {
  /** smtp://user:password@host:587 or smtps://…; Nodemailer's options as query parameters. */
  readonly url: string
  readonly clock: Clock
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

function staysHere(host: string): boolean {
  const plain = host.replace(/^\[(.*)\]$/, '$1')
  return plain === 'localhost' || (isIP(plain) > 0 && loopback.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4'))
}

/** The connection that a URL asks for. Throws OperatorError without a word of the URL, which may hold a password. */
export function smtpOptions(url: string): SMTPTransportOptions {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '') {
    throw new OperatorError(
      'SMTP_URL must be such as smtp://user:password@mail.example:587 or smtps://…, with other characters than letters and digits in user and password percent-encoded; mend it in the environment or in .env.',
    )
  }
  return {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 5000,
    socketTimeout: 20_000,
    // A password goes over the network encrypted or not at all, whatever the server, or whoever stands between, offers.
    requireTLS: parsed.username !== '' && !staysHere(parsed.hostname),
    url,
  }
}

/** What went wrong, by the protocol's codes alone: a server's own words quote the address, and at times the letter. */
function failureOf(error: unknown): CodedError {
  if (error instanceof CodedError) return error
  const { code, command, responseCode } = error as NodemailerError
  if (code === 'EABORT') return new CodedError('aborted', 'The letter was given up.')
  const codes = [responseCode, code, command].filter((each) => each !== undefined).join(', ')
  // Who may send is the server's matter and the same for every letter, so a refused sender isn't a refused letter.
  const ofThisLetter = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM' && responseCode !== 421
  return ofThisLetter
    ? new CodedError('refused', `The mail server refused the letter (${codes}).`)
    : new CodedError('unavailable', `The mail server can't be used (${codes}).`)
}

/** Hands letters to a mail server, each over a connection of its own. */
export function createSmtpMailer({ url, clock }: SmtpMailerOptions): Mailer {
  const transport = createTransport(smtpOptions(url))
  let last: 'none' | 'delivered' | 'failed' = 'none'

  return {
    async send(mail, { signal }) {
      try {
        await transport.sendMail({ ...messageOf(mail, clock.now()), signal })
        last = 'delivered'
      } catch (error) {
        last = 'failed'
        throw failureOf(error)
      }
    },
    status: async () => ({ adapter: 'smtp', last }),
    close: async () => transport.close(),
  }
}
