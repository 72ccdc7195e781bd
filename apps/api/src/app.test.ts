import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ValidationFault } from './plugins/validation-faults.ts'
import { type TestApp, startTestApp } from './testing/test-app.ts'

let test: TestApp
const logged: string[] = []
beforeAll(async () => {
  const log = pino({ level: 'info', base: null }, { write: (line: string) => void logged.push(line) })
  test = await startTestApp({ log, environment: { STAFF_TOKEN: 'open sesame', CORS_ORIGINS: 'https://shop.example' } })
})
afterAll(() => test.stop())

const get = (url: string, headers: Record<string, string> = {}) => test.app.inject({ method: 'GET', url, headers })
const post = (payload: unknown, headers: Record<string, string> = {}) =>
  test.app.inject({
    method: 'POST',
    url: '/api/chat',
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })

describe('POST /api/chat', () => {
  it('answers with every field of the contract', async () => {
    const response = await post({ message: 'status of ORD-1002', session_id: 'a:b.c_d-1' })
    expect(response.statusCode).toBe(200)
    const answer = response.json()
    expect(Object.keys(answer).toSorted()).toEqual(
      ['response', 'session_id', 'intent', 'intents', 'sources', 'tool_results', 'suggestions', 'degraded'].toSorted(),
    )
    expect(answer).toMatchObject({ session_id: 'a:b.c_d-1', intent: 'order_status', degraded: [] })
    expect(answer.tool_results[0]).toMatchObject({ tool: 'order_status', outcome: 'ok', data: { kind: 'order' } })
  })

  it('makes a session id that nobody can guess', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await post({ message: 'hello' })).json().session_id as string),
    )
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^s_[\w-]{32}$/)
  })

  it.each([
    [{}, '#/body/message', 'is required'],
    [{ message: '' }, '#/body/message', 'at least 1 character'],
    [{ message: ' \n\t ' }, '#/body/message', 'must not be blank'],
    [{ message: 'a'.repeat(1001) }, '#/body/message', 'at most 1000'],
    [{ message: 7 }, '#/body/message', 'of type string'],
    [{ message: 'hi', session_id: 'ä' }, '#/body/session_id', 'must match'],
    [{ message: 'hi', session_id: '' }, '#/body/session_id', 'must match'],
    [{ message: 'hi', session_id: 'a'.repeat(129) }, '#/body/session_id', 'must match'],
    [{ message: 'hi', sesion_id: 'a' }, '#/body/sesion_id', 'is not a field'],
    ['[]', '#/body', 'of type object'],
  ])('says what is wrong with %j', async (body, pointer, detail) => {
    const response = await post(body)
    expect(response.statusCode).toBe(422)
    expect(response.headers['content-type']).toContain('application/problem+json')
    const problem = response.json()
    expect(problem).toMatchObject({ status: 422, code: 'invalid_input', instance: '/api/chat' })
    expect(problem.errors).toContainEqual({ pointer, detail: expect.stringContaining(detail) })
  })

  it('names every fault at once', async () => {
    const { errors } = (await post({ session_id: '%', other: 1 })).json()
    expect(errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '#/body/message',
      '#/body/other',
      '#/body/session_id',
    ])
  })

  it('takes 1000 characters of any script', async () => {
    expect((await post({ message: '包'.repeat(1000) })).statusCode).toBe(200)
  })

  it.each([
    ['{"message":', 'application/json', 400],
    ['hello', 'text/plain', 415],
    [`{"message":"${'a'.repeat(70_000)}"}`, 'application/json', 413],
  ])('refuses %.20s as %s', async (body, type, status) => {
    const response = await post(body, { 'content-type': type })
    expect(response.statusCode).toBe(status)
    expect(response.json()).toMatchObject({ status, detail: expect.stringMatching(/\S/) })
  })
})

