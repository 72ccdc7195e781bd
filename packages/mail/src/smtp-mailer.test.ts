import { type AddressInfo, createServer } from 'node:net'
import { inspect } from 'node:util'
import { OperatorError } from '@marketplace-agent/domain'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { describe, expect, it } from 'vitest'
import { openMailer } from './open-mailer.ts'
import { smtpOptions } from './smtp-mailer.ts'
import { contextOf, letter, letterClock, mailerContract } from './testing/index.ts'

interface Delivered {
  readonly raw: Buffer
  readonly to: readonly string[]
  readonly secure: boolean
  readonly user: unknown
}

/** A mail server on loopback that takes every letter, unless its options say otherwise. */
async function startServer(options: SMTPServerOptions = {}) {
  const delivered: Delivered[] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      done(password === 'p@ss:w%/rd' ? null : new Error(`No ${username}`), { user: username }),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        delivered.push({ raw: Buffer.concat(chunks), to, secure: session.secure, user: session.user })
        done()
      })
    },
    ...options,
  })
  // What goes wrong on a connection the client sees, too.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    delivered,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

const open = (smtpUrl: string) => openMailer({ smtpUrl, folder: '', clock: letterClock })

mailerContract('smtp', async () => {
  const { port, delivered, stop } = await startServer()
  return {
    mailer: await open(`smtp://127.0.0.1:${port}`),
    received: async () => delivered.map(({ raw }) => raw),
    stop,
  }
})

/** Sends a letter to a server of these options and gives the error that comes of it. */
async function failureWith(options: SMTPServerOptions, query = '', login = '') {
  const { port, delivered, stop } = await startServer(options)
  const mailer = await open(`smtp://${login}127.0.0.1:${port}${query}`)
  const error: unknown = await mailer.send(letter, contextOf()).catch((thrown: unknown) => thrown)
  await mailer.close()
  await stop()
  expect(delivered).toEqual([])
  return error
}

const answer = (code: number) =>
  Object.assign(new Error(`${letter.to} of "${letter.subject}" is not wanted`), { responseCode: code })

