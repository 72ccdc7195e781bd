import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, startTestApp } from '../testing/test-app.ts'
import {
  cardExamples,
  chatAnswerExample,
  conversationExample,
  problemExample,
  proofTokenExample,
  streamExample,
  toolResultExample,
} from './examples.ts'

interface Operation {
  operationId?: string
  tags?: string[]
  summary?: string
  security?: Record<string, []>[]
  parameters?: {
    name: string
    in: string
    required?: boolean
    description?: string
    example?: unknown
    schema: { examples?: unknown[] }
  }[]
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown; example?: unknown }> }>
}

let test: TestApp
let operations: [path: string, operation: Operation][]
let document: { openapi: string; components: { schemas: Record<string, { examples?: unknown[] }> } }
beforeAll(async () => {
  test = await startTestApp()
  document = (await test.app.inject({ method: 'GET', url: '/openapi.json' })).json()
  operations = Object.entries(
    (document as unknown as { paths: Record<string, Record<string, Operation>> }).paths,
  ).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [`${method} ${path}`, operation]),
  )
})
afterAll(() => test.stop())

/** What of a value does not fit a component of the description. */
function faults(component: string, value: unknown) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(document, 'api')
  const check = ajv.getSchema(`api#/components/schemas/${component}`)
  return check?.(value) === true ? [] : check?.errors?.slice(0, 3)
}

it('is OpenAPI 3.1 with named components', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.components.schemas).filter((name) => name.startsWith('def-'))).toEqual([])
})

it('gives every operation an id of its own, a tag, a summary and its errors', () => {
  const ids = operations.map(([, { operationId }]) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [name, { operationId, tags, summary, responses }] of operations) {
    expect(operationId, name).toMatch(/^[a-z][A-Za-z]+$/)
    expect(tags, name).toHaveLength(1)
    expect(summary, name).toMatch(/\S/)
    const answer = Object.values(responses['200']?.content ?? {})[0]
    const schema = answer?.schema as { examples?: unknown; $ref?: string } | undefined
    const named = document.components.schemas[schema?.$ref?.split('/').at(-1) ?? '']
    if (responses['204'] === undefined)
      expect(answer?.example ?? schema?.examples ?? named?.examples, name).toBeDefined()
    if (tags?.[0] !== 'Operation') {
      for (const status of ['422', '429', '500']) {
        expect(responses[status]?.content?.['application/problem+json']?.schema, `${name} ${status}`).toEqual({
          $ref: '#/components/schemas/Problem',
        })
      }
    }
  }
})

it('gives examples that fit their schemas', () => {
  for (const [kind, example] of Object.entries(cardExamples)) expect(faults('Card', example), kind).toEqual([])
  expect(faults('ChatAnswer', chatAnswerExample)).toEqual([])
  expect(faults('Problem', problemExample(422, 'invalid_input', 'Not valid.'))).toEqual([])
  expect(faults('ProofToken', proofTokenExample)).toEqual([])
  expect(faults('ConversationView', conversationExample)).toEqual([])
  expect(faults('ToolResult', toolResultExample)).toEqual([])
  for (const [, data = ''] of streamExample.matchAll(/^event: card\ndata: (.*)$/gm)) {
    expect(faults('ToolResult', JSON.parse(data))).toEqual([])
  }
  for (const [, data = ''] of streamExample.matchAll(/^event: done\ndata: (.*)$/gm)) {
    expect(faults('ChatAnswer', JSON.parse(data))).toEqual([])
  }
})

/** A GET by some of its operation's examples. */
function requestBy(path: string, examples: NonNullable<Operation['parameters']>): string {
  const of = (part: string) => examples.filter((each) => each.in === part)
  const filled = of('path').reduce((url, { name, example }) => url.replace(`{${name}}`, String(example)), path)
  const query = of('query').flatMap(({ name, example }) =>
    [example].flat().map((value) => `${name}=${encodeURIComponent(String(value))}`),
  )
  return `${filled}?${query.join('&')}`
}

const byExamples = () =>
  operations.flatMap(([name, { parameters = [], security = [] }]) => {
    const [method, path = ''] = name.split(' ')
    // A conversation is known to nobody but who has it.
    if (method !== 'get' || security.length > 0 || path.startsWith('/api/conversations')) return []
    const required = parameters.filter((each) => each.required === true)
    const optional = parameters.filter((each) => each.required !== true)
    return [required, ...optional.map((each) => [...required, each])].map((some) => requestBy(path, some))
  })

it('has an example of every parameter that the shop takes', async () => {
  for (const [name, { parameters = [] }] of operations) {
    for (const parameter of parameters) expect(parameter.example, `${name} ${parameter.name}`).toBeDefined()
  }
  const urls = byExamples()
  expect(urls.length).toBeGreaterThan(50)
  for (const url of urls) expect((await test.send('GET', url)).statusCode, url).toBe(200)
})

