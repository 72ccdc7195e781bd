import { type CallContext, CodedError, type Complaint, type Order, type Refund } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import { createAttempts } from './attempts.ts'
import { type Provable, createProver } from './prove.ts'

const minute = 60_000
const order = (number: string, email: string): Order => ({
  number,
  state: 'processing',
  customer: { name: 'Ada', email },
  address: { name: 'Ada', line1: '1 Lane', city: 'Town', postal_code: '1', country: 'GB' },
  items: [{ product_id: 1, name: 'Lamp', quantity: 1, unit_price: 5 }],
  delivery_fee: 0,
  total: 5,
  placed_at: '2026-01-01T00:00:00Z',
  expected_date: null,
})
const at = { created_at: '2026-01-02T00:00:00Z', updated_at: '2026-01-02T00:00:00Z' }
const orders = [order('N-1', 'Ada@Example.com'), order('N-2', 'bob@example.com')]
const complaints: Complaint[] = [{ number: 'C-1', order: 'N-1', state: 'open', reason: 'late', text: 'Late', ...at }]
const refunds: Refund[] = [
  {
    number: 'R-1',
    order: 'N-2',
    items: [{ product_id: 1, quantity: 1 }],
    amount: 5,
    state: 'paid',
    reason: 'Late',
    ...at,
  },
  {
    number: 'R-2',
    order: 'gone',
    items: [{ product_id: 1, quantity: 1 }],
    amount: 5,
    state: 'paid',
    reason: 'Late',
    ...at,
  },
]

const context: CallContext = {
  signal: new AbortController().signal,
  deadline: Number.POSITIVE_INFINITY,
  degrade: () => {},
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
}

function start() {
  let time = 0
  const calls: string[] = []
  const waits: number[] = []
  const find = async <T extends { number: string }>(kind: string, records: readonly T[], number: string) => {
    calls.push(kind)
    await Promise.resolve()
    return records.find((record) => record.number.toLowerCase() === number.trim().toLowerCase()) ?? null
  }
  const prove = createProver({
    store: {
      order: (number) => find('order', orders, number),
      complaint: (number) => find('complaint', complaints, number),
      refund: (number) => find('refund', refunds, number),
    },
    attempts: createAttempts({ clock: { now: () => new Date(0), monotonic: () => time } }),
    wait: async (milliseconds) => {
      waits.push(milliseconds)
      time += milliseconds
    },
  })
  const from = { conversation: 'c', address: '203.0.113.7' }
  return {
    calls,
    waits,
    advance: (milliseconds: number) => (time += milliseconds),
    prove: (kind: Provable, number: string, email: string, origin: Partial<typeof from> = {}) =>
      prove({ kind, number, email, ...from, ...origin }, context),
  }
}