describe('REST', () => {
  it('gives the same shape as chat', async () => {
    const byRest = (await get('/api/orders/ORD-1002/tracking')).json()
    const { tool_results } = (await post({ message: 'status of ORD-1002' })).json()
    expect(tool_results[0]).toEqual(byRest)
  })

  it('reads numbers, booleans and repeated fields of the query', async () => {
    const { data } = (
      await get('/api/products?category=laptops&category=tablets&below_price=1500&in_stock=true&sort=price&limit=2')
    ).json()
    expect(data.items).toHaveLength(2)
    expect(data.items[0].price).toBeLessThanOrEqual(data.items[1].price)
    const compared = (await get('/api/products/compare?ids=1&ids=2')).json()
    expect(compared.data.products.map(({ id }: { id: number }) => id)).toEqual([1, 2])
  })

  it('makes a problem of what is not found, with the result in it', async () => {
    const response = await get('/api/products/999999')
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({
      code: 'not_found',
      tool_result: { tool: 'product_details', outcome: 'not_found', data: null },
    })
  })

  it('names the query fields that are wrong', async () => {
    const response = await get('/api/products?limit=0&colour=red')
    expect(response.statusCode).toBe(422)
    const pointers = response.json().errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers.toSorted()).toEqual(['#/query/colour', '#/query/limit'])
    expect((await get('/api/products/x')).json().errors).toEqual([
      { pointer: '#/path/id', detail: 'must be of type integer' },
    ])
  })

  it('names what is wrong in every part of a request, by its form and by what the shop has', async () => {
    const faultsOf = async (url: string) => {
      const response = await get(url)
      expect(response.statusCode, url).toBe(422)
      expect(response.json(), url).toMatchObject({ code: 'invalid_input', detail: expect.stringMatching(/\S/) })
      return Object.fromEntries(
        response.json().errors.map(({ pointer, detail }: ValidationFault) => [pointer, detail]),
      ) as Record<string, string>
    }
    expect(await faultsOf('/api/products?max_price=abc&sort=zzz&category=nope&category=laptops&brand=nope')).toEqual({
      '#/query/max_price': 'must be of type number',
      '#/query/sort': expect.stringMatching(/“zzz”.*-price/),
      '#/query/category/0': expect.stringMatching(/“nope”.*laptops/),
      '#/query/brand/0': expect.stringMatching(/“nope”.*TechPro/),
    })
    expect(Object.keys(await faultsOf('/api/products/x/accessories?limit=0&category=nope'))).toEqual([
      '#/path/id',
      '#/query/limit',
      '#/query/category/0',
    ])
    expect(Object.keys(await faultsOf('/api/products?spec=nonsense%3E%3D5&spec=weight%3E%3Dabc'))).toEqual([
      '#/query/spec/0',
      '#/query/spec/1',
    ])
    expect(Object.keys(await faultsOf('/api/products/compare?ids=1&ids=2&facts=nonsense&sort=-nonsense'))).toEqual([
      '#/query/facts/0',
      '#/query/sort',
    ])
    expect(Object.keys(await faultsOf('/api/documents/search?q=returns&category=nope'))).toEqual(['#/query/category/0'])
  })

  it.each(['ORD-1002', 'ord%201002', '1002', '%231002'])('reads the order number in /api/orders/%s', async (number) => {
    const { message, data } = (await get(`/api/orders/${number}/tracking`)).json()
    expect(data.number).toBe('ORD-1002')
    expect(message).toContain('ORD-1002')
  })

  it('says that a list is written by repeating the parameter', async () => {
    const { errors } = (await get('/api/products/compare?ids=1,4,3')).json()
    expect(errors).toContainEqual({
      pointer: '#/query/ids',
      detail: 'must have at least 2 values; repeat the parameter for each value',
    })
    expect((await get('/api/products/stock?ids=1,4')).json().errors[0].detail).toContain('repeat the parameter')
  })

  it('takes a request without a body for an empty one', async () => {
    const response = await test.app.inject({ method: 'POST', url: '/api/chat' })
    expect(response.statusCode).toBe(422)
    expect(response.json().errors).toContainEqual({ pointer: '#/body/message', detail: 'is required' })
  })

  it('says where there is nothing', async () => {
    const response = await get('/api/nothing?secret=1')
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ code: 'not_found', instance: '/api/nothing' })
  })

  it('gives the text that the place of a quote refers to', async () => {
    const { data } = (await get('/api/documents/search?q=how%20do%20I%20return%20something')).json()
    for (const passage of data.passages) {
      const document = (await get(`/api/documents/${passage.document_id}`)).json()
      expect(document.data.text.slice(passage.start, passage.end)).toBe(passage.quote)
    }
  })

  it('opens the staff routes to the token only', async () => {
    const url = '/api/staff/orders/ORD-1002'
    expect((await get(url)).statusCode).toBe(403)
    expect((await get(url, { authorization: 'Bearer open' })).statusCode).toBe(401)
    const opened = await get(url, { authorization: 'Bearer open sesame' })
    expect(opened.json().data).toMatchObject({ kind: 'order_record', order: { number: 'ORD-1002' } })
  })
})

describe('what an order number opens', () => {
  it('is never a name, an address, an amount or an e-mail', async () => {
    for (const order of test.services.shop.records.orders) {
      const { response, tool_results } = await test.chat(`where is my order ${order.number}?`)
      const shown = JSON.stringify([response, tool_results]).toLowerCase()
      for (const secret of [
        order.customer.name,
        order.customer.email,
        order.address.line1,
        order.address.postal_code,
      ]) {
        expect(shown, order.number).not.toContain(secret.toLowerCase())
      }
      expect(shown).not.toContain(String(order.total))
      expect(shown).not.toContain(test.services.shop.format.money(order.total))
    }
  })
})

