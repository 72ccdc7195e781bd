import type { ToolResult } from '@marketplace-agent/domain'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import type { Knowledge } from './knowledge.ts'
import { type TestApp, openTestKnowledge, startTestApp } from './testing/test-app.ts'

let knowledge: Knowledge
let test: TestApp
beforeAll(async () => {
  knowledge = await openTestKnowledge()
})
afterAll(() => knowledge.close())
beforeEach(async () => {
  test = await startTestApp({ knowledge })
})
afterEach(() => test.stop())

const priya = { number: 'ORD-1003', email: 'priya.raman@example.org' }
const daniel = { number: 'ORD-1038', email: 'daniel.okafor@example.com' }
const grace = { number: 'ORD-1014', email: 'grace.adeyemi@example.org' }
const state = async (number: string) => (await test.services.store.order(number, test.context))?.state

const waiting = (session: string) =>
  test.services.gate.openProposal(session, { kind: 'customer', ...priya }, test.context)

async function proved({ number, email }: typeof priya) {
  const { token, session_id: session } = await test.prove(number, email)
  return { session, token }
}
const propose = async (number: string, token: string) =>
  (await test.send('POST', `/api/orders/${number}/cancellation`, { token, body: {} })).json<ToolResult>()
const idOf = ({ data }: ToolResult) => (data?.kind === 'proposal' ? data.proposal.id : '')

describe('a yes', () => {
  it('commits only what was asked last: what a form proposed is said first', async () => {
    const { session, token } = await proved(priya)
    await propose(priya.number, token)
    const first = await test.chat('yes', session)
    expect(first.response).toContain(priya.number)
    expect(first.proposal).toBeDefined()
    expect(await state(priya.number)).toBe('processing')
    await test.chat('yes', session)
    expect(await state(priya.number)).toBe('cancelled')
  })

  it('to what a form has put in the place of what was asked is none', async () => {
    const { session, token } = await proved(daniel)
    const asked = await test.chat(`cancel ${daniel.number}`, session)
    await test.send('POST', `/api/proposals/${asked.proposal?.id}/drop`, { token })
    const moved = await test.send('POST', `/api/orders/${daniel.number}/address`, {
      token,
      body: { address: { line1: '5 Elm Street', city: 'Boston', region: 'MA', postal_code: '02115' } },
    })
    expect(moved.statusCode).toBe(200)
    const { response } = await test.chat('yes', session)
    expect(response).toContain('5 Elm Street')
    expect(await state(daniel.number)).toBe('processing')
    expect((await test.services.store.order(daniel.number, test.context))?.address.line1).not.toBe('5 Elm Street')
  })
})

describe('a no', () => {
  it('by its button drops that proposal and no other', async () => {
    const { session, token } = await proved(priya)
    const open = idOf(await propose(priya.number, token))
    const drop = (id: string) => test.send('POST', `/api/proposals/${id}/drop`, { token })
    expect((await drop('another')).statusCode).toBe(404)
    expect(await waiting(session)).toMatchObject({ id: open })
    expect((await drop(open)).statusCode).toBe(200)
    expect(await waiting(session)).toBeNull()
  })

  it.each([
    "No. Forget it, I'm keeping everything.",
    "we'll keep them both after all",
    'actually my brother wants it, so I keep it',
  ])('to a refund: %s', async (message) => {
    const { session } = await proved(grace)
    const asked = await test.chat(`I want my money back for everything of ${grace.number}`, session)
    expect(asked.proposal).toBeDefined()
    const { response, proposal } = await test.chat(message, session)
    expect(proposal).toBeUndefined()
    expect(response).not.toContain('Shall I')
    expect(await test.services.gate.openProposal(session, { kind: 'customer', ...grace }, test.context)).toBeNull()
  })

  it.each(['ok but I want to keep the cable', 'can I keep it?'])('is not read into: %s', async (message) => {
    const { session } = await proved(grace)
    await test.chat(`I want my money back for everything of ${grace.number}`, session)
    expect((await test.chat(message, session)).proposal).toBeDefined()
  })
})

describe('with an id that can be guessed', () => {
  const guessed = 'session-12345'
  const request = `cancel ${priya.number}, my email is ${priya.email}`

  it('nobody but who proves it in that message hears of a proposal, drops it or commits it', async () => {
    const { proposal } = await test.chat(request, guessed)
    expect(proposal).toBeDefined()
    for (const message of ['hello', 'what waits for my answer?', 'no', 'yes']) {
      const answer = await test.chat(message, guessed)
      expect(JSON.stringify(answer)).not.toContain('1,028.99')
      expect(answer.proposal).toBeUndefined()
    }
    expect(await state(priya.number)).toBe('processing')
    expect(await waiting(guessed)).toMatchObject({ id: proposal?.id })
  })

  it('an e-mail given before proves nothing with a number given now', async () => {
    await test.chat(`my email is ${priya.email}`, guessed)
    const { tool_results, response } = await test.chat(`show me the details of ${priya.number}`, guessed)
    expect(tool_results.filter(({ tool, outcome }) => tool === 'order_details' && outcome === 'ok')).toEqual([])
    expect(response).not.toContain('1,028.99')
  })

  it('a message told apart by its id alone is not answered with what another asked', async () => {
    const send = (message: string) =>
      test.send('POST', '/api/chat', { body: { message, session_id: guessed, message_id: 'm-1' } })
    const first = await send(`show me the details of ${priya.number}, my email is ${priya.email}`)
    expect(first.body).toContain('Millstone')
    expect((await send('hello')).body).not.toContain('Millstone')
    expect((await send(`show me the details of ${priya.number}, my email is ${priya.email}`)).statusCode).toBe(200)
  })
})
