import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Services } from './services.ts'
import { type TestApp, startTestApp } from './testing/test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
})
afterAll(() => test.stop())

const toolsOf = async (message: string, session?: string) =>
  (await test.chat(message, session)).tool_results.map(({ tool, outcome }) => `${tool} ${outcome}`)

describe('a question', () => {
  it.each([
    ['status of ORD-1002', 'order_status', 'order_status ok', 'in transit'],
    ['where is ord 1002', 'order_status', 'order_status ok', 'February 10, 2026'],
    ['X1 laptop battery life', 'product_info', 'product_details ok', '12 hours'],
    ['laptops under $1500', 'product_info', 'search_products ok', 'We have 3 laptops under $1,500'],
    ['compare the X1 and the Gaming Laptop', 'comparison', 'compare_products ok', '| Memory | 16GB | 32GB |'],
    ['what fits the X1', 'product_info', 'find_accessories ok', 'USB-C'],
    ['does the usb-c hub work with the x1', 'product_info', 'check_compatibility ok', 'Yes,'],
    ['is the UltraBook 13 in stock', 'product_info', 'check_stock ok', 'The UltraBook 13 is in stock'],
    ['how do I return something', 'refund', 'search_documents ok', 'Source: Returns and refunds'],
    ['tell me about returns', 'general', 'search_documents ok', 'Source: Returns and refunds'],
    ["my package hasn't arrived", 'delivery', 'order_status needs_input', 'order number'],
    ['ORD-1002 and ORD-1007 please', 'order_status', 'order_status ok', 'ORD-1007'],
    ['where is ORD-9999', 'order_status', 'order_status not_found', "can't find an order ORD-9999"],
  ])('%s', async (message, intent, result, words) => {
    const answer = await test.chat(message)
    expect(answer.intent).toBe(intent)
    expect(answer.tool_results.map(({ tool, outcome }) => `${tool} ${outcome}`)).toContain(result)
    expect(answer.response).toContain(words)
  })

  it('may be two', async () => {
    const { response, tool_results } = await test.chat('where is ORD-1003 and do you have tablets under 500?')
    expect(tool_results.map(({ tool }) => tool).toSorted()).toEqual(['order_status', 'search_products'])
    expect(response).toContain('ORD-1003')
    expect(response).toContain('tablets under $500')
  })

  it.each(['what is the capital of France', 'write me a poem about the sea', 'asdf qwer zxcv'])(
    'off topic runs no tool: %s',
    async (message) => {
      const answer = await test.chat(message)
      expect(answer).toMatchObject({ intent: 'general', tool_results: [], sources: [] })
      expect(answer.response).not.toBe('')
      expect(answer.suggestions).not.toEqual([])
    },
  )

  it('names its edges where the product graph answers', async () => {
    const { tool_results } = await test.chat('does the usb-c hub fit the x1')
    expect(tool_results[0]?.edges?.[0]).toMatchObject({ kind: 'COMPATIBLE_WITH', rests_on: expect.any(Array) })
  })
})

