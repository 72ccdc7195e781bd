import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Knowledge } from '../../knowledge.ts'
import { openTestKnowledge } from '../../testing/test-app.ts'
import type { Request } from '../request.ts'
import { advance } from './advance.ts'
import { type Conversation, type OpenProposal, type OpenQuestion, newConversation } from './conversation.ts'
import type { Move } from './move.ts'
import { readParts } from './understand-parts.ts'

let knowledge: Knowledge
beforeAll(async () => {
  knowledge = await openTestKnowledge()
})
afterAll(() => knowledge.close())

const number = 'ORD-1003'
const customer = { kind: 'customer', number, email: 'ada@example.com' } as const

/** What a message asks for, as the first message of a conversation. */
function requested(message: string, task: string): Request {
  const { requests } = hear(message)
  const found = requests.find((request) => request.task === task)
  if (found === undefined) throw new Error(`“${message}” asks for ${requests.map((request) => request.task).join()}`)
  return found
}

function hear(message: string, conversation: Partial<Conversation> = {}, proved = false): Move {
  const understanding = readParts(knowledge.understander, message)
  const gaveEmail = understanding.clauses.some(({ entities }) => entities.emails.length > 0)
  const present = { ...newConversation, ...conversation }
  return advance(present, understanding, { proved, gaveEmail }, knowledge.shop.catalog, message)
}

const tasksOf = ({ requests }: Move) => requests.map(({ task }) => task)

const refund = (): OpenProposal => ({
  id: 'p',
  summary: `I would ask for the money back for TechPro Watch 3 and Wireless Earbuds Pro of order ${number}: $418.99.`,
  request: requested(`refund everything of order ${number}`, 'start_refund'),
  asked: true,
})
const cancellation = (): OpenProposal => ({
  id: 'p',
  summary: `I would cancel order ${number} (TechPro Watch 3 and 2 × Pelwick USB-C Cable). You get $308.98 back.`,
  request: requested(`cancel order ${number}`, 'cancel_order'),
  asked: true,
})
const question = (field: string, request: Request): OpenQuestion => ({ tool: 'a tool', field, text: 'Which?', request })
const whichItems = () => question('items', requested(`I want a refund for order ${number}`, 'start_refund'))

describe('while a proposal waits', () => {
  it.each(['yes', 'yes please', 'ok do it', 'sure, go ahead', 'yes, send them back'])(
    '%s confirms a refund',
    (message) => {
      expect(hear(message, { proof: customer, proposal: refund() })).toMatchObject({
        proposal: 'confirm',
        requests: [],
      })
    },
  )

  it('what it was not the last thing to ask, a yes does not mean', () => {
    expect(hear('yes', { proof: customer, proposal: { ...refund(), asked: false } }).proposal).toBe('restate')
    expect(hear('yes, cancel it', { proof: customer, proposal: { ...cancellation(), asked: false } }).proposal).toBe(
      'restate',
    )
  })

  it.each(
    [
      'ok cancel',
      'ok, cancel that',
      'yes, the watch',
      'yes, return the earbuds',
      'yes but only the watch',
      'yes if it is free',
      'yes, change my address',
      'ok, file a complaint',
      'yes?',
      'maybe yes',
      'yes, send me a new watch',
      'ok what does that cost',
      'sounds good, how long does it take',
      'yes, order ORD-1004',
      'yes and the laptop too',
      'ok',
    ].filter((message) => message !== 'ok'),
  )('%s confirms no refund', (message) => {
    expect(hear(message, { proof: customer, proposal: refund() }).proposal).not.toBe('confirm')
  })

  it.each([
    'yes, the watch',
    'yes, return it',
    'yes, only the cables',
    'no',
    'never mind',
    'yes, cancel ORD-1004',
    'yes if you can',
  ])('%s confirms no cancellation', (message) => {
    expect(hear(message, { proof: customer, proposal: cancellation() }).proposal).not.toBe('confirm')
  })

  it.each(['no', 'no thanks', 'never mind', "please don't cancel it", 'Hmm no, leave it'])('%s drops it', (message) => {
    expect(hear(message, { proof: customer, proposal: cancellation() })).toMatchObject({
      proposal: 'drop',
      requests: [],
    })
  })

  it('a change in it takes its place', () => {
    const move = hear('no, only the earbuds', { proof: customer, proposal: refund() })
    expect(move).toMatchObject({ proposal: 'drop', requests: [{ task: 'start_refund' }] })
    expect(move.requests[0]?.before?.[0]?.entities.orders).toEqual([number])
    const instead = hear("I don't want a refund, just a replacement", { proof: customer, proposal: refund() })
    expect(instead).toMatchObject({ proposal: 'drop', requests: [{ task: 'file_complaint' }] })
  })

  it('anything else leaves it standing', () => {
    const move = hear('do you sell tablets?', { proof: customer, proposal: refund() })
    expect(move.proposal).toBe('restate')
    expect(tasksOf(move)).toEqual(['search_products'])
    expect(hear('ok, back to the refund', { proof: customer, proposal: refund() })).toMatchObject({
      proposal: 'restate',
      requests: [],
    })
  })

  it('a no leaves what waits behind it to its turn, and “never mind” drops that, too', () => {
    expect(hear('no', { proof: customer, proposal: refund() }).dropWaiting).toBe(false)
    expect(hear('never mind', { proof: customer, proposal: refund() }).dropWaiting).toBe(true)
    expect(hear('no, none of it', { proof: customer, proposal: refund() }).dropWaiting).toBe(true)
  })

  it('a question from before it stays open', () => {
    const open = { proof: customer, proposal: cancellation(), question: whichItems() }
    expect(hear('yes', open)).toMatchObject({ proposal: 'confirm', question: 'kept' })
    expect(hear('no', open)).toMatchObject({ proposal: 'drop', question: 'kept' })
    expect(hear('never mind', open)).toMatchObject({ proposal: 'drop', question: 'dropped' })
  })

  it('a question asked since is the one that is answered', () => {
    const open = { proof: customer, proposal: { ...cancellation(), asked: false }, question: whichItems() }
    const move = hear('the watch', open)
    expect(move).toMatchObject({ proposal: 'restate', question: 'settled' })
    expect(tasksOf(move)).toEqual(['start_refund'])
    expect(hear('yes', open)).toMatchObject({ proposal: 'restate', question: 'kept' })
  })
})