describe('proving', () => {
  it("takes an order's number and its e-mail, however they are written", async () => {
    const { prove } = start()
    expect(await prove('order', ' n-1', ' ADA@example.com ')).toEqual({
      outcome: 'proved',
      proof: { kind: 'customer', number: 'N-1', email: 'ada@example.com' },
    })
  })

  it("takes a record's number and its order's e-mail, for that record", async () => {
    const { prove } = start()
    expect(await prove('complaint', 'c-1', 'ada@example.com')).toEqual({
      outcome: 'proved',
      proof: { kind: 'record', record: 'complaint', number: 'C-1', email: 'ada@example.com' },
    })
    expect(await prove('refund', 'R-1', 'bob@example.com')).toMatchObject({
      proof: { record: 'refund', number: 'R-1' },
    })
  })

  it.each([
    ['order', 'N-9', 'ada@example.com', 'N-1', 'eve@example.com'],
    ['complaint', 'C-9', 'ada@example.com', 'C-1', 'eve@example.com'],
    ['refund', 'R-9', 'bob@example.com', 'R-1', 'eve@example.com'],
  ] as const)('tells an unknown %s and a wrong e-mail nobody apart', async (kind, unknown, email, number, wrong) => {
    const [first, second] = [start(), start()]
    expect(await first.prove(kind, unknown, email)).toEqual({ outcome: 'wrong' })
    expect(await second.prove(kind, number, wrong)).toEqual({ outcome: 'wrong' })
    expect(first.calls).toEqual(second.calls)
  })

  it.each([
    ['order', 'N-1', ''],
    ['order', 'N-2', 'ada@example.com'],
    ['order', '', ''],
    ['order', 'C-1', 'ada@example.com'],
    ['complaint', 'N-1', 'ada@example.com'],
    ['complaint', 'R-1', 'bob@example.com'],
    ['refund', 'R-1', 'ada@example.com'],
    ['refund', 'R-2', ''],
    ['refund', 'R-9', ''],
  ] as const)('proves nothing by %s %j with %j', async (kind, number, email) => {
    expect(await start().prove(kind, number, email)).toEqual({ outcome: 'wrong' })
  })

  it('closes after five wrong tries, also for a right one, and opens after 15 minutes', async () => {
    const { prove, advance, calls } = start()
    for (let count = 0; count < 5; count++)
      expect(await prove('order', `N-${count + 3}`, `${count}@x.example`)).toEqual({ outcome: 'wrong' })
    expect(await prove('order', 'N-1', 'ada@example.com')).toEqual({ outcome: 'closed', minutes: 15 })
    expect(await prove('order', 'N-1', 'ada@example.com', { conversation: 'd' })).toMatchObject({ outcome: 'closed' })
    expect(await prove('order', 'N-1', 'ada@example.com', { address: '203.0.113.8' })).toMatchObject({
      outcome: 'closed',
    })
    expect(calls).toHaveLength(5)
    advance(14 * minute)
    expect(await prove('order', 'N-1', 'ada@example.com')).toEqual({ outcome: 'closed', minutes: 1 })
    advance(minute)
    expect(await prove('order', 'N-1', 'ada@example.com')).toMatchObject({ outcome: 'proved' })
  })

  it('answers five of a hundred guesses made at once, the right one not among them', async () => {
    const { prove } = start()
    const guesses = Array.from({ length: 100 }, (_, index) =>
      prove('order', 'N-1', index === 50 ? 'ada@example.com' : `${index}@x.example`),
    )
    const outcomes = (await Promise.all(guesses)).map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(5)
    expect(outcomes.filter((outcome) => outcome === 'closed')).toHaveLength(95)
  })

  it('never closes on right tries made at once', async () => {
    const { prove } = start()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => prove('order', 'N-1', 'ada@example.com')))
    expect(outcomes.every(({ outcome }) => outcome === 'proved')).toBe(true)
  })

  it('closes the address of whoever proves themselves between guesses', async () => {
    const { prove } = start()
    for (let count = 0; count < 5; count++) {
      expect(await prove('order', 'N-2', 'bob@example.com')).toMatchObject({ outcome: 'proved' })
      expect(await prove('order', 'N-1', `${count}@x.example`)).toEqual({ outcome: 'wrong' })
    }
    expect(await prove('order', 'N-2', 'bob@example.com')).toMatchObject({ outcome: 'closed' })
  })

  it('lets an owner in, slowed, while strangers guess at their order from everywhere', async () => {
    const { prove, waits } = start()
    for (let count = 0; count < 200; count++)
      await prove('order', 'N-1', `${count}@x.example`, { conversation: `c${count}`, address: `198.51.100.${count}` })
    const before = waits.length
    expect(await prove('order', 'N-1', 'ada@example.com')).toMatchObject({ outcome: 'proved' })
    expect(waits.slice(before)).toEqual([2000])
  })

  it('counts nothing while the store is down', async () => {
    const attempts = createAttempts({ clock: { now: () => new Date(0), monotonic: () => 0 } })
    const down = async () => Promise.reject(new CodedError('unavailable', 'The store is down.'))
    const prove = createProver({
      store: { order: down, complaint: down, refund: down },
      attempts,
      wait: async () => {},
    })
    const attempt = { kind: 'order', number: 'N-1', email: 'a@b', conversation: 'c', address: '203.0.113.7' } as const
    for (let count = 0; count < 6; count++) await expect(prove(attempt, context)).rejects.toThrow('down')
    expect(attempts.closedFor(attempt)).toBe(0)
    expect(attempts.delayFor('N-1', 'a@b')).toBe(0)
  })
})
