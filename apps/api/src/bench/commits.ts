import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallContext, Change, Commit, Order, ShopRecords } from '@marketplace-agent/domain'
import type { Store, StoreOptions } from '@marketplace-agent/store'

export interface CommitRow {
  /** `shared`: commits that wait together share one flush. `each`: the same store, one commit after the other. */
  readonly flush: 'shared' | 'each'
  readonly writers: number
  /** Acknowledged, each durable before that. */
  readonly commitsPerSecond: number
  /** From the call to the acknowledgement, in milliseconds. */
  readonly p99: number
}

const day = '2026-02-05T12:00:00Z'

const order = (index: number): Order => ({
  number: `B-${index}`,
  state: 'processing',
  customer: { name: 'Bench Customer', email: `customer-${index}@example.com` },
  address: { name: 'Bench Customer', line1: '1 Road', city: 'Town', postal_code: '1', country: 'US' },
  items: [{ product_id: 1, name: 'Thing', quantity: 1, unit_price: 10 }],
  delivery_fee: 0,
  total: 10,
  placed_at: day,
  expected_date: '2026-02-10',
})

const context: CallContext = {
  signal: new AbortController().signal,
  deadline: Number.POSITIVE_INFINITY,
  degrade: () => {},
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
}

/** What the agent commits for a changed address: the order before and after, an audit entry with both, a letter. */
function commitOf(proposal: string, before: Order, version: number): Commit {
  const after: Order = { ...before, address: { ...before.address, line1: `${version} Road` } }
  const changes: readonly Change[] = [{ record: 'order', before, after }]
  return {
    proposal,
    idempotencyKey: `key-${proposal}`,
    expectedVersions: { [before.number]: version },
    changes,
    audit: [
      {
        at: day,
        event: 'committed',
        tool: 'change_address',
        door: 'chat',
        conversation: '5f0c2d7a',
        proof: { kind: 'order', number: before.number },
        proposal,
        rule: 'address_change',
        order: before.number,
        changes,
      },
    ],
    outbox: [
      { to: before.customer.email, subject: 'Your new address', text: `Order ${before.number} goes there now.` },
    ],
    answer: { tool: 'change_address', outcome: 'ok', data: null, message: 'The address is changed.' },
    at: day,
  }
}

/** One writer's commits on an order of its own. */
async function write(store: Store, number: string, stopAt: number, inTurn: InTurn, times: number[]): Promise<void> {
  for (let count = 0; performance.now() < stopAt; count++) {
    const start = performance.now()
    await inTurn(async () => {
      const record = await store.orderRecord(number, context)
      if (record === null) throw new Error(`There is no order ${number}.`)
      const { outcome } = await store.commit(commitOf(`${number}-${count}`, record.order, record.version), context)
      if (outcome !== 'committed') throw new Error(`A commit came to ${outcome}.`)
    })
    times.push(performance.now() - start)
  }
}

type InTurn = (work: () => Promise<void>) => Promise<void>

const together: InTurn = (work) => work()

function oneAfterTheOther(): InTurn {
  let last = Promise.resolve()
  return (work) => (last = last.then(work))
}

async function measure(
  open: (options: StoreOptions) => Promise<Store>,
  flush: CommitRow['flush'],
  writers: number,
  milliseconds: number,
): Promise<CommitRow> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-commits-'))
  try {
    const orders = Array.from({ length: writers }, (_, index) => order(index))
    const records: ShopRecords = { orders, deliveries: [], complaints: [], refunds: [] }
    const store = await open({
      folder: join(folder, 'store'),
      shop: 'Bench',
      records,
      anchorDate: null,
      today: day.slice(0, 10),
      datesAsWritten: true,
      numbers: { complaint: 'C-#+', refund: 'R-#+' },
      log: context.log,
    })
    const inTurn = flush === 'shared' ? together : oneAfterTheOther()
    const times: number[] = []
    const start = performance.now()
    await Promise.all(orders.map(({ number }) => write(store, number, start + milliseconds, inTurn, times)))
    const seconds = (performance.now() - start) / 1000
    await store.close()
    const p99 = times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? Number.NaN
    return { flush, writers, commitsPerSecond: times.length / seconds, p99 }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Acknowledged commits a second, with a flush that waiting commits share and with a flush for each. */
export async function measureCommits(
  open: (options: StoreOptions) => Promise<Store>,
  { writers = 50, milliseconds = 2000 } = {},
): Promise<CommitRow[]> {
  return [await measure(open, 'shared', writers, milliseconds), await measure(open, 'each', writers, milliseconds)]
}
