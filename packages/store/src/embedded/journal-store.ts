import { setImmediate as nextTurn } from 'node:timers/promises'
import { type AuditEntry, CodedError, type CommitOutcome, type OutboxEntry } from '@marketplace-agent/domain'
import type { NumberedRecord, Store } from '../port.ts'
import { type NumberSeries, createNumberSeries } from '../record-numbers.ts'
import { readArchive } from './archive.ts'
import { type CompactorParts, createCompactor } from './compactor.ts'
import { encodeLine } from './lines.ts'
import { keyOf } from './record-index.ts'
import { encodeEntry } from './recover.ts'
import { type Prepared, type Stage, createStage } from './stage.ts'
import { type JournalEntry, apply } from './state.ts'

export interface JournalStoreParts extends CompactorParts {
  readonly numbers: Readonly<Record<NumberedRecord, string>>
  /** Lets the folder go. */
  release(): Promise<void>
}

/** What waits for the next flush: how it is decided, and who is told. */
interface Waiting {
  prepare(stage: Stage): Prepared | CommitOutcome
  resolve(outcome: CommitOutcome): void
  reject(error: unknown): void
}

const refused = (why: string, cause?: unknown) =>
  new CodedError('unavailable', why, cause === undefined ? {} : { cause })

const plain = (entry: JournalEntry): Prepared => ({ entry, json: JSON.stringify(entry), sealed: [] })

/**
 * The store in memory, with every write in the journal before it is acknowledged or seen by a reader. Writes that wait
 * together share one flush.
 */
export function createJournalStore(parts: JournalStoreParts): Store {
  const { files, folder, state, log } = parts
  const compactor = createCompactor(parts)
  const series = {
    complaint: createSeries('complaint', createNumberSeries(parts.numbers.complaint)),
    refund: createSeries('refund', createNumberSeries(parts.numbers.refund)),
  }
  let waiting: Waiting[] = []
  let flushing: Promise<void> | null = null
  let closed = false

  function createSeries(kind: NumberedRecord, numbers: NumberSeries) {
    let greatest: string | null = null
    const raise = (number: string) => {
      if (numbers.has(number) && (greatest === null || numbers.compare(number, greatest) > 0)) greatest = number
    }
    for (const number of state.records.numbers(kind)) raise(number)
    return { raise, next: () => (greatest = numbers.after(greatest) ?? used(kind)) }
  }

  function enqueue(prepare: Waiting['prepare']): Promise<CommitOutcome> {
    if (closed) return Promise.reject(refused('The store is closed.'))
    if (compactor.broken) return Promise.reject(refused('The store takes no writes: its journal could not be written.'))
    return new Promise((resolve, reject) => {
      waiting.push({ prepare, resolve, reject })
      flushing ??= flushAll()
    })
  }

  async function flushAll() {
    // Whoever was told in the last flush may write again at once: those go into one flush.
    await nextTurn()
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await flush(batch)
      await compactor.rotateIfDue()
      await nextTurn()
    }
    flushing = null
  }

  async function flush(batch: readonly Waiting[]) {
    const stage = createStage(state)
    const written: Prepared[] = []
    const told: (() => void)[] = []
    let text = ''
    for (const { prepare, resolve, reject } of batch) {
      try {
        const prepared = prepare(stage)
        if ('outcome' in prepared) told.push(() => resolve(prepared))
        else {
          written.push(prepared)
          text += encodeLine(encodeEntry(state.line + written.length, state.line, prepared.json))
          told.push(() => resolve({ outcome: 'committed' }))
        }
      } catch (error) {
        told.push(() => reject(error))
      }
    }
    try {
      if (written.length > 0) await compactor.write(text)
      for (const { entry, sealed } of written) takeIn(entry, sealed)
    } catch (error) {
      log.error({ err: error, broken: compactor.broken }, 'the journal could not be written')
      const failure = refused('The store could not write this.', error)
      for (const { reject } of batch) reject(failure)
      return
    }
    for (const tell of told) tell()
  }

  function takeIn(entry: JournalEntry, sealed: Prepared['sealed']) {
    apply(state, entry, sealed)
    if (entry.kind !== 'commit' || typeof entry.changes === 'number') return
    for (const { record, after } of entry.changes) {
      if (record === 'complaint' || record === 'refund') series[record].raise(after.number)
    }
  }

  return {
    order: async (number) => state.records.get(number)?.order ?? null,
    orderRecord: async (number) => state.records.get(number) ?? null,
    ordersByEmail: async (email) => state.records.byEmail(email),
    async delivery(trackingNumber) {
      const key = keyOf(trackingNumber)
      const found = state.records.byDelivery(key)?.deliveries.find((one) => keyOf(one.tracking_number) === key)
      return found ?? null
    },
    deliveriesOf: async (order) => state.records.get(order)?.deliveries ?? [],
    async complaint(number) {
      const key = keyOf(number)
      return state.records.byComplaint(key)?.complaints.find((one) => keyOf(one.number) === key) ?? null
    },
    complaintsOf: async (order) => state.records.get(order)?.complaints ?? [],
    async refund(number) {
      const key = keyOf(number)
      return state.records.byRefund(key)?.refunds.find((one) => keyOf(one.number) === key) ?? null
    },
    refundsOf: async (order) => state.records.get(order)?.refunds ?? [],

    reserveNumber: async (kind) => series[kind].next(),
    commit: (commit) => enqueue((stage) => stage.commit(commit)),
    committed: async (proposal) => state.committed.get(proposal) ?? null,
    async audit(draft) {
      await enqueue((stage) => stage.audit(draft))
    },
    async auditEntries(after, limit) {
      // Taken at one moment: while a file is read here, a compaction may move entries from the one to the other.
      const { archives, recent } = state
      const entries: AuditEntry[] = []
      let next = after + 1
      for (const archive of archives) {
        if (archive.sequence < next || entries.length >= limit) continue
        const lines = await readArchive(files, folder, archive)
        const texts = lines.slice(next - archive.first, next - archive.first + limit - entries.length)
        entries.push(...texts.map((text) => JSON.parse(text) as AuditEntry))
        next += texts.length
      }
      const behind = recent.filter(({ sequence }) => sequence >= next).slice(0, limit - entries.length)
      return [...entries, ...behind.map(({ text }) => JSON.parse(text) as AuditEntry)]
    },

    async dueMail(now, limit) {
      const time = Date.parse(now)
      const due: OutboxEntry[] = []
      for (const entry of state.mail.values()) {
        if (due.length >= limit) break
        if (Date.parse(entry.not_before) <= time) due.push(entry)
      }
      return due
    },
    async mailDelivered(id) {
      if (state.mail.has(id)) await enqueue(() => plain({ kind: 'delivered', id }))
    },
    async mailFailed(id, notBefore) {
      if (state.mail.has(id)) await enqueue(() => plain({ kind: 'failed', id, not_before: notBefore }))
    },

    async status() {
      if (closed || compactor.broken) throw refused('The store takes no writes.')
      return { adapter: 'journal', orders: state.records.size, waiting_mail: state.mail.size }
    },
    async close() {
      if (closed) return
      closed = true
      await flushing
      await compactor.close()
      await parts.release()
    },
  }
}

function used(kind: NumberedRecord): never {
  throw new CodedError('unavailable', `The shop's pattern for ${kind} numbers is used up.`)
}
