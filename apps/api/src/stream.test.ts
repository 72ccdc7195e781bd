import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Knowledge } from './knowledge.ts'
import type { Services } from './services.ts'
import { type TestApp, handClock, openTestKnowledge, startTestApp } from './testing/test-app.ts'

interface Sent {
  readonly event: string
  // oxlint-disable-next-line typescript/no-explicit-any -- as it came over the wire
  readonly data: any
}

let knowledge: Knowledge
let test: TestApp
beforeAll(async () => {
  knowledge = await openTestKnowledge()
})
afterAll(() => knowledge.close())
beforeEach(async () => {
  test = await startTestApp({ clock: handClock(), knowledge })
  return () => test.stop()
})

const stream = (body: object, app = test) => app.send('POST', '/api/chat/stream', { body })

/** The events of a body, as an EventSource reads them. */
const eventsOf = (body: string): Sent[] =>
  body
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => {
      const [, event = '', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? []
      return { event, data: JSON.parse(data) }
    })

const named = (sent: readonly Sent[], event: string) =>
  sent.filter((each) => each.event === event).map(({ data }) => data)

describe('POST /api/chat/stream', () => {
  it('sends what it does, the cards, the words, and at last the whole answer', async () => {
    const response = await stream({ message: 'where is ORD-1002 and is the UltraBook 13 in stock?' })
    expect(response.statusCode).toBe(200)
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    const sent = eventsOf(response.body)
    const kinds = sent.map(({ event }) => event)
    expect(kinds.slice(0, 2)).toEqual(['session', 'status'])
    expect(kinds.indexOf('card')).toBeGreaterThan(0)
    expect(kinds.indexOf('text')).toBeGreaterThan(kinds.lastIndexOf('card'))
    expect(kinds.lastIndexOf('text')).toBe(kinds.length - 2)
    expect(kinds.at(-1)).toBe('done')
    expect(named(sent, 'status')).toContainEqual({ tool: 'order_status', title: 'Order status', about: 'ORD-1002' })
    const [done] = named(sent, 'done')
    expect(
      named(sent, 'text')
        .map(({ text }) => text)
        .join(''),
    ).toBe(done.response)
    for (const result of done.tool_results) expect(named(sent, 'card')).toContainEqual(result)
  })

  it('is the same turn as POST /api/chat', async () => {
    for (const message of [
      'compare the X1 and the Gaming Laptop',
      'hello',
      'refund ORD-1007, priya.raman@example.org',
    ]) {
      const [done] = named(eventsOf((await stream({ message, session_id: randomUUID() })).body), 'done')
      const answer = await test.chat(message, randomUUID())
      const { session_id: _a, proposal: one, tool_results: results, ...streamed } = done
      const { session_id: _b, proposal: other, tool_results: _results, ...said } = answer
      expect(streamed).toEqual(said)
      expect(one?.summary).toBe(other?.summary)
      expect(results.length).toBeGreaterThanOrEqual(0)
    }
  })

  it('proposes, and commits by a yes, which it tells as it does it', async () => {
    const session_id = randomUUID()
    const proposed = eventsOf((await stream({ message: 'refund ORD-1007, priya.raman@example.org', session_id })).body)
    expect(named(proposed, 'done')[0].proposal).toMatchObject({ tool: 'start_refund', amount: 299 })
    const done = eventsOf((await stream({ message: 'yes', session_id })).body)
    expect(named(done, 'status')).toContainEqual({ tool: 'start_refund', title: 'Start a refund' })
    expect(named(done, 'done')[0].tool_results).toMatchObject([{ tool: 'start_refund', data: { kind: 'refunds' } }])
  })

  it('answers a message_id that comes again as before, by either door', async () => {
    const body = { message: 'is the UltraBook 13 in stock?', session_id: randomUUID(), message_id: 'm-1' }
    const [first] = named(eventsOf((await stream(body)).body), 'done')
    const again = eventsOf((await stream(body)).body)
    expect(named(again, 'done')).toEqual([first])
    expect(named(again, 'status')).toEqual([])
    expect((await test.send('POST', '/api/chat', { body })).json()).toEqual(first)
  })

  it('says what is wrong with a request before it begins', async () => {
    const response = await stream({ message: '' })
    expect(response.statusCode).toBe(422)
    expect(response.headers['content-type']).toContain('application/problem+json')
    const { token } = await test.prove('ORD-1001', 'maya.lindqvist@example.com')
    const body = { message: 'hello', session_id: randomUUID() }
    expect((await test.send('POST', '/api/chat/stream', { body, token })).statusCode).toBe(403)
  })

  it('ends with an error where the turn fails, and tells nothing of it', async () => {
    const change = (services: Services): Services => ({
      ...services,
      agent: {
        ...services.agent,
        understander: {
          ...services.agent.understander,
          understand: () => {
            throw new Error('secret path')
          },
        },
      },
    })
    const broken = await startTestApp({ clock: handClock(), knowledge, change })
    try {
      const response = await stream({ message: 'hello' }, broken)
      expect(response.statusCode).toBe(200)
      expect(eventsOf(response.body).slice(1)).toEqual([
        { event: 'error', data: { code: 'internal', detail: expect.stringMatching(/\S/) } },
      ])
      expect(response.body).not.toContain('secret')
    } finally {
      await broken.stop()
    }
  })

  it('comes as it happens: the first event is there while the tool still runs', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const change = (services: Services): Services => {
      const { call } = services.gate
      const gate: Services['gate'] = {
        ...services.gate,
        call: async (...given) => {
          await held
          return call(...given)
        },
      }
      return { ...services, gate, agent: { ...services.agent, gate } }
    }
    const slow = await startTestApp({ clock: handClock(), knowledge, change })
    try {
      const address = await slow.app.listen({ host: '127.0.0.1', port: 0 })
      const response = await fetch(`${address}/api/chat/stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip, br' },
        body: JSON.stringify({ message: 'where is ORD-1002' }),
      })
      expect(response.headers.get('content-encoding')).toBeNull()
      expect(response.headers.get('content-length')).toBeNull()
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
      const first = await reader?.read()
      expect(first?.value).toMatch(/^event: session\n/)
      release()
      let rest = ''
      for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) rest += part.value
      expect(eventsOf(rest).at(-1)?.event).toBe('done')
    } finally {
      release()
      await slow.stop()
    }
  })
})
