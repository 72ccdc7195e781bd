import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditEntry, Order, Proposal, ProofToken, ToolResult } from '@marketplace-agent/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Knowledge } from './knowledge.ts'
import { type TestApp, type TestAppOptions, handClock, openTestKnowledge, startTestApp } from './testing/test-app.ts'

const priya = { number: 'ORD-1003', email: 'priya.raman@example.org' }
const elmStreet = { line1: '5 Elm Street', city: 'Boston', region: 'MA', postal_code: '02115' }

let knowledge: Knowledge
let test: TestApp
let clock: ReturnType<typeof handClock>
let proof: ProofToken
const start = (options: TestAppOptions = {}) => startTestApp({ clock, knowledge, ...options })
beforeAll(async () => {
  knowledge = await openTestKnowledge()
})
afterAll(() => knowledge.close())
beforeEach(async () => {
  clock = handClock()
  test = await start()
  proof = await test.prove(priya.number, priya.email)
  return () => test.stop()
})

const post = (url: string, body?: object, token = proof.token, app = test) =>
  app.send('POST', url, { token, ...(body !== undefined && { body }) })
const confirm = (id: string, key?: string, token = proof.token, app = test) =>
  app.send('POST', `/api/proposals/${id}/confirm`, {
    token,
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  })
const proposalOf = (response: { json(): ToolResult }): Proposal => {
  const { data } = response.json()
  if (data?.kind !== 'proposal') throw new Error(`No proposal: ${JSON.stringify(response.json())}`)
  return data.proposal
}
const cancel = async (number = priya.number) => proposalOf(await post(`/api/orders/${number}/cancellation`))
const refund = async () => proposalOf(await post('/api/refunds', { order_number: 'ORD-1007', everything: true }))
const orderOf = async (number: string, app = test) => (await app.services.store.order(number, app.context)) as Order
const audited = (app = test): Promise<readonly AuditEntry[]> => app.services.store.auditEntries(0, 1000, app.context)
const commits = async (app = test) => (await audited(app)).filter(({ event }) => event === 'committed')

/** What the shop's people do to an order meanwhile. */
async function shopChanges(number: string, change: (order: Order) => Order) {
  const { store } = test.services
  const record = await store.orderRecord(number, test.context)
  if (record === null) throw new Error(`There is no ${number}.`)
  const { outcome } = await store.commit(
    {
      proposal: randomUUID(),
      idempotencyKey: null,
      expectedVersions: { [number]: record.version },
      changes: [{ record: 'order', before: record.order, after: change(record.order) }],
      audit: [],
      outbox: [],
      answer: { tool: 'shop', outcome: 'ok', data: null, message: '' },
      at: clock.now().toISOString(),
    },
    test.context,
  )
  expect(outcome).toBe('committed')
}

const letters = async (app = test) => {
  const folder = join(app.stateFolder, 'mail')
  const names = await readdir(folder).catch(() => [])
  return Promise.all(names.filter((name) => name.endsWith('.eml')).map((name) => readFile(join(folder, name), 'utf8')))
}

