import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Knowledge } from './knowledge.ts'
import { type TestApp, handClock, openTestKnowledge, startTestApp } from './testing/test-app.ts'

const maya = { number: 'ORD-1001', email: 'maya.lindqvist@example.com' }
const priya = { number: 'ORD-1003', email: 'priya.raman@example.org' }

let knowledge: Knowledge
let test: TestApp
let clock: ReturnType<typeof handClock>
beforeAll(async () => {
  knowledge = await openTestKnowledge()
})
afterAll(() => knowledge.close())
beforeEach(async () => {
  clock = handClock()
  test = await startTestApp({ clock, knowledge, environment: { STAFF_TOKEN: 'open sesame' } })
  return () => test.stop()
})

const proof = (body: object, from?: string) =>
  test.send('POST', '/api/proof', { body, ...(from !== undefined && { from }) })
const get = (url: string, token?: string) => test.send('GET', url, token === undefined ? {} : { token })
const say = (message: string, session_id: string, token?: string) =>
  test.send('POST', '/api/chat', { body: { message, session_id }, ...(token !== undefined && { token }) })
const toolsOf = async (message: string, session: string) =>
  (await test.chat(message, session)).tool_results.map(({ tool, outcome }) => `${tool} ${outcome}`)

/** An answer without what is different each time. */
const fixed = (response: Awaited<ReturnType<typeof proof>>) => {
  const { 'x-request-id': _id, date: _date, ...headers } = response.headers
  return { status: response.statusCode, headers, body: response.body.replace(/"request_id":"[^"]+"/, '') }
}

describe('POST /api/proof', () => {
  it('gives a token for 15 minutes that opens all of the customer, bound to a conversation of its own', async () => {
    const response = await proof({ number: ' ord-1001', email: 'Maya.Lindqvist@Example.com ' })
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      expires: '2026-02-05T12:15:00.000Z',
      session_id: expect.stringMatching(/^s_[\w-]{32}$/),
      number: 'ORD-1001',
    })
    const { token } = response.json()
    const { data } = (await get('/api/orders', token)).json()
    expect(data.orders.map(({ number }: { number: string }) => number)).toEqual(
      expect.arrayContaining(['ORD-1001', 'ORD-1009', 'ORD-1024']),
    )
    expect((await get('/api/orders/ord-1009', token)).json().data.customer.email).toBe(maya.email)
  })

  it.each([
    ['complaint', 'CMP-2009', 'ORD-1009'],
    ['refund', 'REF-3008', 'ORD-1001'],
  ])('opens with the number of a %s that record only', async (kind, number, order) => {
    const { token } = (await proof({ number, email: maya.email })).json()
    expect((await get(`/api/${kind}s/${number}`, token)).statusCode).toBe(200)
    for (const url of [`/api/orders/${order}`, `/api/orders/${order}/return-options`, '/api/complaints/CMP-2002']) {
      expect((await get(url, token)).statusCode, url).toBe(403)
    }
    for (const url of ['/api/orders', '/api/refunds', '/api/complaints']) {
      expect((await get(url, token)).statusCode, url).toBe(401)
    }
    const cancel = await test.send('POST', `/api/orders/${order}/cancellation`, { token })
    expect(cancel.statusCode).toBe(403)
  })

  it('answers an unknown number and a wrong address alike', async () => {
    const answers = await Promise.all([
      proof({ number: 'ORD-9999', email: maya.email }),
      proof({ number: 'ORD-1001', email: priya.email }),
      proof({ number: 'CMP-2009', email: priya.email }),
      proof({ number: 'nonsense', email: 'nobody' }),
    ])
    for (const answer of answers) expect(fixed(answer)).toEqual(fixed(answers[0]))
    expect(answers[0].statusCode).toBe(403)
    expect(answers[0].json()).toMatchObject({ code: 'refused' })
  })

  it.each([
    [{}, '#/body/number'],
    [{ number: 'ORD-1001' }, '#/body/email'],
    [{ email: maya.email }, '#/body/number'],
    [{ ...maya, session_id: 'session-12345' }, '#/body/session_id'],
    [{ ...maya, session_id: 'a b' }, '#/body/session_id'],
    [{ ...maya, mail: 'x' }, '#/body/mail'],
  ])('says what is wrong with %j', async (body, pointer) => {
    const response = await proof(body)
    expect(response.statusCode).toBe(422)
    expect(response.json().errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
  })
})

