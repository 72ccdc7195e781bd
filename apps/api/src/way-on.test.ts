import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, startTestApp } from './testing/test-app.ts'

describe.each([
  ['data/shop', 'laptop'],
  ['data/example-shop', 'grinder'],
])('the shop in %s', (SHOP_DIR, thing) => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp({ environment: { SHOP_DIR } })
  })
  afterAll(() => test.stop())

  const contact = () => test.services.shop.settings.contact.email

  it.each([
    'I want to complain about your terrible service',
    'your driver was rude to me',
    `my ${thing} is broken`,
    'half of my parcel was missing',
  ])('regrets %j before it asks who it is, and names a person to turn to', async (message) => {
    const { response, suggestions, intent } = await test.chat(message)
    expect(intent).toBe('complaint')
    expect(response).toMatch(/^[^.]*sorry[^.]*\./)
    expect(response).toMatch(/order number and the e-mail address/)
    expect(response).toContain(contact())
    expect(suggestions).toContain('I want to talk to a person')
  })

  it('regrets once', async () => {
    const first = await test.chat(`my ${thing} is broken`)
    const second = await test.chat('how long does delivery take?', first.session_id)
    expect(second.response).toContain('order number and the e-mail address')
    expect(second.response).not.toContain('sorry')
  })

  it.each(['how long till I get my refund', 'I sent it back, when do I get my money?'])(
    'tells the days of %j first, then offers to look it up',
    async (message) => {
      const { response, sources } = await test.chat(message)
      expect(response).toMatch(/^[^\n]*\b\d+ days\b.*\n\n.*order number/s)
      expect(sources).toHaveLength(1)
    },
  )

  it('answers how long a repair takes beside what is broken', async () => {
    const { response } = await test.chat(`my ${thing} is broken, how long does a repair take?`)
    expect(response).toMatch(/sorry.*repair takes.*\b\d+ days\b.*order number/s)
  })

  it('says how it is reached once', async () => {
    for (const message of ['what are your opening hours?', 'how can I contact you?']) {
      const { response } = await test.chat(message)
      const { email, hours = '' } = test.services.shop.settings.contact
      for (const said of [email, hours]) expect(response.split(said).length, `${message} ${response}`).toBe(2)
    }
  })

  it('suggests what a customer would say, and nothing that they said', async () => {
    const headings = new Set(
      test.services.shop.documents.flatMap(({ text }) => [...text.matchAll(/^##? (.+)$/gm)].map(([, title]) => title)),
    )
    for (const message of [
      'how do I return something?',
      'how long does delivery take?',
      'what does the warranty cover?',
    ]) {
      const { suggestions } = await test.chat(message)
      expect(suggestions.length, message).toBeGreaterThan(0)
      for (const suggestion of suggestions) {
        expect(headings.has(suggestion) && !/\?$|^(?:I|My) /.test(suggestion), suggestion).toBe(false)
        expect(suggestion.toLowerCase()).not.toBe(message)
      }
    }
  })

  it('suggests what helps where an order is unknown', async () => {
    const number = test.services.shop.numbers.order.example
    const { response, suggestions, session_id } = await test.chat(`where is order ${number}?`)
    expect(response).toContain(number)
    expect(suggestions).toEqual(['Where do I find my order number?', 'Show me my orders', 'I want to talk to a person'])
    // Nobody's order is no part of a proof.
    expect((await test.chat('Show me my orders', session_id)).response).not.toContain(number)
  })

  it('names the passages that it quotes, and no others', async () => {
    for (const message of [
      'how do I return something?',
      'how long does delivery take?',
      'what does the warranty cover?',
    ]) {
      const { response, sources } = await test.chat(message)
      expect(sources.length, message).toBeGreaterThan(0)
      for (const { section } of sources) expect(response, message).toContain(section)
    }
  })
})