describe('a request that changes something', () => {
  it.each([
    ['cancel_order', '/api/orders/ORD-1003/cancellation', undefined, 1028.99],
    ['change_address', '/api/orders/ORD-1003/address', { address: elmStreet }, null],
    ['start_refund', '/api/refunds', { order_number: 'ORD-1007', items: [{ product_id: 16 }] }, 299],
    [
      'file_complaint',
      '/api/complaints',
      { order_number: 'ORD-1007', reason: 'damaged', text: 'Cracked.', remedy: 'replacement' },
      null,
    ],
  ])('proposes and changes nothing: %s', async (tool, url, body, amount) => {
    const records = () =>
      Promise.all(['ORD-1003', 'ORD-1007'].map((number) => test.services.store.orderRecord(number, test.context)))
    const before = await records()
    const response = await post(url, body)
    expect(response.statusCode).toBe(200)
    const proposal = proposalOf(response)
    expect(proposal).toMatchObject({ tool, amount, expires: '2026-02-05T12:10:00Z' })
    expect(proposal.before.length + proposal.after.length).toBeGreaterThan(1)
    expect(response.json().message).toContain(proposal.summary)
    expect(await records()).toEqual(before)
    expect(await audited()).toMatchObject([{ event: 'proposed', tool, door: 'rest', proposal: proposal.id }])

    const confirmed = await confirm(proposal.id)
    expect(confirmed.statusCode).toBe(200)
    expect(confirmed.json()).toMatchObject({ tool, outcome: 'ok' })
    expect((await commits()).map(({ proposal: id }) => id)).toEqual([proposal.id])
  })

  it('that the rules forbid says which, quotes the policy and what is possible, and is audited', async () => {
    const { token } = await test.prove('ORD-1002', 'daniel.okafor@example.com')
    const response = await post('/api/orders/ORD-1002/cancellation', undefined, token)
    expect(response.statusCode).toBe(403)
    const { tool_result } = response.json()
    expect(tool_result).toMatchObject({ outcome: 'refused', data: { kind: 'refusal', rule: 'already_shipped' } })
    expect(tool_result.data.passages[0].quote).toMatch(/\S/)
    expect(tool_result.data.alternatives).not.toEqual([])
    expect(await audited()).toMatchObject([{ event: 'refused', rule: 'already_shipped', order: 'ORD-1002' }])
  })

  it('waits while another is open, and is the same where it is asked again', async () => {
    const first = await cancel()
    expect(await cancel()).toEqual(first)
    const other = await post('/api/refunds', { order_number: 'ORD-1007', everything: true })
    expect(other.statusCode).toBe(409)
    expect(other.json().tool_result).toMatchObject({ tool: 'start_refund', data: { proposal: { id: first.id } } })
    expect(other.json().detail).toContain('waits for your yes or no')
    await post(`/api/proposals/${first.id}/drop`)
    expect((await refund()).tool).toBe('start_refund')
  })

  it('is no business of the staff’s token', async () => {
    await test.stop()
    test = await start({ environment: { STAFF_TOKEN: 'open sesame' } })
    expect((await post('/api/orders/ORD-1003/cancellation', undefined, 'open sesame')).statusCode).toBe(401)
  })
})