describe('while a question waits', () => {
  const whichOrder = () => question('order_number', requested('where is my order?', 'order_status'))

  it.each(['ORD-1004', 'it is ORD-1004', 'sorry, ORD-1004 i think'])('%s answers which order', (message) => {
    const move = hear(message, { question: whichOrder() })
    expect(move).toMatchObject({
      question: 'settled',
      requests: [{ task: 'order_status', askedFor: ['order_number'] }],
    })
    expect(move.requests[0]?.clause.entities.orders).toEqual(['ORD-1004'])
  })

  it('another question is answered, and the first one stays', () => {
    const move = hear('how long does delivery take?', { question: whichOrder() })
    expect(move.question).toBe('kept')
    expect(tasksOf(move)).toEqual(['delivery_options'])
  })

  it('an answer with a question beside it is taken with both', () => {
    const move = hear('ORD-1004. And do you sell tablets?', { question: whichOrder() })
    expect(move.question).toBe('settled')
    expect(tasksOf(move)).toEqual(['order_status', 'search_products'])
  })

  it.each([
    ['never mind', true],
    ['no', false],
  ])('%s drops it; what waits behind it: %s', (message, dropWaiting) => {
    expect(hear(message, { question: whichItems() })).toMatchObject({ question: 'dropped', dropWaiting })
  })

  it('a proof asked for is needed to go on, and what waits for the same one goes with it', () => {
    const proof = { question: question('proof', requested(`cancel order ${number}`, 'cancel_order')) }
    expect(tasksOf(hear('ada@example.com', proof, true))).toEqual(['cancel_order'])
    expect(hear('ada@example.com', proof)).toMatchObject({ question: 'kept', requests: [] })
    expect(hear('no', proof)).toMatchObject({ question: 'dropped', dropWaiting: true })
  })

  it('a number beside an e-mail proves only, one by itself puts right which order was meant', () => {
    const proof = { question: question('proof', requested(`cancel order ${number}`, 'cancel_order')) }
    const ordersOf = ({ requests }: Move) => requests.flatMap(({ clause }) => clause.entities.orders)
    expect(ordersOf(hear('ORD-1004, ada@example.com', proof, true))).toEqual([])
    expect(ordersOf(hear('oh, ORD-1004 then', proof, true))).toEqual(['ORD-1004'])
  })

  it('another order with a request of its own is no answer to which items', () => {
    const move = hear('cancel ORD-1004', { question: whichItems() })
    expect(move.question).toBe('kept')
    expect(tasksOf(move)).toEqual(['cancel_order'])
  })

  it('starting over forgets all of it', () => {
    const all = { question: whichOrder(), proposal: refund() }
    expect(hear('start over', all)).toMatchObject({
      restart: true,
      proposal: 'drop',
      question: 'dropped',
      requests: [],
    })
  })
})

describe('what was refused', () => {
  it('is asked for again with a short change, and not by another request', () => {
    const request = requested(`I want to return both earbuds of ${number}`, 'start_refund')
    const refused = { request, fresh: true }
    expect(tasksOf(hear('ok then only one of them', { refused }))).toEqual(['start_refund'])
    expect(hear('do you sell tablets?', { refused }).requests[0]?.before).toBeUndefined()
    // Turns later it can only be asked after.
    const earlier = { request, fresh: false }
    expect(hear('ok then only one of them', { refused: earlier }).requests[0]?.before).toBeUndefined()
    expect(hear('why not?', { refused: earlier }).requests[0]?.explain).toBe('reason')
  })
})

describe('what is wrong and what is wanted, in two sentences', () => {
  it.each([
    `complaint for order ${number}: the left earbud crackles. I'd like a repair`,
    `a repair would be best. I have a complaint about order ${number}, the left earbud crackles`,
  ])('is one complaint: %s', (message) => {
    const [request, ...more] = hear(message, { proof: customer }).requests
    expect(more).toEqual([])
    expect(request?.task).toBe('file_complaint')
    const clauses = [request?.clause, ...(request?.before ?? [])]
    expect(clauses.flatMap((clause) => clause?.entities.remedies ?? [])).toEqual([{ remedy: 'repair', negated: false }])
  })

  it('is two requests where the second names something of its own', () => {
    const move = hear(
      `complaint for order ${number}: the left earbud crackles. Is there a repair for the UltraBook 13?`,
      {
        proof: customer,
      },
    )
    expect(move.requests.length).toBe(2)
  })
})