describe('a conversation', () => {
  it('takes the answer to its question, and keeps the intent of what was asked', async () => {
    await test.chat("my parcel still isn't here", 'open-question')
    const answer = await test.chat('it is ORD-1002', 'open-question')
    expect(answer.intent).toBe('delivery')
    expect(answer.tool_results[0]).toMatchObject({ tool: 'order_status', outcome: 'ok' })
  })

  it('knows which product is talked about', async () => {
    await test.chat('tell me about the X1', 'focus')
    const { response } = await test.chat("what's the battery life?", 'focus')
    expect(response).toContain('12 hours')
    expect(await toolsOf('compare it to the Gaming Laptop', 'focus')).toContain('compare_products ok')
  })

  it('keeps another conversation apart', async () => {
    await test.chat('tell me about the X1', 'one')
    expect(await toolsOf("what's the battery life?", 'two')).not.toContain('product_details ok')
  })

  it('takes two messages at once one after the other', async () => {
    const messages = Array.from({ length: 20 }, (_, index) => `is product ${index + 1} in stock`)
    const answers = await Promise.all(messages.map((message) => test.chat(message, 'burst')))
    answers.forEach(({ tool_results }, index) => {
      const data = tool_results[0]?.data
      expect(data?.kind === 'stock' ? data.items[0]?.id : null).toBe(index + 1)
    })
  })

  it('keeps the last ten exchanges with their times', async () => {
    for (let turn = 0; turn < 12; turn++) await test.chat(`hello ${turn}`, 'long')
    const context = {
      signal: new AbortController().signal,
      deadline: Infinity,
      degrade: () => {},
      log: test.services.log,
    }
    const conversation = await test.services.sessions.read('long', context)
    expect(conversation?.turns).toBe(12)
    expect(conversation?.exchanges.map(({ message }) => message)).toEqual(
      Array.from({ length: 10 }, (_, index) => `hello ${index + 2}`),
    )
    expect(conversation?.exchanges[0]?.at).toMatch(/^2026-02-05T12:0/)
  })
})

describe('swapping the names of products', () => {
  const dialogue = [
    'tell me about the {a}',
    'how much is it',
    'compare the {a} and the {b}',
    'what fits the {a}',
    'is the {b} in stock?',
  ]

  it('leads to the same tool calls', async () => {
    const calls: string[] = []
    const spied = await startTestApp({
      change(services) {
        const { call } = services.gate
        const gate = {
          ...services.gate,
          call: (...given: Parameters<typeof call>) => (calls.push(given[0]), call(...given)),
        }
        return { ...services, gate, agent: { ...services.agent, gate } }
      },
    })
    const run = async (a: string, b: string, session: string) => {
      calls.length = 0
      for (const line of dialogue) await spied.chat(line.replaceAll('{a}', a).replaceAll('{b}', b), session)
      return [...calls]
    }
    try {
      const products = spied.services.shop.catalog.all()
      const expected = await run('TechPro X1 Laptop', 'UltraBook 13', 'swap')
      expect(expected).toContain('compare_products')
      for (const [index, product] of products.entries()) {
        const other = products[(index + 7) % products.length]
        if (other !== undefined)
          expect(await run(product.name, other.name, `swap-${index}`), product.name).toEqual(expected)
      }
    } finally {
      await spied.stop()
    }
  })
})

describe('a part that cannot be used', () => {
  const broken = (services: Services): Services => {
    const fail = () => Promise.reject(new Error('down'))
    const never = () => new Promise<never>(() => {})
    Object.assign(services.store, { order: fail })
    Object.assign(services.graph, { accessories: never, hosts: never })
    return services
  }

  it('costs its part of the answer, in words, and not the turn', async () => {
    const down = await startTestApp({ change: broken, environment: { TOOL_DEADLINE_MS: '20' } })
    try {
      const answer = await down.chat('where is ORD-1002 and is the UltraBook 13 in stock?')
      expect(answer.tool_results).toContainEqual(expect.objectContaining({ tool: 'order_status', outcome: 'failed' }))
      expect(answer.tool_results).toContainEqual(expect.objectContaining({ tool: 'check_stock', outcome: 'ok' }))
      expect(answer.response).toMatch(/could not look this up/)
      expect(answer.response).toContain('UltraBook 13 is in stock')
      expect(answer.degraded).toEqual(['order_status'])
      const late = await down.chat('what fits the X1')
      expect(late.tool_results[0]).toMatchObject({ tool: 'find_accessories', outcome: 'failed' })
      expect(late.response).toMatch(/too long/)
      const response = await down.app.inject({ method: 'GET', url: '/api/orders/ORD-1002/tracking' })
      expect(response.statusCode).toBe(503)
      expect(response.body).not.toContain('down')
    } finally {
      await down.stop()
    }
  })
})

it('claims no figure that its results do not show', async () => {
  const { body } = await test.app.inject({ method: 'GET', url: '/metrics' })
  expect(body).toMatch(/^agent_ungrounded_figures_total 0$/m)
})
