import { createFormat } from '@marketplace-agent/domain'
import type { CallContext, Complaint, Order, OrderDetailsCard, Proof, ShopRecords } from '@marketplace-agent/domain'
import { openSessions } from '@marketplace-agent/session'
import type { Store } from '@marketplace-agent/store'
import { openMemoryStore } from '@marketplace-agent/store/testing'
import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { type ToolPorts, type WordsKit, defineWrite } from '../tools/define-tool.ts'
import type { Caller } from './caller.ts'
import { createGate } from './gate.ts'
import { type KeptProposal, proposalKeeping } from './kept-proposal.ts'

const minute = 60_000
const day = '2026-02-05T12:00:00Z'

const order = (number: string, email: string): Order => ({
  number,
  state: 'processing',
  customer: { name: 'Ada', email },
  address: { name: 'Ada', line1: '1 Lane', city: 'Town', postal_code: '1', country: 'GB' },
  items: [{ product_id: 1, name: 'Lamp', quantity: 1, unit_price: 5 }],
  delivery_fee: 0,
  total: 5,
  placed_at: '2026-02-01T00:00:00Z',
  expected_date: null,
})
const records: ShopRecords = {
  orders: [order('N-1', 'ada@example.com'), order('N-2', 'bob@example.com'), order('N-3', 'ada@example.com')],
  deliveries: [],
  complaints: [],
  refunds: [],
}
const ada: Proof = { kind: 'customer', number: 'N-1', email: 'ada@example.com' }
const bob: Proof = { kind: 'customer', number: 'N-2', email: 'bob@example.com' }

