import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Knowledge } from './knowledge.ts'
import { type TestApp, handClock, openTestKnowledge, startTestApp } from './testing/test-app.ts'

const maya = { number: 'ORD-1001', email: 'maya.lindqvist@example.com' }
const priya = { number: 'ORD-1003', email: 'priya.raman@example.org' }

let knowledge: Knowledge
let test: TestApp
let clock: ReturnType<typeof handClock>
const logged: string[] = []
beforeAll(async () => {
  knowledge = await openTestKnowledge()
})
afterAll(() => knowledge.close())
beforeEach(async () => {
  clock = handClock()
  logged.length = 0
  const log = pino({ level: 'info', base: null }, { write: (line: string) => void logged.push(line) })
  test = await startTestApp({ clock, knowledge, log, environment: { CORS_ORIGINS: 'https://shop.example' } })
  return () => test.stop()
})

const conversation = (id: string, method: 'GET' | 'DELETE' = 'GET') => test.send(method, `/api/conversations/${id}`)
const say = async (message: string, session_id: string, message_id?: string) => {
  const response = await test.send('POST', '/api/chat', { body: { message, session_id, message_id } })
  expect(response.statusCode).toBe(200)
  return response
}
const audited = () => test.services.store.auditEntries(0, 1000, test.context)

describe('GET /api/conversations/{id}', () => {
  it('tells what was said and answered, what waits, and by what somebody proved who they are', async () => {
    const { session_id } = await test.chat('hello')
    clock.advance(1)
    const answer = await test.chat(`cancel my order ${priya.number}, ${priya.email}`, session_id)
    expect((await conversation(session_id)).json()).toEqual({
      session_id,
      turns: 2,
      exchanges: [
        { at: '2026-02-05T12:00:00.000Z', message: 'hello', answer: expect.objectContaining({ session_id }) },
        { at: '2026-02-05T12:01:00.000Z', message: `cancel my order ${priya.number}, ${priya.email}`, answer },
      ],
      summary: '',
      proposal: answer.proposal,
      proof: priya.number,
    })
  })

  it('keeps the last ten exchanges, and of those before what they were about', async () => {
    const session = randomUUID()
    await test.chat('tell me about the X1', session)
    await test.chat(`refund order ORD-1007, ${priya.email}`, session)
    await test.chat('yes', session)
    for (let turn = 0; turn < 11; turn++) await test.chat('hello', session)
    const { turns, exchanges, summary } = (await conversation(session)).json()
    expect(turns).toBe(14)
    expect(exchanges).toHaveLength(10)
    expect(summary).toContain('X1')
    expect(summary).toContain('ORD-1007')
  })

  it.each(['session-12345', '00000000-0000-1000-8000-000000000000', `s_${'A'.repeat(32)}`])(
    'tells nothing of an id that can be guessed: %s',
    async (id) => {
      await test.chat('hello', id)
      const guessed = await conversation(id)
      const unknown = await conversation(randomUUID())
      expect(guessed.statusCode).toBe(404)
      expect(guessed.json().detail).toBe(unknown.json().detail)
    },
  )

  it('forgets an hour after the last message', async () => {
    const { session_id } = await test.chat('hello')
    clock.advance(59)
    expect((await conversation(session_id)).statusCode).toBe(200)
    clock.advance(2)
    expect((await conversation(session_id)).statusCode).toBe(404)
  })
})

describe('DELETE /api/conversations/{id}', () => {
  it('forgets what was said, proved and proposed, and leaves what was done', async () => {
    const session = randomUUID()
    await test.chat(`refund order ORD-1007, ${priya.email}`, session)
    await test.chat('yes', session)
    const { proposal } = await test.chat(`cancel order ${priya.number}`, session)
    const { token } = (await test.send('POST', '/api/proof', { body: { session_id: session } })).json()
    const forgotten = await conversation(session, 'DELETE')
    expect([forgotten.statusCode, forgotten.body]).toEqual([204, ''])
    expect((await conversation(session)).statusCode).toBe(404)
    expect((await test.send('POST', '/api/proof', { body: { session_id: session } })).statusCode).toBe(403)
    const { tool_results } = await test.chat('yes', session)
    expect(tool_results).toEqual([])
    const confirmed = await test.send('POST', `/api/proposals/${proposal?.id}/confirm`, { token })
    expect(confirmed.statusCode).toBe(403)
    expect(await test.services.store.refundsOf('ORD-1007', test.context)).toHaveLength(1)
    expect((await test.services.store.order(priya.number, test.context))?.state).toBe('processing')
  })

  it('may be said twice', async () => {
    const id = randomUUID()
    for (let time = 0; time < 2; time++) expect((await conversation(id, 'DELETE')).statusCode).toBe(204)
  })

  it('may be asked by the pages that the shop names, with the headers they need', async () => {
    const preflight = await test.app.inject({
      method: 'OPTIONS',
      url: `/api/conversations/${randomUUID()}`,
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'DELETE',
        'access-control-request-headers': 'authorization,idempotency-key',
      },
    })
    expect(preflight.headers['access-control-allow-methods']).toContain('DELETE')
    for (const header of ['authorization', 'idempotency-key', 'content-type']) {
      expect(preflight.headers['access-control-allow-headers']).toContain(header)
    }
  })
})

