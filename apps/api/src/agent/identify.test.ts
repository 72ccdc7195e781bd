import type { CallContext, Proof } from '@marketplace-agent/domain'
import type { Entities, Understanding } from '@marketplace-agent/intent'
import { describe, expect, it } from 'vitest'
import type { Prover } from '../identity/prove.ts'
import { type Conversation, emptyFocus, newConversation } from './dialogue/conversation.ts'
import { identify } from './identify.ts'

type Given = Partial<Pick<Entities, 'emails' | 'orders' | 'complaints' | 'refunds'>>

/** A message of one clause for each, that names these and nothing else. */
const message = (...clauses: readonly Given[]): Understanding => {
  const none = { emails: [], orders: [], complaints: [], refunds: [] }
  const named = clauses.map((given) => ({ entities: { ...none, ...given } }))
  return { clauses: named } as object as Understanding
}

const context: CallContext = {
  signal: new AbortController().signal,
  deadline: Infinity,
  degrade: () => {},
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
}
const ada = 'ada@example.com'
const bob = 'bob@example.com'
const customer = (number: string, email: string): Proof => ({ kind: 'customer', number, email })
const record: Proof = { kind: 'record', record: 'complaint', number: 'C-1', email: ada }

/** Takes N-1, N-3 and C-1 of Ada's and N-2 of Bob's; `closes` after so many tries. */
function start(closes = Infinity) {
  const tried: string[] = []
  const prove: Prover = async ({ kind, number, email }) => {
    if (tried.length >= closes) return { outcome: 'closed', minutes: 7 }
    tried.push(`${number} ${email}`)
    const fits = email === ada ? ['N-1', 'N-3', 'C-1'].includes(number) : email === bob && number === 'N-2'
    if (!fits) return { outcome: 'wrong' }
    return { outcome: 'proved', proof: kind === 'order' ? customer(number, email) : record }
  }
  const hear = (
    conversation: Partial<Conversation>,
    understanding: Understanding,
    from: string | null = 'a strong id',
  ) =>
    identify(
      { ...newConversation, ...conversation },
      understanding,
      { conversation: from, address: 'a' },
      prove,
      context,
    )
  return { tried, hear }
}

describe('identifying', () => {
  it('takes a number and its e-mail from one message, whichever part of it they are in', async () => {
    const { hear } = start()
    expect(await hear({}, message({ emails: [ada] }, { orders: ['N-1'] }))).toEqual({
      proof: customer('N-1', ada),
      claim: { email: null, numbers: [] },
      told: { kind: 'proved', number: 'N-1' },
      gaveEmail: true,
    })
    expect(await hear({}, message({ emails: [ada], complaints: ['C-1'] }))).toMatchObject({ proof: record })
  })

  it('takes them from two messages, in either order', async () => {
    const { hear } = start()
    const number = await hear({}, message({ orders: ['N-1'] }))
    expect(number).toMatchObject({ proof: null, told: { kind: 'nothing' }, gaveEmail: false })
    expect(await hear({ claim: number.claim }, message({ emails: [ada] }))).toMatchObject({
      proof: customer('N-1', ada),
    })
    const email = await hear({}, message({ emails: [ada] }))
    expect(email).toMatchObject({ proof: null, told: { kind: 'nothing' }, gaveEmail: true })
    expect(await hear({ claim: email.claim }, message({ orders: ['N-1'] }))).toMatchObject({
      proof: customer('N-1', ada),
    })
  })

  it('takes the order that is talked about for the number', async () => {
    const { hear } = start()
    const focus = { ...emptyFocus, order: 'N-1' }
    expect(await hear({ focus }, message({ emails: [ada] }))).toMatchObject({ proof: customer('N-1', ada) })
  })

  it("keeps no e-mail from message to message where the conversation's id can be guessed", async () => {
    const { hear, tried } = start()
    const heard = await hear({}, message({ emails: [ada] }), null)
    expect(await hear({ claim: heard.claim }, message({ orders: ['N-1'] }), null)).toMatchObject({
      proof: null,
      told: { kind: 'nothing' },
      claim: { email: null, numbers: [{ kind: 'order', number: 'N-1' }] },
    })
    expect(tried).toEqual([])
    expect(await hear({}, message({ emails: [ada], orders: ['N-1'] }), null)).toMatchObject({
      proof: customer('N-1', ada),
    })
  })

  it('proves nothing by an e-mail alone, nor by a number alone, and tries nothing for it', async () => {
    const { hear, tried } = start()
    expect(await hear({}, message({ emails: [ada] }))).toMatchObject({ proof: null, told: { kind: 'nothing' } })
    expect(await hear({}, message({ orders: ['N-1'] }))).toMatchObject({ proof: null, told: { kind: 'nothing' } })
    expect(await hear({}, message({}))).toMatchObject({ proof: null, told: { kind: 'nothing' } })
    expect(tried).toEqual([])
  })

  it("replaces a proof by another customer's, and keeps it over a wrong try", async () => {
    const { hear } = start()
    const proof = customer('N-1', ada)
    expect(await hear({ proof }, message({ emails: [bob], orders: ['N-2'] }))).toMatchObject({
      proof: customer('N-2', bob),
    })
    expect(await hear({ proof }, message({ emails: [bob], orders: ['N-1'] }))).toMatchObject({
      proof,
      told: { kind: 'wrong' },
    })
  })

  it('tries nothing twice: not for who has proved it, not an order beside a proof', async () => {
    const { hear, tried } = start()
    const proof = customer('N-1', ada)
    expect(await hear({ proof }, message({ emails: [ada], orders: ['N-2'] }))).toMatchObject({ proof })
    expect(await hear({ proof, claim: { email: bob, numbers: [] } }, message({ orders: ['N-2'] }))).toMatchObject({
      proof,
    })
    expect(await hear({ proof: record }, message({ emails: [ada] }))).toMatchObject({ proof: record })
    expect(tried).toEqual([])
    // What opened one complaint only may become the whole proof.
    expect(await hear({ proof: record }, message({ emails: [ada], orders: ['N-1'] }))).toMatchObject({ proof })
  })

  it('tries three numbers of a message and no more, until one fits', async () => {
    const { hear, tried } = start()
    const numbers = ['N-8', 'N-9', 'N-1', 'N-3']
    expect(await hear({}, message({ emails: [ada], orders: numbers }))).toMatchObject({ proof: customer('N-1', ada) })
    expect(await hear({}, message({ emails: [ada], orders: ['N-6', 'N-7', 'N-8', 'N-1'] }))).toMatchObject({
      proof: null,
      told: { kind: 'wrong' },
      claim: { numbers: [{ number: 'N-6' }, { number: 'N-7' }, { number: 'N-8' }] },
    })
    expect(tried.map((each) => each.split(' ')[0])).toEqual(['N-8', 'N-9', 'N-1', 'N-6', 'N-7', 'N-8'])
  })

  it('says when tries are closed', async () => {
    const { hear, tried } = start(1)
    expect(await hear({}, message({ emails: [ada], orders: ['N-9', 'N-1'] }))).toMatchObject({
      proof: null,
      told: { kind: 'closed', minutes: 7 },
    })
    expect(tried).toHaveLength(1)
  })
})
