import type { CallContext, Complaint, Order, OrderRecord, Proof, Refund } from '@marketplace-agent/domain'
import type { Store } from '@marketplace-agent/store'
import { describe, expect, it } from 'vitest'
import type { AnyTool, Opens } from '../tools/define-tool.ts'
import { accessTo, denial } from './access.ts'

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
const complaints: Complaint[] = ['C-1', 'C-2'].map((number) => ({
  number,
  order: 'N-1',
  state: 'open',
  reason: 'late',
  text: 'Late',
  ...at,
}))
const refunds: Refund[] = [
  { number: 'R-1', order: 'N-1', items: [{ product_id: 1, quantity: 1 }], amount: 5, state: 'paid', reason: '', ...at },
  { number: 'C-1', order: 'N-1', items: [{ product_id: 1, quantity: 1 }], amount: 5, state: 'paid', reason: '', ...at },
]
const recordOf = (found: Order): OrderRecord => ({
  version: 0,
  order: found,
  deliveries: [],
  complaints: [],
  refunds: [],
})

const calls: string[] = []
const find = async <T extends { number: string }>(kind: string, list: readonly T[], number: string) => {
  calls.push(kind)
  return list.find((each) => each.number.toLowerCase() === number.trim().toLowerCase()) ?? null
}
const store = {
  complaint: (number: string) => find('complaint', complaints, number),
  refund: (number: string) => find('refund', refunds, number),
  orderRecord: async (number: string) => {
    const found = await find('order', orders, number)
    return found === null ? null : recordOf(found)
  },
} as Partial<Store> as Store

const context: CallContext = {
  signal: new AbortController().signal,
  deadline: Infinity,
  degrade: () => {},
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
}

/** Of a tool nothing but who may use it is looked at. */
const tool = (access: AnyTool['access'], opens?: Opens) =>
  ({ access, ...(opens !== undefined && { opens: () => opens }) }) as Partial<AnyTool> as AnyTool

const ada: Proof = { kind: 'customer', number: 'N-1', email: 'ada@example.com' }
const bob: Proof = { kind: 'customer', number: 'N-2', email: 'bob@example.com' }
const adasComplaint: Proof = { kind: 'record', record: 'complaint', number: 'C-1', email: 'ada@example.com' }
const adasRefund: Proof = { kind: 'record', record: 'refund', number: 'R-1', email: 'ada@example.com' }

const ask = (opens: Opens | undefined, proof: Proof | null, staff = false) =>
  accessTo(tool('customer', opens), {}, { staff, proof }, store, context)

describe('access', () => {
  it('lets anybody use what is public, and the staff alone what is theirs', async () => {
    const nobody = { staff: false, proof: null }
    expect(await accessTo(tool('public'), {}, nobody, store, context)).toMatchObject({ allowed: true })
    expect(await accessTo(tool('staff'), {}, nobody, store, context)).toEqual({ allowed: false, because: 'staff_only' })
    expect(await accessTo(tool('staff'), {}, { ...nobody, proof: ada }, store, context)).toMatchObject({
      allowed: false,
    })
    expect(await accessTo(tool('staff'), {}, { ...nobody, staff: true }, store, context)).toMatchObject({
      allowed: true,
    })
  })

  it("opens nothing of a customer's without proof, to the staff neither, and looks nothing up for it", async () => {
    calls.length = 0
    for (const opens of [undefined, { record: 'order', number: 'N-1' }, { record: 'customer' }] as const) {
      expect(await ask(opens, null)).toEqual({ allowed: false, because: 'unproved' })
      expect(await ask(opens, null, true)).toEqual({ allowed: false, because: 'unproved' })
    }
    expect(calls).toEqual([])
  })

  it.each([
    ['order', 'N-1'],
    ['order', ' n-1'],
    ['complaint', 'c-1'],
    ['refund', 'R-1'],
  ] as const)('opens %s %s with the order it belongs to, to its customer', async (record, number) => {
    expect(await ask({ record, number }, ada)).toMatchObject({
      allowed: true,
      subject: { proof: ada, record: { order: { number: 'N-1' } } },
    })
    expect(await ask({ record, number }, bob)).toEqual({ allowed: false, because: 'not_theirs' })
  })

  it.each([
    ['order', 'N-1', 'N-9'],
    ['complaint', 'C-1', 'C-9'],
    ['refund', 'R-1', 'R-9'],
  ] as const)("tells another's %s and an unknown one nobody apart", async (record, others, unknown) => {
    const answers = await Promise.all([others, unknown].map((number) => ask({ record, number }, bob)))
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toEqual({ allowed: false, because: 'not_theirs' })
  })

  it("opens by a complaint's or refund's number that record and nothing else", async () => {
    const opens = [
      { record: 'order', number: 'N-1' },
      { record: 'complaint', number: 'C-1' },
      { record: 'complaint', number: 'C-2' },
      { record: 'refund', number: 'R-1' },
      { record: 'refund', number: 'C-1' },
      { record: 'customer' },
    ] as const
    const opened = async (proof: Proof) =>
      (await Promise.all(opens.map(async (each) => ((await ask(each, proof)).allowed ? each : [])))).flat()
    expect(await opened(adasComplaint)).toEqual([opens[1]])
    expect(await opened(adasRefund)).toEqual([opens[3]])
    expect(await opened({ ...adasComplaint, email: 'bob@example.com' })).toEqual([])
    expect(await ask({ record: 'customer' }, adasComplaint)).toEqual({ allowed: false, because: 'unproved' })
    expect(await ask(undefined, ada)).toEqual({ allowed: true, subject: { proof: ada, record: null } })
  })

  it('is denied in words that ask for the proof, or give nothing away', () => {
    expect(denial('t', { allowed: false, because: 'unproved' }, 'x')).toMatchObject({
      outcome: 'needs_input',
      needs: 'proof',
    })
    expect(denial('t', { allowed: false, because: 'staff_only' }, 'x')).toMatchObject({
      outcome: 'refused',
      data: null,
    })
    expect(denial('t', { allowed: false, because: 'not_theirs' }, 'ask@shop.example')).toEqual({
      tool: 't',
      outcome: 'refused',
      data: null,
      message: expect.stringContaining('ask@shop.example'),
    })
  })
})