describe('a confirmation', () => {
  it('makes the change once, and gives the same answer again', async () => {
    const { id } = await cancel()
    const first = await confirm(id, 'key-1')
    expect(first.json()).toMatchObject({ tool: 'cancel_order', data: { kind: 'order_details', state: 'cancelled' } })
    for (const key of ['key-1', undefined, 'key-2']) expect((await confirm(id, key)).body).toBe(first.body)
    expect((await orderOf(priya.number)).state).toBe('cancelled')
    expect(await commits()).toHaveLength(1)
  })

  it('gives the number of what it made, with which the customer finds it', async () => {
    const { id } = await refund()
    const [made] = (await confirm(id)).json().data.refunds
    expect(made).toMatchObject({ number: expect.stringMatching(/^REF-\d{4}$/), state: 'requested', amount: 299 })
    const found = await test.send('GET', `/api/refunds/${made.number}`, { token: proof.token })
    expect(found.json().data.refunds).toEqual([made])
    expect((await test.prove(made.number, priya.email)).number).toBe(made.number)
  })

  it('with a key that was used for another proposal is a conflict, and changes nothing', async () => {
    await confirm((await cancel()).id, 'one key')
    const { id } = await refund()
    const response = await confirm(id, 'one key')
    expect(response.statusCode).toBe(409)
    expect(response.json()).toMatchObject({ code: 'conflict', detail: expect.stringContaining('Idempotency-Key') })
    expect(await commits()).toHaveLength(1)
    expect((await confirm(id, 'another key')).statusCode).toBe(200)
  })

  it('uses keys of its own conversation: another’s are nobody’s business', async () => {
    await confirm((await cancel()).id, 'k')
    const other = await test.prove('ORD-1010', 'sofia.marchetti@example.com')
    const body = { order_number: 'ORD-1010', everything: true }
    const { id } = proposalOf(await post('/api/refunds', body, other.token))
    expect((await confirm(id, 'k', other.token)).statusCode).toBe(200)
  })

  it.each([
    ['with one key', () => 'key'],
    ['with a key each', (index: number) => `key-${index}`],
    ['without', () => undefined],
  ])('that comes a hundred times at once writes once and gives a hundred equal answers, %s', async (_with, keyOf) => {
    const { id } = await refund()
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => confirm(id, keyOf(index))))
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
    expect(answers[0]?.statusCode).toBe(200)
    expect(await commits()).toHaveLength(1)
    expect(await test.services.store.refundsOf('ORD-1007', test.context)).toHaveLength(1)
  })

  it('from two conversations of one customer at once pays once', async () => {
    const other = await test.prove(priya.number, priya.email)
    const body = { order_number: 'ORD-1007', everything: true }
    const [a, b] = [await refund(), proposalOf(await post('/api/refunds', body, other.token))]
    const answers = await Promise.all([confirm(a.id), confirm(b.id, undefined, other.token)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted((x, y) => x - y)).toEqual([200, 403])
    expect(await commits()).toHaveLength(1)
  })

  it('after a restart is answered as before, and what waited only is gone', async () => {
    const stateFolder = await mkdtemp(join(tmpdir(), 'restarted-'))
    try {
      const before = await start({ stateFolder })
      const given = await before.prove(priya.number, priya.email)
      const { id } = proposalOf(await post(`/api/orders/ORD-1003/cancellation`, undefined, given.token, before))
      const first = await confirm(id, 'key', given.token, before)
      expect(first.statusCode).toBe(200)
      const open = proposalOf(
        await post('/api/refunds', { order_number: 'ORD-1007', everything: true }, given.token, before),
      )
      await before.stop()

      const after = await start({ stateFolder })
      expect((await confirm(id, 'key', given.token, after)).body).toBe(first.body)
      expect((await orderOf('ORD-1003', after)).state).toBe('cancelled')
      expect((await confirm(open.id, 'other', given.token, after)).statusCode).toBe(404)
      expect(await commits(after)).toHaveLength(1)
      const stranger = await after.prove('ORD-1010', 'sofia.marchetti@example.com')
      expect((await confirm(id, 'key', stranger.token, after)).statusCode).toBe(404)
      await after.stop()
    } finally {
      await rm(stateFolder, { recursive: true, force: true })
    }
  })

  it('comes too late after ten minutes, however often the proposal was looked at', async () => {
    const { id } = await cancel()
    for (let minute = 1; minute < 10; minute++) {
      clock.advance(1)
      await test.send('GET', `/api/conversations/${proof.session_id}`)
      await test.chat('what laptops do you have?', proof.session_id)
    }
    clock.advance(0.99)
    expect((await test.send('GET', `/api/conversations/${proof.session_id}`)).json().proposal?.id).toBe(id)
    clock.advance(0.02)
    const response = await confirm(id)
    expect(response.statusCode).toBe(404)
    expect((await test.send('GET', `/api/conversations/${proof.session_id}`)).json().proposal).toBeNull()
    expect((await orderOf(priya.number)).state).toBe('processing')
    expect(await commits()).toEqual([])
  })

  it('decides again by the rules, as things are then', async () => {
    const { id } = await cancel()
    await shopChanges(priya.number, (order) => ({ ...order, state: 'shipped' }))
    const response = await confirm(id)
    expect(response.statusCode).toBe(403)
    expect(response.json().tool_result.data).toMatchObject({ kind: 'refusal', rule: 'already_shipped' })
    expect((await orderOf(priya.number)).state).toBe('shipped')
    expect(await audited()).toMatchObject([{ event: 'proposed' }, { event: 'refused', rule: 'already_shipped' }])
    // It is over: the same would be asked for anew.
    expect((await confirm(id)).statusCode).toBe(403)
  })

  it('does nothing where what was shown is not so any more', async () => {
    const { id } = await refund()
    await shopChanges('ORD-1007', (order) => ({ ...order, discount: 100, total: order.total - 100 }))
    const response = await confirm(id)
    expect(response.statusCode).toBe(403)
    expect(response.json().detail).toContain('Things have changed')
    expect(await commits()).toEqual([])
  })

  it('needs the proof: none is asked for it, another conversation’s finds nothing, another customer’s is refused', async () => {
    const { id } = await cancel()
    const unproved = await test.send('POST', `/api/proposals/${id}/confirm`)
    expect(unproved.statusCode).toBe(401)
    expect(unproved.json().tool_result).toMatchObject({ needs: 'proof' })
    const elsewhere = await test.prove(priya.number, priya.email)
    expect((await confirm(id, undefined, elsewhere.token)).statusCode).toBe(404)
    const stranger = await test.prove('ORD-1010', 'sofia.marchetti@example.com', proof.session_id)
    expect((await confirm(id, undefined, stranger.token)).statusCode).toBe(403)
    expect((await orderOf(priya.number)).state).toBe('processing')
    expect(await commits()).toEqual([])
  })

  it('of what nobody proposed finds nothing', async () => {
    expect((await confirm(randomUUID())).statusCode).toBe(404)
    expect((await confirm('x'.repeat(65))).statusCode).toBe(422)
    expect((await confirm(randomUUID(), 'k'.repeat(129))).statusCode).toBe(422)
  })

  it('is not held up by whoever hangs up', async () => {
    const { id } = await cancel()
    const { gate } = test.services
    const caller = {
      door: 'rest' as const,
      staff: false,
      address: '192.0.2.1',
      conversation: proof.session_id,
      proof: { kind: 'customer' as const, ...priya },
    }
    const abort = new AbortController()
    const confirming = gate.confirm(id, caller, null, { ...test.context, signal: abort.signal })
    abort.abort()
    expect((await confirming).outcome).toBe('ok')
    expect((await orderOf(priya.number)).state).toBe('cancelled')
  })
})

