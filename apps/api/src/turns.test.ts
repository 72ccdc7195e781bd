import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

const email = 'daniel.okafor@example.com'
const [processing, delivered] = ['ORD-1038', 'ORD-1012']

const stateOf = async (number: string) => (await test.services.store.order(number, test.context))?.state
const refundsOf = async (number: string) => (await test.services.store.orderRecord(number, test.context))?.refunds ?? []

/** Says one after the other in one conversation; the answers. */
async function talk(messages: readonly string[], session?: string) {
  const answers = []
  let id = session
  for (const message of messages) {
    const answer = await test.chat(message, id)
    id = answer.session_id
    answers.push(answer)
  }
  return answers
}

describe('one change at a time', () => {
  const both = [`cancel ${processing} and give me my money back for the camera of ${delivered}, ${email}`]

  it.each(['yes', 'no'])('the second waits and says so, and is proposed after a “%s” to the first', async (settled) => {
    const [first, second] = await talk([...both, settled])
    expect(first?.proposal).toMatchObject({ tool: 'cancel_order', order_number: processing })
    expect(first?.response).toContain(delivered)
    expect(second?.proposal).toMatchObject({ tool: 'start_refund', order_number: delivered })
    expect(await refundsOf(delivered)).toEqual([])
  })

  it('what waits outlives a question in between, and “never mind” drops both', async () => {
    const answers = await talk([...both, 'do you sell tablets?', 'never mind', 'yes'])
    expect(answers[1]?.proposal).toMatchObject({ tool: 'cancel_order' })
    expect(answers[2]?.proposal).toBeUndefined()
    expect(answers[3]?.proposal).toBeUndefined()
    expect(await stateOf(processing)).toBe('processing')
  })
})

describe('a question', () => {
  it('is not lost to a proposal made in between', async () => {
    const answers = await talk([
      `I want to return something of ${delivered}, ${email}`,
      `cancel ${processing}`,
      'yes',
      'the camera',
    ])
    expect(answers[1]?.proposal).toMatchObject({ tool: 'cancel_order' })
    expect(answers[1]?.response).not.toContain('Which of it')
    expect(await stateOf(processing)).toBe('cancelled')
    expect(answers[2]?.response).toContain('Which of it')
    expect(answers[3]?.proposal).toMatchObject({ tool: 'start_refund', order_number: delivered })
  })
})

describe('a yes', () => {
  it.each(['ok cancel', 'yes, the camera only', 'yes, change my address', 'sure, file a complaint'])(
    'to a refund is not “%s”',
    async (message) => {
      const answers = await talk([`I want my money back for everything of ${delivered}, ${email}`, message])
      expect(answers[0]?.proposal).toMatchObject({ tool: 'start_refund' })
      expect(await refundsOf(delivered)).toEqual([])
    },
  )

  it('with an id that can be guessed means only what was said last', async () => {
    const answers = await talk(
      [`cancel ${processing}, ${email}`, 'do you sell tablets?', `yes. ${processing}, ${email}`],
      'session-12345',
    )
    expect(answers[0]?.proposal).toBeDefined()
    expect(await stateOf(processing)).toBe('processing')
  })
})

describe('what is meant', () => {
  it('with two orders is done each with its own', async () => {
    const [first, second] = await talk([
      'I want to change where ORD-1040 goes and cancel ORD-1003, tomas.herrera@example.com',
      '77 Harbour Way, Miami, FL 33130',
    ])
    expect(first?.proposal).toBeUndefined()
    expect(second?.proposal).toMatchObject({ tool: 'change_address', order_number: 'ORD-1040' })
    expect(await stateOf('ORD-1040')).toBe('processing')
  })

  it.each([
    ['send back one of the two speakers from ORD-1013, tomas.herrera@example.com', 79.99],
    ['return 1 of my 2 speakers of ORD-1013, my mail is tomas.herrera@example.com', 79.99],
  ])('by “%s” is one of them', async (message, amount) => {
    const [answer] = await talk([message])
    expect(answer?.proposal).toMatchObject({ tool: 'start_refund', amount })
  })

  it('by a yes to what can go back is a proposal, and no more', async () => {
    const [options, answer] = await talk([
      'can I still return the watch from ORD-1009? maya.lindqvist@example.com',
      'yes please',
    ])
    expect(options?.tool_results.map(({ tool }) => tool)).toContain('return_options')
    expect(answer?.proposal).toMatchObject({ tool: 'start_refund', order_number: 'ORD-1009' })
    expect(await refundsOf('ORD-1009')).toEqual([])
  })
})