describe('wrong tries', () => {
  const wrong = (index: number) => ({ number: `ORD-90${index}0`, email: `guess-${index}@example.com` })

  it('close a conversation after five, for 15 minutes, also to what is right', async () => {
    const session_id = randomUUID()
    for (let index = 0; index < 5; index++) {
      expect((await proof({ ...wrong(index), session_id }, `192.0.2.${index}`)).statusCode).toBe(403)
    }
    const closed = await proof({ ...maya, session_id }, '192.0.2.77')
    expect(closed.statusCode).toBe(429)
    expect(closed.headers['retry-after']).toBe('900')
    expect(closed.json()).toMatchObject({ status: 429, code: 'too_many_tries' })
    const { response } = await test.chat(`my order is ${maya.number} and my e-mail ${maya.email}`, session_id)
    expect(response).toContain('15 minutes')
    clock.advance(16)
    expect((await proof({ ...maya, session_id })).statusCode).toBe(200)
  })

  it('close an address after five, in whatever conversations, and nobody elsewhere', async () => {
    for (let index = 0; index < 5; index++) expect((await proof(wrong(index), '192.0.2.1')).statusCode).toBe(403)
    expect((await proof(maya, '192.0.2.1')).statusCode).toBe(429)
    expect((await proof(maya, '192.0.2.2')).statusCode).toBe(200)
  })

  it('at an order never lock its owner out', async () => {
    for (let index = 0; index < 5; index++) {
      await proof({ number: maya.number, email: `guess-${index}@example.com` }, `198.51.100.${index}`)
    }
    expect((await proof(maya, '192.0.2.2')).statusCode).toBe(200)
  })

  it('are counted in chat as by REST', async () => {
    const session = randomUUID()
    for (let index = 0; index < 5; index++) {
      const { response } = await test.chat(`order ORD-90${index}0, e-mail guess-${index}@example.com`, session)
      expect(response).toContain("can't find that with the e-mail")
    }
    expect((await proof({ ...maya, session_id: session })).statusCode).toBe(429)
    expect((await proof(maya)).statusCode).toBe(429)
  })
})

describe('a token', () => {
  it('of another conversation is refused', async () => {
    const { token } = await test.prove(maya.number, maya.email)
    const response = await say('show me my orders', randomUUID(), token)
    expect(response.statusCode).toBe(403)
    expect(response.json()).toMatchObject({ code: 'refused', detail: expect.stringContaining('another conversation') })
  })

  it('is enough for chat to know the conversation and who asks', async () => {
    const { token, session_id } = await test.prove(maya.number, maya.email)
    const response = await test.send('POST', '/api/chat', { body: { message: 'show me my orders' }, token })
    const listed = expect.objectContaining({ tool: 'list_orders', outcome: 'ok' })
    expect(response.json()).toMatchObject({ session_id, tool_results: expect.arrayContaining([listed]) })
  })

  it('that has expired or is none of ours is refused everywhere, also where none is needed', async () => {
    const { token } = await test.prove(maya.number, maya.email)
    clock.advance(16)
    for (const given of [token, `${token}x`, 'x', 'a.b.c', `${token.slice(0, -3)}AAA`]) {
      for (const url of ['/api/orders', '/api/products/1']) {
        const response = await get(url, given)
        expect(response.statusCode, url).toBe(401)
        expect(response.json()).toMatchObject({ code: 'unauthorized', detail: expect.stringContaining('/api/proof') })
      }
      for (const url of ['/api/chat', '/api/chat/stream']) {
        expect((await test.send('POST', url, { body: { message: 'hello' }, token: given })).statusCode).toBe(401)
      }
    }
    expect((await get('/api/orders', token)).json().detail).toContain('expired')
  })

  it('of the staff is no customer’s', async () => {
    expect((await get('/api/orders', 'open sesame')).statusCode).toBe(401)
    const { token } = await test.prove(maya.number, maya.email)
    expect((await get('/api/staff/orders/ORD-1001', token)).statusCode).toBe(403)
  })
})