it('has examples of another shop from that shop', async () => {
  const other = await startTestApp({ environment: { SHOP_DIR: 'data/example-shop' } })
  try {
    const description = (await other.send('GET', '/openapi.json')).json()
    const { parameters } = description.paths['/api/products'].get
    const spec = parameters.find(({ name }: { name: string }) => name === 'spec').example
    const url = requestBy('/api/products', [{ name: 'spec', in: 'query', example: spec, schema: {} }])
    const { statusCode, body } = await other.send('GET', url)
    expect(statusCode, body).toBe(200)
    expect(JSON.parse(body).data.total).toBeGreaterThan(0)
  } finally {
    await other.stop()
  }
})

it('names the token that each route of a customer takes, and what a proof can fail by', () => {
  type Secured = Operation & { security?: Record<string, []>[] }
  const secured = operations.flatMap(([name, operation]) => {
    const { security = [] } = operation as Secured
    return security.some((each) => 'proof' in each) ? [[name, operation] as const] : []
  })
  expect(secured.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'post /api/chat',
      'post /api/chat/stream',
      'get /api/orders',
      'get /api/orders/{order_number}',
      'post /api/orders/{order_number}/cancellation',
      'post /api/orders/{order_number}/address',
      'post /api/refunds',
      'post /api/complaints',
      'post /api/proposals/{id}/confirm',
      'post /api/proposals/{id}/drop',
    ]),
  )
  for (const [name, { responses }] of secured) {
    for (const status of ['401', '403']) expect(Object.keys(responses), name).toContain(status)
  }
})

it('names no shop', () => {
  expect(JSON.stringify(document)).not.toContain(test.services.shop.settings.name)
})

it('describes the answers that are given', async () => {
  const messages = [
    'status of ORD-1002',
    'laptops under $1500',
    'compare product 1 and product 2',
    'what fits product 1',
    'how do I return something',
    'is product 3 in stock',
    'hello',
    'asdf qwer',
  ]
  for (const message of messages) {
    const answer = await test.chat(message)
    expect(faults('ChatAnswer', answer), message).toEqual([])
  }
  const urls = [
    '/api/products',
    '/api/products/1',
    '/api/products/1/similar',
    '/api/products/1/upgrades',
    '/api/products/1/bought-together',
    '/api/products/1/compatibility?other_id=2',
    '/api/graph?around=1&depth=2',
    '/api/graph/path?from=1&to=2',
    '/api/categories',
    '/api/documents/search?q=returns',
    '/api/products/stock?ids=1',
    '/api/orders',
    '/api/orders/ORD-1010',
    '/api/orders/ORD-1010/return-options',
    '/api/refunds/REF-3008',
    '/api/complaints',
    '/api/complaints/CMP-2002',
  ]
  const { token } = await test.prove('ORD-1010', 'sofia.marchetti@example.com')
  for (const url of urls) {
    const response = await test.send('GET', url, { token })
    if (response.statusCode === 404 && url.includes('path')) continue
    if (response.statusCode === 403 && url.includes('REF-')) {
      expect(faults('Problem', response.json()), url).toEqual([])
      continue
    }
    expect(response.statusCode, `${url} ${response.body.slice(0, 200)}`).toBe(200)
    expect(faults('ToolResult', response.json()), url).toEqual([])
  }
})

it('describes proofs, proposals and conversations as they are given', async () => {
  const proof = await test.prove('ORD-1003', 'priya.raman@example.org')
  expect(faults('ProofToken', proof)).toEqual([])
  const { token, session_id } = proof
  const proposed = (await test.send('POST', '/api/orders/ORD-1003/cancellation', { token })).json()
  expect(faults('ToolResult', proposed)).toEqual([])
  expect(faults('ChatAnswer', await test.chat('what laptops do you have?', session_id))).toEqual([])
  const open = (await test.send('GET', `/api/conversations/${session_id}`)).json()
  expect(open.proposal).not.toBeNull()
  expect(faults('ConversationView', open)).toEqual([])
  const body = { order_number: 'ORD-1007', reason: 'damaged', text: 'Cracked.' }
  const waiting = await test.send('POST', '/api/complaints', { token, body })
  expect(faults('Problem', waiting.json())).toEqual([])
  const confirmed = await test.send('POST', `/api/proposals/${proposed.data.proposal.id}/confirm`, { token })
  expect(faults('ToolResult', confirmed.json())).toEqual([])
  expect(faults('ConversationView', (await test.send('GET', `/api/conversations/${session_id}`)).json())).toEqual([])
})