describe('a drop', () => {
  it('ends the proposal and changes nothing', async () => {
    const { id } = await cancel()
    expect((await test.send('POST', `/api/proposals/${id}/drop`)).statusCode).toBe(401)
    const dropped = await post(`/api/proposals/${id}/drop`)
    expect(dropped.statusCode).toBe(200)
    expect(dropped.json().message).toContain('Nothing was changed')
    expect((await confirm(id)).statusCode).toBe(403)
    expect((await post(`/api/proposals/${id}/drop`)).statusCode).toBe(404)
    expect((await orderOf(priya.number)).state).toBe('processing')
  })
})

describe('chat and buttons', () => {
  const history = async () => (await test.send('GET', `/api/conversations/${proof.session_id}`)).json()

  it('a “yes” confirms what a form proposed once it was said, and shows in the conversation', async () => {
    const { id } = await cancel()
    expect((await history()).proposal.id).toBe(id)
    const said = await test.chat('what laptops do you have?', proof.session_id)
    expect(said.proposal?.id).toBe(id)
    const answer = await test.chat('yes', proof.session_id)
    expect(answer.tool_results).toMatchObject([{ tool: 'cancel_order', outcome: 'ok' }])
    const { proposal, exchanges } = await history()
    expect(proposal).toBeNull()
    expect(exchanges.at(-1)).toMatchObject({ message: 'yes', answer: { tool_results: answer.tool_results } })
    // The button pressed afterwards is answered with the same.
    expect((await confirm(id)).json()).toEqual(answer.tool_results[0])
    expect(await commits()).toHaveLength(1)
  })

  it('a button confirms what chat proposed, and shows in the conversation once', async () => {
    const { proposal } = await test.chat('please cancel order ORD-1003', proof.session_id)
    expect(proposal).toMatchObject({ tool: 'cancel_order', order_number: 'ORD-1003', amount: 1028.99 })
    const confirmed = await confirm(proposal?.id ?? '', 'key')
    await confirm(proposal?.id ?? '', 'key')
    const { exchanges } = await history()
    expect(exchanges).toHaveLength(2)
    expect(exchanges[1]).toMatchObject({ message: '', answer: { tool_results: [confirmed.json()] } })
    const later = await test.chat('yes', proof.session_id)
    expect(later.tool_results.filter(({ tool }) => tool === 'cancel_order')).toEqual([])
    expect(await commits()).toHaveLength(1)
  })

  it('a “yes” and the button at once make one change', async () => {
    const { proposal } = await test.chat('please cancel order ORD-1003', proof.session_id)
    const [said, pressed] = await Promise.all([test.chat('yes', proof.session_id), confirm(proposal?.id ?? '', 'key')])
    expect(pressed.json()).toMatchObject({ tool: 'cancel_order', outcome: 'ok' })
    expect(said.response).not.toBe('')
    expect(await commits()).toHaveLength(1)
  })

  it('a “no” drops it', async () => {
    const { proposal } = await test.chat('please cancel order ORD-1003', proof.session_id)
    const { response } = await test.chat('no', proof.session_id)
    expect(response).toContain('Nothing was changed')
    expect((await confirm(proposal?.id ?? '')).statusCode).toBe(403)
    expect(await commits()).toEqual([])
  })
})

describe('letters', () => {
  it('confirm a commit to the address on the order', async () => {
    await confirm((await cancel()).id)
    await vi.waitFor(async () => expect(await letters()).toHaveLength(1), 5000)
    const [letter = ''] = await letters()
    expect(letter).toContain(`To: ${priya.email}`)
    expect(letter).toContain('Subject: Your order ORD-1003 is cancelled')
  })

  it('hold no commit up where the mail server is out', async () => {
    const cut = await start({ environment: { SMTP_URL: 'smtp://127.0.0.1:1' } })
    try {
      const given = await cut.prove(priya.number, priya.email)
      const { id } = proposalOf(await post('/api/orders/ORD-1003/cancellation', undefined, given.token, cut))
      expect((await confirm(id, 'key', given.token, cut)).statusCode).toBe(200)
      expect((await orderOf('ORD-1003', cut)).state).toBe('cancelled')
      expect((await cut.services.store.status(cut.context)).waiting_mail).toBe(1)
      expect((await cut.send('GET', '/ready')).statusCode).toBe(200)
    } finally {
      await cut.stop()
    }
  })
})
