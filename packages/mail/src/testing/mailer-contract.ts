import type { CallContext } from '@marketplace-agent/domain'
import { type ParsedMail, simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Mail, Mailer } from '../port.ts'

export interface OpenedMailer {
  readonly mailer: Mailer
  /** What came out at the other end so far, as it is written (RFC 5322). */
  received(): Promise<readonly Buffer[]>
  stop(): Promise<void>
}

export const contextOf = (signal = new AbortController().signal): CallContext => ({
  signal,
  deadline: Number.POSITIVE_INFINITY,
  degrade: () => {},
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
})

export const letter: Mail = {
  id: 'letter-1',
  to: 'ada@example.com',
  subject: 'Your refund',
  text: 'It is on its way.\n',
  from: { name: 'The Shop', address: 'mail@shop.example' },
}

/** A clock that stands. */
export const letterClock = { now: () => new Date('2026-02-05T12:00:00Z'), monotonic: () => 0 }

const addressesOf = (value: ParsedMail['to']) =>
  (value === undefined ? [] : [value].flat()).flatMap((each) => each.value.map(({ address }) => address))

const unwanted = [
  '',
  'ada',
  'ada@',
  '@example.com',
  'ada@example.com, eve@example.com',
  'ada@example.com;eve@example.com',
  'ada@example.com eve@example.com',
  'Ada <ada@example.com>',
  'ada@example.com>, <eve@example.com',
  'ada@example.com\r\nBcc: eve@example.com',
  'ada@example.com\nRCPT TO:<eve@example.com>',
  'ada\r\n@example.com',
  'ada@example.com\0',
  'ada@example.com\r\n\r\nbody',
  '"eve@example.com "@example.com',
  'friends:eve@example.com;',
  'ada@eve@example.com',
]

/** What every adapter of the mailer must do; a server behind it takes every letter, internationalised addresses too. */
export function mailerContract(name: string, open: () => Promise<OpenedMailer>) {
  describe(`mailer contract: ${name}`, () => {
    let opened: OpenedMailer
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(async () => {
      await opened.mailer.close()
      await opened.stop()
    })
    const send = (change: Partial<Mail> = {}) => opened.mailer.send({ ...letter, ...change }, contextOf())
    const received = async () => Promise.all((await opened.received()).map((raw) => simpleParser(raw)))
    const only = async () => {
      const [first, ...more] = await received()
      if (first === undefined || more.length > 0) throw new Error(`${more.length} letters more than one`)
      return first
    }

    it('delivers a letter with all that belongs to it', async () => {
      await send({ replyTo: 'help@shop.example' })
      const mail = await only()
      expect(addressesOf(mail.to)).toEqual(['ada@example.com'])
      expect(mail.from?.value).toEqual([{ name: 'The Shop', address: 'mail@shop.example' }])
      expect(addressesOf(mail.replyTo)).toEqual(['help@shop.example'])
      expect(mail.subject).toBe('Your refund')
      expect(mail.text).toBe('It is on its way.\n')
      expect(mail.messageId).toBe('<letter-1@shop.example>')
      expect(mail.date).toEqual(letterClock.now())
      expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    })

    it.each(['Pedido n.º 7 – ¡devolución de 12,50 €!', '日本語の件名 '.repeat(20).trim(), '😀 x'.repeat(40)])(
      'delivers the words as they are: %s',
      async (subject) => {
        const text = `${subject}\n.\n..\nFrom me\n${'long '.repeat(400)}\n\nQUIT\n`
        await send({ subject, text, from: { name: 'Größe, "Shop" & Söhne', address: 'mail@shop.example' } })
        const mail = await only()
        expect(mail.subject).toBe(subject)
        expect(mail.text).toBe(text)
        expect(mail.from?.value[0]?.name).toBe('Größe, "Shop" & Söhne')
      },
    )

    it('writes lines that end as RFC 5322 has them, of no more than 998 characters', async () => {
      await send({ text: `one\ntwo\r\n${'x'.repeat(3000)}\n`, subject: 'é'.repeat(500) })
      const [raw = Buffer.alloc(0)] = await opened.received()
      const text = raw.toString('latin1')
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(Math.max(...text.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998)
      expect(text).toMatch(/^[\0-\x7F]*$/)
    })

    it('gives a letter that is sent again the same Message-ID, and each letter its own', async () => {
      await send()
      await send()
      await send({ id: 'letter-2' })
      const ids = (await received()).map(({ messageId }) => messageId)
      expect(new Set(ids)).toEqual(new Set(['<letter-1@shop.example>', '<letter-2@shop.example>']))
    })

    it('takes ids of any shape', async () => {
      const ids = [
        '../../up',
        '/etc/x',
        'a b',
        'ü',
        '.',
        '..',
        'a..b',
        '<a@b>',
        'x\r\nBcc: eve@example.com',
        'x'.repeat(500),
      ]
      await Promise.all(ids.map((id) => send({ id })))
      const mails = await received()
      expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(ids.length)
      for (const { messageId, bcc } of mails) {
        expect(messageId).toMatch(/^<[A-Za-z0-9_.-]+@shop\.example>$/)
        expect(bcc).toBeUndefined()
      }
    })

    it.each(['\r\n', '\n', '\r', '\u2028', '\0', '\r\n\r\n'])(
      'lets nothing into the headers through %j',
      async (end) => {
        const subject = `Hello${end}Bcc: eve@example.com${end}X-Own: yes${end}${end}Body`
        await send({ subject, from: { name: `Shop${end}Cc: eve@example.com`, address: 'mail@shop.example' } })
        const mail = await only()
        expect(mail.subject).toBe('Hello Bcc: eve@example.com X-Own: yes Body')
        expect([mail.bcc, mail.cc, mail.headers.get('x-own')]).toEqual([undefined, undefined, undefined])
        expect(addressesOf(mail.to)).toEqual(['ada@example.com'])
        expect(mail.text).toBe(letter.text)
      },
    )

    it.each(unwanted)('sends nothing to what is not one address: %j', async (to) => {
      await expect(send({ to })).rejects.toMatchObject({ code: 'invalid_input' })
      await expect(send({ replyTo: to })).rejects.toMatchObject({ code: 'invalid_input' })
      await expect(send({ from: { name: '', address: to } })).rejects.toMatchObject({ code: 'invalid_input' })
      expect(await opened.received()).toEqual([])
    })

    it('sends nothing that was given up', async () => {
      const sending = opened.mailer.send(letter, contextOf(AbortSignal.abort()))
      await expect(sending).rejects.toMatchObject({ code: 'aborted' })
      expect(await opened.received()).toEqual([])
    })

    it('says how the last letter fared', async () => {
      const last = async () => (await opened.mailer.status(contextOf())).last
      expect(await last()).toBe('none')
      await send()
      expect(await last()).toBe('delivered')
      await send({ to: 'nobody' }).catch(() => {})
      expect(await last()).toBe('failed')
    })
  })
}