describe('smtp', () => {
  it.each(['smtp', 'smtps'])('logs in over TLS: %s', async (protocol) => {
    const { port, delivered, stop } = await startServer({ secure: protocol === 'smtps', disabledCommands: [] })
    const login = `shop:${encodeURIComponent('p@ss:w%/rd')}`
    // The server's certificate is one for tests, long expired.
    const query = '?requireTLS=true&tls.rejectUnauthorized=false'
    const mailer = await open(`${protocol}://${login}@127.0.0.1:${port}/${query}`)
    await mailer.send(letter, contextOf())
    expect(delivered).toMatchObject([{ secure: true, user: 'shop', to: [letter.to] }])
    await mailer.close()
    await stop()
  })

  it('delivers to an internationalised address', async () => {
    const { port, delivered, stop } = await startServer()
    const mailer = await open(`smtp://127.0.0.1:${port}`)
    await mailer.send({ ...letter, to: 'jörg@bücher.example' }, contextOf())
    expect(delivered[0]?.to).toEqual(['jörg@bücher.example'])
    await mailer.close()
    await stop()
  })

  it.each([
    ['a recipient', 550, { onRcptTo: (_address, _session, done) => done(answer(550)) }],
    ['a recipient for now', 450, { onRcptTo: (_address, _session, done) => done(answer(450)) }],
    [
      'the words',
      554,
      {
        onData(stream, _session, done) {
          stream.resume()
          stream.on('end', () => done(answer(554)))
        },
      },
    ],
  ] satisfies [string, number, SMTPServerOptions][])('says that %s was refused', async (_what, code, options) => {
    const error = await failureWith(options)
    expect(error).toMatchObject({ code: 'refused' })
    expect(String(error)).toContain(String(code))
  })

  it.each([
    ['the sender is refused', 550, { onMailFrom: (_address, _session, done) => done(answer(550)) }],
    ['the server is closing', 421, { onRcptTo: (_address, _session, done) => done(answer(421)) }],
    ['the server wants no connection', 554, { onConnect: (_session, done) => done(answer(554)) }],
  ] satisfies [string, number, SMTPServerOptions][])('says that nothing goes when %s', async (_what, code, options) => {
    const error = await failureWith(options)
    expect(error).toMatchObject({ code: 'unavailable' })
    expect(String(error)).toContain(String(code))
  })

  it('says that nothing goes when the password is wrong, without the password', async () => {
    const error = await failureWith({ allowInsecureAuth: true }, '', 'shop:hunter22@')
    expect(error).toMatchObject({ code: 'unavailable' })
    expect(inspect(error, { depth: 9 })).not.toMatch(/hunter22|shop/)
    expect(String(error)).toContain('535')
  })

  it('keeps the address and the words of a refused letter out of the error', async () => {
    const refusals: SMTPServerOptions[] = [
      { onRcptTo: (_address, _session, done) => done(answer(550)) },
      { onMailFrom: (_address, _session, done) => done(answer(550)) },
      { onConnect: (_session, done) => done(answer(554)) },
    ]
    for (const options of refusals)
      expect(inspect(await failureWith(options), { depth: 9, showHidden: true })).not.toMatch(/ada@|refund|wanted/)
  })

  it('trusts no certificate that nobody vouches for', async () => {
    expect(await failureWith({ disabledCommands: [] })).toMatchObject({ code: 'unavailable' })
    const { port, stop } = await startServer({ secure: true })
    const mailer = await open(`smtps://127.0.0.1:${port}`)
    await expect(mailer.send(letter, contextOf())).rejects.toMatchObject({ code: 'unavailable' })
    await mailer.close()
    await stop()
  })

  it('sends neither letter nor password where TLS is wanted and not offered', async () => {
    let asked = false
    const onAuth: SMTPServerOptions['onAuth'] = (_auth, _session, done) => {
      asked = true
      done(null, { user: 'shop' })
    }
    const options = { allowInsecureAuth: true, onAuth }
    expect(await failureWith(options, '?requireTLS=true', 'shop:hunter22@')).toMatchObject({ code: 'unavailable' })
    expect(asked).toBe(false)
  })

  it('goes on once a server that was down is up', async () => {
    const first = await startServer()
    await first.stop()
    const mailer = await open(`smtp://127.0.0.1:${first.port}`)
    const error: unknown = await mailer.send(letter, contextOf()).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'unavailable' })
    expect(await mailer.status(contextOf())).toEqual({ adapter: 'smtp', last: 'failed' })
    const delivered: string[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        stream.resume()
        delivered.push(...session.envelope.rcptTo.map(({ address }) => address))
        stream.on('end', () => done())
      },
    })
    await new Promise<void>((resolve) => server.listen(first.port, '127.0.0.1', resolve))
    await mailer.send(letter, contextOf())
    expect(delivered).toEqual([letter.to])
    await mailer.close()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })

  it('gives up on a server that says nothing, by itself or when told to', async () => {
    const connected = Promise.withResolvers<void>()
    const silent = createServer((socket) => {
      socket.on('error', () => {})
      connected.resolve()
    })
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    const impatient = await open(`smtp://127.0.0.1:${port}?greetingTimeout=20`)
    await expect(impatient.send(letter, contextOf())).rejects.toMatchObject({ code: 'unavailable' })
    const patient = await open(`smtp://127.0.0.1:${port}`)
    const abort = new AbortController()
    const sending = patient.send(letter, contextOf(abort.signal))
    await connected.promise
    abort.abort()
    await expect(sending).rejects.toMatchObject({ code: 'aborted' })
    await new Promise<void>((resolve) => silent.close(() => resolve()))
  })
})

describe('SMTP_URL', () => {
  it.each(['mail.example', 'http://mail.example', 'smtp://', 'smtp:mail', '//shop:hunter22@mail.example'])(
    'is refused without being shown: %s',
    async (url) => {
      await expect(open(url)).rejects.toThrow(OperatorError)
      await expect(open(url)).rejects.toThrow(/^(?!.*hunter22).*SMTP_URL/)
    },
  )

  it.each([
    ['smtp://shop:word@mail.example:587', true],
    ['smtp://shop:word@192.0.2.1', true],
    ['smtp://mail.example', false],
    ['smtp://shop:word@127.0.0.1:2525', false],
    ['smtp://shop:word@[::1]:2525', false],
    ['smtp://shop:word@localhost', false],
  ])('sends a password over the network by TLS alone: %s', (url, required) => {
    expect(smtpOptions(url).requireTLS).toBe(required)
  })
})