describe('what was proved', () => {
  it('in chat is known to REST, by the session id', async () => {
    const session_id = randomUUID()
    const before = await proof({ session_id })
    expect(before.statusCode).toBe(403)
    await test.chat(`hello, order ${maya.number}`, session_id)
    expect((await proof({ session_id })).statusCode).toBe(403)
    await test.chat(`my e-mail is ${maya.email}`, session_id)
    const given = await proof({ session_id })
    expect(given.json()).toMatchObject({ session_id, number: 'ORD-1001' })
    expect((await get('/api/orders', given.json().token)).statusCode).toBe(200)
  })

  it('by REST is known to chat', async () => {
    const session = randomUUID()
    await test.prove(maya.number, maya.email, session)
    expect(await toolsOf('show me my orders', session)).toContain('list_orders ok')
    expect((await get(`/api/conversations/${session}`)).json().proof).toBe('ORD-1001')
  })

  it('is replaced by another customer’s', async () => {
    const session = randomUUID()
    await test.prove(maya.number, maya.email, session)
    await test.chat(`${priya.number}, ${priya.email}`, session)
    const { tool_results } = await test.chat('show me my orders', session)
    const shown = JSON.stringify(tool_results)
    expect(shown).toContain('ORD-1003')
    expect(shown).not.toContain('ORD-1001')
    expect((await proof({ session_id: session })).json().number).toBe('ORD-1003')
  })

  it('counts with a guessable id for that one message', async () => {
    const session = 'session-12345'
    expect(await toolsOf(`show my orders, ${maya.number}, ${maya.email}`, session)).toContain('list_orders ok')
    expect(await toolsOf('show me my orders', session)).toContain('list_orders needs_input')
    expect((await proof({ session_id: session })).statusCode).toBe(422)
    for (const method of ['GET', 'DELETE'] as const) {
      const response = await test.send(method, `/api/conversations/${session}`)
      expect(response.statusCode).toBe(404)
    }
  })

  it('by an e-mail alone is nothing', async () => {
    const session = randomUUID()
    await test.chat(`my e-mail is ${maya.email}`, session)
    expect(await toolsOf('show me my orders', session)).toContain('list_orders needs_input')
    expect((await proof({ session_id: session })).statusCode).toBe(403)
  })

  it('tells nobody which orders there are', async () => {
    const said = await Promise.all(
      ['ORD-9999', 'ORD-1001'].map(async (number) => {
        const { response } = await test.chat(
          `details of order ${number} please, my e-mail is ${priya.email}`,
          randomUUID(),
        )
        return response.replaceAll(number, 'ORD')
      }),
    )
    // What the number alone opens may follow; what is said of the proof is the same.
    expect(said[0]?.split('\n\n')[0]).toBe(said[1]?.split('\n\n')[0])
  })
})

describe('every route of a customer', () => {
  const address = { line1: '5 Elm Street', city: 'Boston', region: 'MA', postal_code: '02115' }
  const routes: [method: 'GET' | 'POST', url: string, body?: object][] = [
    ['GET', '/api/orders/ORD-1003'],
    ['GET', '/api/orders/ORD-1003/return-options'],
    ['POST', '/api/orders/ORD-1003/cancellation'],
    ['POST', '/api/orders/ORD-1003/address', { address }],
    ['GET', '/api/refunds?order_number=ORD-1003'],
    ['GET', '/api/refunds/REF-3001'],
    ['POST', '/api/refunds', { order_number: 'ORD-1003', everything: true }],
    ['GET', '/api/complaints?order_number=ORD-1003'],
    ['GET', '/api/complaints/CMP-2002'],
    ['POST', '/api/complaints', { order_number: 'ORD-1003', reason: 'damaged', text: 'It is broken.' }],
  ]

  it.each(routes)('is closed without proof, and to another customer: %s %s', async (method, url, body) => {
    const given = body === undefined ? {} : { body }
    const unproved = await test.send(method, url, given)
    expect(unproved.statusCode).toBe(401)
    expect(unproved.headers['content-type']).toContain('application/problem+json')
    expect(unproved.json()).toMatchObject({
      status: 401,
      tool_result: { outcome: 'needs_input', needs: 'proof', data: null },
    })
    const { token } = await test.prove('ORD-1019', 'marcus.tillman@example.com')
    const theirs = await test.send(method, url, { ...given, token })
    expect(theirs.statusCode).toBe(403)
    expect(theirs.json()).toMatchObject({ code: 'refused', tool_result: { outcome: 'refused', data: null } })
    const unknown = await test.send(method, url.replace(/\d{4}/, '9999'), {
      token,
      ...(body !== undefined && { body: JSON.parse(JSON.stringify(body).replace('ORD-1003', 'ORD-9999')) }),
    })
    expect(unknown.statusCode).toBe(403)
    expect(unknown.json().detail).toBe(theirs.json().detail)
  })

  it.each(['/api/orders', '/api/refunds', '/api/complaints'])('is closed without proof: GET %s', async (url) => {
    expect((await get(url)).json()).toMatchObject({ status: 401, tool_result: { needs: 'proof' } })
  })
})