describe('operation', () => {
  it('is healthy and ready', async () => {
    expect((await get('/health')).json()).toEqual({ status: 'ok' })
    const ready = await get('/ready')
    expect(ready.statusCode).toBe(200)
    const { status, parts } = ready.json()
    expect(status).toBe('ready')
    expect(Object.keys(parts).toSorted()).toEqual([
      'catalog',
      'embedder',
      'graph',
      'mailer',
      'retriever',
      'sessions',
      'store',
    ])
  })

  it('counts requests, turns and tool calls', async () => {
    await post({ message: 'status of ORD-1002' })
    const { body, headers } = await get('/metrics')
    expect(headers['content-type']).toContain('text/plain')
    expect(body).toMatch(/http_request_duration_seconds_count\{method="POST",route="\/api\/chat",status="200"\} \d/)
    expect(body).toMatch(/agent_turn_duration_seconds_count\{intent="order_status"\} \d/)
    expect(body).toMatch(/agent_tool_call_duration_seconds_count\{tool="order_status",outcome="ok"\} \d/)
  })

  it('gives the request id back, and to the log', async () => {
    logged.length = 0
    const response = await post({ message: 'status of ORD-1002' }, { 'x-request-id': 'trace-1' })
    expect(response.headers['x-request-id']).toBe('trace-1')
    const lines = logged.map((line) => JSON.parse(line))
    expect(lines).toContainEqual(
      expect.objectContaining({ request_id: 'trace-1', tool: 'order_status', outcome: 'ok' }),
    )
    expect(lines).toContainEqual(expect.objectContaining({ request_id: 'trace-1', route: '/api/chat', status: 200 }))
    expect((await post({ message: 'hi' }, { 'x-request-id': 'a\nb' })).headers['x-request-id']).not.toBe('a\nb')
  })

  it('logs nothing that a customer said or is called, and no session id', async () => {
    logged.length = 0
    await post({ message: 'I am Zelda, zelda@example.com, where is ORD-1002', session_id: 'my-session-77' })
    await get('/api/products?q=zelda')
    expect(logged.length).toBeGreaterThan(0)
    expect(logged.join('')).not.toMatch(/zelda|my-session-77|ORD-1002/i)
  })
})

describe('security', () => {
  it('lets the named origins in, and no others', async () => {
    const from = (origin: string) => get('/api/shop', { origin })
    expect((await from('https://shop.example')).headers['access-control-allow-origin']).toBe('https://shop.example')
    expect((await from('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined()
  })

  it('lets nobody in from elsewhere where no origin is named, and says nothing of it', async () => {
    const closed = await startTestApp()
    try {
      const headers = { origin: 'https://shop.example', 'access-control-request-method': 'POST' }
      for (const method of ['GET', 'OPTIONS'] as const) {
        const answer = await closed.app.inject({ method, url: '/api/shop', headers })
        expect(
          Object.keys(answer.headers).filter((name) => /^(access-control-|vary)/.test(name)),
          method,
        ).toEqual([])
      }
    } finally {
      await closed.stop()
    }
  })

  it.each([
    '/api/shop',
    '/api/products/999999',
    '/api/products?limit=0',
    '/nothing',
    '/health',
    '/docs/',
    '/openapi.json',
  ])('answers %s with the headers that browsers keep to', async (url) => {
    const { headers } = await get(url)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['cache-control'] === 'no-store').toBe(url.startsWith('/api/'))
  })

  it('answers with a policy under which nothing runs, and the documentation with its own', async () => {
    const policy = async (url: string) => (await get(url)).headers['content-security-policy']
    expect(await policy('/api/shop')).toContain("default-src 'none'")
    expect(await policy('/docs/')).toContain("script-src 'self'")
    expect(await policy('/redoc')).toContain("script-src 'self'")
    for (const url of ['/docs/', '/redoc', '/redoc/redoc.standalone.js', '/openapi.json']) {
      expect((await get(url)).statusCode, url).toBe(200)
    }
  })

  it('limits requests by address, with the standard headers', async () => {
    const limited = await startTestApp({ environment: { RATE_LIMIT: '2' } })
    try {
      const ask = () => limited.app.inject({ method: 'GET', url: '/api/shop' })
      expect((await ask()).headers['ratelimit-remaining']).toBe('1')
      await ask()
      const refused = await ask()
      expect(refused.statusCode).toBe(429)
      expect(refused.headers['retry-after']).toMatch(/^\d+$/)
      expect(refused.json()).toMatchObject({ status: 429, code: 'rate_limited' })
      expect((await limited.app.inject({ method: 'GET', url: '/health' })).statusCode).toBe(200)
    } finally {
      await limited.stop()
    }
  })

  it('keeps the staff routes closed without a token of our own', async () => {
    const closed = await startTestApp()
    try {
      const headers = { authorization: 'Bearer ' }
      const response = await closed.app.inject({ method: 'GET', url: '/api/staff/orders/ORD-1002', headers })
      expect(response.statusCode).toBe(403)
    } finally {
      await closed.stop()
    }
  })
})