describe('a message_id', () => {
  it('that comes again gives the same answer and changes nothing', async () => {
    const session = randomUUID()
    const proposed = await say(`refund order ORD-1007, ${priya.email}`, session, 'm-1')
    expect((await say(`refund order ORD-1007, ${priya.email}`, session, 'm-1')).body).toBe(proposed.body)
    const done = await say('yes', session, 'm-2')
    const again = await Promise.all(Array.from({ length: 20 }, () => say('yes', session, 'm-2')))
    for (const { body } of again) expect(body).toBe(done.body)
    expect((await conversation(session)).json().turns).toBe(2)
    expect((await audited()).map(({ event }) => event)).toEqual(['proposed', 'committed'])
  })

  it('is known from the first of several at once', async () => {
    const session = randomUUID()
    const answers = await Promise.all(Array.from({ length: 10 }, () => say('hello', session, 'same')))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect((await conversation(session)).json().turns).toBe(1)
  })

  it('is the conversation’s own', async () => {
    const answers = await Promise.all([say('hello', randomUUID(), 'm'), say('where is ORD-1002', randomUUID(), 'm')])
    expect(answers[1]?.json().intent).toBe('order_status')
  })

  it('must be short and plain', async () => {
    for (const message_id of ['', 'a b', 'x'.repeat(129), 7]) {
      const response = await test.send('POST', '/api/chat', { body: { message: 'hello', message_id } })
      expect(response.statusCode).toBe(422)
      expect(response.json().errors[0].pointer).toBe('#/body/message_id')
    }
  })
})

it('handing over to a person gives a reference, changes no record, and has a limit', async () => {
  const { token } = await test.prove(priya.number, priya.email)
  const body = { about: 'My parcel is wet.' }
  const given = await Promise.all([1, 2, 3].map(() => test.send('POST', '/api/handovers', { token, body })))
  const references = given.map((response) => response.json().data.reference)
  expect(new Set(references).size).toBe(3)
  const refused = await test.send('POST', '/api/handovers', { token, body })
  expect(refused.statusCode).toBe(403)
  expect(refused.json().tool_result).toMatchObject({ tool: 'hand_over', outcome: 'refused', data: null })
  expect(await audited()).toEqual([])
  const due = await test.services.store.dueMail('2026-02-05T13:00:00Z', 10, test.context)
  expect(due.map(({ to }) => to)).toEqual(Array.from(due, () => 'support@techpro.example'))
})

it('nothing that a customer says or is called is in the log, and no session id, token or number', async () => {
  const session = randomUUID()
  const secrets: string[] = [session, maya.email, priya.email, 'Elm Street', 'zebra', 'Raman', 'ORD-', 'REF-', 'CMP-']
  await test.chat(`my zebra order is ${priya.number}, ${priya.email}`, session)
  await test.chat('send it to 5 Elm Street, Boston, MA 02115', session)
  await test.chat('yes', session)
  const { token } = (await test.send('POST', '/api/proof', { body: { session_id: session } })).json()
  await test.send('POST', '/api/handovers', { token, body: { about: 'The zebra again.' } })
  const body = { order_number: 'ORD-1007', reason: 'damaged', text: 'A zebra sat on it.' }
  const { data } = (await test.send('POST', '/api/complaints', { token, body })).json()
  await test.send('POST', `/api/proposals/${data.proposal.id}/confirm`, {
    token,
    headers: { 'idempotency-key': 'zebra' },
  })
  await test.send('POST', '/api/proof', { body: { ...maya, email: 'zebra@example.com' } })
  await test.send('POST', '/api/chat/stream', { body: { message: 'zebra', session_id: session }, token })
  await test.send('GET', '/api/orders?zebra=1', { token: `${token}x` })
  await conversation(session)
  await vi.waitFor(async () => expect((await test.services.store.status(test.context)).waiting_mail).toBe(0), 5000)
  await conversation(session, 'DELETE')
  expect((await audited()).filter(({ event }) => event === 'committed')).toHaveLength(2)
  expect(logged.length).toBeGreaterThan(10)
  for (const secret of [...secrets, token, token.split('.')[1]]) {
    expect(logged.filter((line) => line.toLowerCase().includes(secret.toLowerCase()))).toEqual([])
  }
})

it('the audit log names the conversation without opening it, and keeps no e-mail beyond the records', async () => {
  const { session_id, token } = await test.prove(priya.number, priya.email)
  const { data } = (await test.send('POST', `/api/orders/${priya.number}/cancellation`, { token })).json()
  await test.send('POST', `/api/proposals/${data.proposal.id}/confirm`, { token })
  const entries = await audited()
  expect(entries).toMatchObject([
    { event: 'proposed', tool: 'cancel_order', order: priya.number, proof: { kind: 'order', number: priya.number } },
    { event: 'committed', rule: 'not_shipped', proposal: data.proposal.id },
  ])
  expect(new Set(entries.map(({ conversation: name }) => name)).size).toBe(1)
  expect(JSON.stringify(entries)).not.toContain(session_id)
  expect(JSON.stringify(entries.map(({ changes: _changes, ...entry }) => entry))).not.toContain(priya.email)
})