const input = Type.Object(
  { order_number: Type.String(), line1: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
)

/** Moves an order that hasn't shipped, and that nobody complained about, to another line of its street. */
const move = defineWrite<typeof input, OrderDetailsCard>({
  name: 'move',
  title: 'Move',
  description: 'Moves.',
  intent: 'delivery',
  tasks: [],
  access: 'customer',
  opens: ({ order_number }) => ({ record: 'order', number: order_number }),
  input,
  slots: {},
  card: 'order_details',
  words: {
    ask: {},
    say: ({ number, address }) => `${number} goes to ${address.line1}.`,
    otherwise: { shipped: () => 'It has shipped.', complained: () => 'There is a complaint.' },
    next: () => [],
    proposal: ({ record }, [change]) => ({
      summary: `Move ${record.order.number}.`,
      before: [{ label: 'Address', text: record.order.address.line1 }],
      after: [{ label: 'Address', text: change?.record === 'order' ? change.after.address.line1 : '' }],
    }),
    mail: ({ number }) => ({ subject: `${number} is moved`, text: 'Done.' }),
  },
  async propose({ line1 }, _ports, _context, { record }) {
    const { order: before, complaints } = record
    if (before.state !== 'processing') return { outcome: 'refused', reason: 'shipped' }
    if (complaints.some(({ state }) => state === 'open')) return { outcome: 'refused', reason: 'complained' }
    const after = { ...before, address: { ...before.address, line1 } }
    return {
      outcome: 'proposal',
      record,
      rule: 'not_shipped',
      amount: null,
      numbered: null,
      changes: () => [{ record: 'order', before, after }],
    }
  },
  committed: ({ order: { number, address } }) =>
    ({ kind: 'order_details', number, address }) as Partial<OrderDetailsCard> as OrderDetailsCard,
})

async function start() {
  let time = Date.parse(day)
  const clock = { now: () => new Date(time), monotonic: () => time }
  const store = await openMemoryStore(records, { complaint: 'C-####', refund: 'R-####' })
  const context: CallContext = {
    signal: new AbortController().signal,
    deadline: Infinity,
    degrade: () => {},
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  }
  let ids = 0
  let beforeCommit: () => Promise<void> = async () => {}
  let unanswered = false
  const watched: Store = {
    ...store,
    commit: async (commit, given) => {
      const first = beforeCommit
      beforeCommit = async () => {}
      await first()
      const outcome = await store.commit(commit, given)
      if (unanswered) throw new Error('the line is dead')
      return outcome
    },
  }
  const sessions = () => openSessions<KeptProposal>({ clock, ...proposalKeeping })
  const gateWith = (proposals: Awaited<ReturnType<typeof sessions>>) =>
    createGate({
      tools: [move],
      ports: { store: watched } as Partial<ToolPorts> as ToolPorts,
      kit: { format: createFormat({ locale: 'en-US', currency: 'USD', time_zone: 'UTC' }), contact: 'x' } as WordsKit,
      clock,
      deadline: 1000,
      observer: { toolCalled: () => {} },
      proposals,
      newProposalId: () => `p${++ids}`,
      fingerprint: (conversation) => `print of ${conversation}`,
    })
  const caller: Caller = { door: 'rest', staff: false, conversation: 'c', address: 'a', proof: ada }
  const gate = gateWith(await sessions())
  const events = async () =>
    (await store.auditEntries(0, 1000, context)).map(({ event, proposal }) => `${event} ${proposal}`)
  return {
    gate,
    /** The same shop after a crash that lost every conversation. */
    restarted: async () => gateWith(await sessions()),
    store,
    context,
    events,
    caller: (change: Partial<Caller> = {}): Caller => ({ ...caller, ...change }),
    advance: (milliseconds: number) => (time += milliseconds),
    before: (work: () => Promise<void>) => (beforeCommit = work),
    loseAnswers: () => (unanswered = true),
    move: (line1: string, change: Partial<Caller> = {}, order_number = 'N-1') =>
      gate.call('move', { order_number, line1 }, { ...caller, ...change }, context),
    confirm: (id: string, change: Partial<Caller> = {}, key: string | null = null) =>
      gate.confirm(id, { ...caller, ...change }, key, context),
    line1: async (number = 'N-1') => (await store.order(number, context))?.address.line1,
    /** Changes an order as another of the shop's programs would. */
    async meanwhile(change: (before: Order) => Order, complaints: readonly Complaint[] = []) {
      const record = await store.orderRecord('N-1', context)
      if (record === null) throw new Error('N-1 is gone.')
      await store.commit(
        {
          proposal: `other ${record.version}`,
          idempotencyKey: null,
          expectedVersions: {},
          changes: [
            { record: 'order', before: record.order, after: change(record.order) },
            ...complaints.map((after) => ({ record: 'complaint', before: null, after }) as const),
          ],
          audit: [],
          outbox: [],
          answer: { tool: 'move', outcome: 'ok', data: null, message: '' },
          at: day,
        },
        context,
      )
    },
  }
}

const idOf = (result: { readonly data: unknown }) => (result.data as { proposal: { id: string } }).proposal.id

describe('proposing', () => {
  it('says what would change and until when it can be confirmed, and changes nothing', async () => {
    const { move, line1, events, gate, context } = await start()
    const result = await move('2 Lane')
    expect(result).toMatchObject({
      outcome: 'ok',
      data: {
        kind: 'proposal',
        proposal: {
          id: 'p1',
          tool: 'move',
          order_number: 'N-1',
          before: [{ text: '1 Lane' }],
          after: [{ text: '2 Lane' }],
          expires: '2026-02-05T12:10:00Z',
        },
      },
      message: expect.stringContaining('Move N-1.'),
    })
    expect(await gate.openProposal('c', ada, context)).toMatchObject({ id: 'p1' })
    expect(await gate.openProposal('c', bob, context)).toBeNull()
    expect(await gate.openProposal('d', ada, context)).toBeNull()
    expect(await line1()).toBe('1 Lane')
    expect(await events()).toEqual(['proposed p1'])
  })

  it('needs a conversation, the proof, and an order of theirs', async () => {
    const { move, events } = await start()
    expect((await move('2 Lane', { conversation: null })).outcome).toBe('refused')
    expect(await move('2 Lane', { proof: null })).toMatchObject({ outcome: 'needs_input', needs: 'proof' })
    const [others, unknown] = [await move('2 Lane', { proof: bob }), await move('2 Lane', {}, 'N-9')]
    expect(others).toEqual(unknown)
    expect(others).toMatchObject({ outcome: 'refused', data: null })
    expect(await events()).toEqual(['refused null', 'refused null'])
  })

  it('is one at a time in a conversation: the same again is the same, another waits and says so', async () => {
    const { move, events, gate, context } = await start()
    const first = await move('2 Lane')
    expect(await move('2 Lane')).toEqual(first)
    const other = await move('3 Lane')
    expect(other).toMatchObject({ outcome: 'refused', data: { proposal: { id: 'p1' } } })
    expect(other.message).toContain('still waits')
    expect(idOf(await move('3 Lane', { conversation: 'd' }))).toBe('p2')
    await gate.drop('c', context)
    expect(idOf(await move('3 Lane'))).toBe('p3')
    expect(await events()).toEqual(['proposed p1', 'proposed p2', 'proposed p3'])
  })

  it("gives way where another customer has proved who they are, and shows them nothing of the first one's", async () => {
    const { move, confirm, line1 } = await start()
    const first = idOf(await move('Secret Lane'))
    const second = await move('4 Lane', { proof: bob }, 'N-2')
    expect(second).toMatchObject({ outcome: 'ok', data: { proposal: { order_number: 'N-2' } } })
    expect(JSON.stringify(second)).not.toContain('N-1')
    expect(JSON.stringify(second)).not.toContain('Secret')
    expect((await confirm(first)).outcome).toBe('not_found')
    expect(await line1()).toBe('1 Lane')
  })
})

describe('confirming', () => {
  it('makes the change once, with its audit entry and its letter, and answers again as it did', async () => {
    const { move, confirm, line1, events, store, context } = await start()
    const id = idOf(await move('2 Lane'))
    const answer = await confirm(id)
    expect(answer).toMatchObject({ tool: 'move', outcome: 'ok', data: { number: 'N-1', address: { line1: '2 Lane' } } })
    expect(await line1()).toBe('2 Lane')
    expect(await confirm(id)).toEqual(answer)
    expect(await confirm(id, {}, 'a key')).toEqual(answer)
    expect(await events()).toEqual(['proposed p1', 'committed p1'])
    expect(await store.dueMail(day, 10, context)).toMatchObject([{ to: 'ada@example.com', subject: 'N-1 is moved' }])
    const [, committed] = await store.auditEntries(0, 10, context)
    expect(committed).toMatchObject({
      at: '2026-02-05T12:00:00.000Z',
      conversation: 'print of c',
      proof: { kind: 'order', number: 'N-1' },
      rule: 'not_shipped',
      order: 'N-1',
      changes: [{ before: { address: { line1: '1 Lane' } }, after: { address: { line1: '2 Lane' } } }],
    })
  })

  it('writes once for a hundred at a time, and answers them all alike', async () => {
    const { move, confirm, events } = await start()
    const id = idOf(await move('2 Lane'))
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => confirm(id, {}, index % 2 === 0 ? 'key' : null)),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ outcome: 'ok' })
    expect(await events()).toEqual(['proposed p1', 'committed p1'])
  })

  it('is only for whoever it belongs to, in its own conversation', async () => {
    const { move, confirm, line1 } = await start()
    const id = idOf(await move('2 Lane'))
    expect((await confirm(id, { conversation: 'd' })).outcome).toBe('not_found')
    expect((await confirm(id, { conversation: null })).outcome).toBe('not_found')
    expect((await confirm('p9')).outcome).toBe('not_found')
    expect(await confirm(id, { proof: null })).toMatchObject({ outcome: 'needs_input', needs: 'proof' })
    expect(await line1()).toBe('1 Lane')
    // Asked for the proof, the customer may give it and confirm.
    expect((await confirm(id)).outcome).toBe('ok')
    expect(await line1()).toBe('2 Lane')
  })

  it("is refused to another customer, and shows them no answer that was another's", async () => {
    const { move, confirm, line1 } = await start()
    const first = idOf(await move('2 Lane'))
    const refused = await confirm(first, { proof: bob })
    expect(refused).toMatchObject({ outcome: 'refused', data: null })
    expect(await line1()).toBe('1 Lane')
    // It still waits for whoever it is put to.
    expect((await confirm(first)).outcome).toBe('ok')
    expect(await confirm(first, { proof: bob })).toEqual(refused)
    expect(await confirm(first, { proof: null })).toMatchObject({ outcome: 'needs_input', data: null })
  })

  it('is over after ten minutes, and after a no', async () => {
    const { move, confirm, line1, advance, gate, context } = await start()
    const dropped = idOf(await move('2 Lane'))
    await gate.drop('c', context)
    expect(await confirm(dropped)).toMatchObject({ outcome: 'refused', data: null })
    const expired = idOf(await move('2 Lane'))
    advance(10 * minute)
    expect(await gate.openProposal('c', ada, context)).toBeNull()
    expect((await confirm(expired)).outcome).toBe('not_found')
    expect(await line1()).toBe('1 Lane')
    const again = idOf(await move('2 Lane'))
    advance(6 * minute)
    expect(idOf(await move('2 Lane'))).toBe(again)
    await move('3 Lane')
    advance(4 * minute)
    expect((await confirm(again)).outcome).toBe('not_found')
    const last = idOf(await move('2 Lane'))
    advance(10 * minute - 1)
    expect((await confirm(last)).outcome).toBe('ok')
  })

  it('is over when another has taken its place', async () => {
    const { move, confirm, line1, gate, context } = await start()
    const first = idOf(await move('2 Lane'))
    await gate.drop('c', context)
    const second = idOf(await move('3 Lane'))
    expect((await confirm(first)).outcome).toBe('not_found')
    expect((await confirm(second)).outcome).toBe('ok')
    expect(await line1()).toBe('3 Lane')
  })

  it('asks the rules again: what they no longer allow is refused and audited', async () => {
    const { move, confirm, meanwhile, line1, events } = await start()
    const id = idOf(await move('2 Lane'))
    await meanwhile((before) => ({ ...before, state: 'shipped' }))
    expect(await confirm(id)).toMatchObject({ outcome: 'refused', message: 'It has shipped.' })
    expect(await line1()).toBe('1 Lane')
    expect(await events()).toEqual(['proposed p1', 'refused null'])
    await meanwhile((before) => ({ ...before, state: 'processing' }))
    const again = await Promise.all([confirm(id), confirm(id, {}, 'a key')])
    expect(again).toMatchObject([{ message: 'It has shipped.' }, { message: 'It has shipped.' }])
    expect(await line1()).toBe('1 Lane')
  })

  it('does nothing where what was said is no longer so', async () => {
    const { move, confirm, meanwhile, line1 } = await start()
    const id = idOf(await move('2 Lane'))
    await meanwhile((before) => ({ ...before, address: { ...before.address, line1: '7 Lane' } }))
    expect(await confirm(id)).toMatchObject({ outcome: 'refused', message: expect.stringContaining('changed') })
    expect(await line1()).toBe('7 Lane')
  })

  it('decides again when another change comes between deciding and writing', async () => {
    const { move, confirm, before, meanwhile, store, context, events } = await start()
    const first = idOf(await move('2 Lane'))
    const complaint: Complaint = {
      number: 'C-1000',
      order: 'N-1',
      state: 'closed',
      reason: 'late',
      text: 'Late',
      created_at: day,
      updated_at: day,
    }
    before(() => meanwhile((present) => present, [complaint]))
    expect((await confirm(first)).outcome).toBe('ok')
    expect(await store.orderRecord('N-1', context)).toMatchObject({
      order: { address: { line1: '2 Lane' } },
      complaints: [{ number: 'C-1000' }],
    })

    const second = idOf(await move('3 Lane'))
    before(() => meanwhile((present) => present, [{ ...complaint, number: 'C-1001', state: 'open' }]))
    expect(await confirm(second)).toMatchObject({ outcome: 'refused', message: 'There is a complaint.' })
    expect(await events()).toEqual(['proposed p1', 'committed p1', 'proposed p2', 'refused null'])
  })

  it('takes an idempotency key for one proposal of a conversation', async () => {
    const { move, confirm, line1, gate, context } = await start()
    const first = idOf(await move('2 Lane'))
    const answer = await confirm(first, {}, 'key')
    const second = idOf(await move('3 Lane'))
    await expect(confirm(second, {}, 'key')).rejects.toMatchObject({ code: 'conflict' })
    expect(await line1()).toBe('2 Lane')
    expect(await confirm(first, {}, 'key')).toEqual(answer)
    // It still waits: another key confirms it. Another conversation's keys are its own.
    expect((await confirm(second, {}, 'other key')).outcome).toBe('ok')
    const third = idOf(await move('4 Lane', { conversation: 'd' }))
    expect((await confirm(third, { conversation: 'd' }, 'key')).outcome).toBe('ok')
    expect(await gate.openProposal('c', ada, context)).toBeNull()
  })

  it('answers for a day as it did, after a restart that forgot the conversation, to whom it belongs', async () => {
    const { move, confirm, restarted, caller, context, events } = await start()
    const id = idOf(await move('2 Lane'))
    const answer = await confirm(id)
    const gate = await restarted()
    expect(await gate.confirm(id, caller(), null, context)).toEqual(answer)
    for (const proof of [bob, null])
      expect(await gate.confirm(id, caller({ proof }), null, context)).toMatchObject({
        outcome: 'not_found',
        data: null,
      })
    expect(await events()).toEqual(['proposed p1', 'committed p1'])
  })

  it('goes on when whoever asked has hung up, before its turn too', async () => {
    const { move, gate, caller, context, line1, before } = await start()
    const id = idOf(await move('2 Lane'))
    const abort = new AbortController()
    before(async () => abort.abort())
    const given = { ...context, signal: abort.signal }
    const answers = await Promise.all([1, 2].map(() => gate.confirm(id, caller(), null, given)))
    expect(answers).toMatchObject([{ outcome: 'ok' }, { outcome: 'ok' }])
    expect(await line1()).toBe('2 Lane')
  })

  it('that was written though nobody heard is answered when it is asked again, to whom it belongs', async () => {
    const { move, confirm, loseAnswers, events, line1 } = await start()
    const id = idOf(await move('2 Lane'))
    loseAnswers()
    expect((await confirm(id)).outcome).toBe('failed')
    expect(await line1()).toBe('2 Lane')
    expect(await confirm(id, { proof: bob })).toMatchObject({ outcome: 'not_found', data: null })
    expect(await confirm(id)).toMatchObject({ outcome: 'ok', data: { address: { line1: '2 Lane' } } })
    expect(await events()).toEqual(['proposed p1', 'committed p1'])
  })

  it('may be tried again after the store has failed', async () => {
    const { move, confirm, before, line1 } = await start()
    const id = idOf(await move('2 Lane'))
    before(() => Promise.reject(new Error('disk full')))
    expect(await confirm(id)).toMatchObject({ outcome: 'failed', data: null })
    expect(await line1()).toBe('1 Lane')
    expect((await confirm(id)).outcome).toBe('ok')
  })
})
