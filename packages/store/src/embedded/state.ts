import type { AuditEntry, Change, Committed, OrderRecord, OutboxEntry } from '@marketplace-agent/domain'
import { type ChainHead, emptyChain, seal } from './audit-chain.ts'
import { type RecordIndex, change, createRecordIndex, keyOf, orderOfChange } from './record-index.ts'

/** What the records were made of. */
export interface Origin {
  /** The shop's name; null in a state that was made before it was kept. */
  readonly shop: string | null
  /** SHA-256 of the records as the shop's folder has them. */
  readonly source: string
  readonly as_written: boolean
  readonly shift_days: number
}

/** A file of audit entries that no journal holds any more. */
export interface Archive extends ChainHead {
  readonly file: string
  /** Of its first entry; `sequence` and `hash` are those of its last one. */
  readonly first: number
  readonly bytes: number
}

/** One line of the journal. */
export type JournalEntry =
  | {
      readonly kind: 'commit'
      readonly committed: Committed
      /** What changes, or which of the audit entries has the same list. */
      readonly changes: readonly Change[] | number
      readonly audit: readonly AuditEntry[]
      readonly mail: readonly OutboxEntry[]
    }
  | { readonly kind: 'audit'; readonly audit: readonly AuditEntry[] }
  | { readonly kind: 'delivered'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string; readonly not_before: string }
  | { readonly kind: 'origin'; readonly origin: Origin }

/** An audit entry as it is kept in memory until it is archived: its JSON. */
export interface RecentEntry extends ChainHead {
  readonly text: string
}

/** Everything the store knows, as of the last line that is on the disk. */
export interface State {
  origin: Origin
  /** Whether a commit was ever made, or records were put in by an operator. */
  written: boolean
  /** The number of the last line of the journal, counted over all journals. */
  line: number
  /** The shop's time of the last commit. */
  at: string | null
  readonly records: RecordIndex
  readonly committed: Map<string, Committed>
  /** Proposals by idempotency key. */
  readonly keys: Map<string, string>
  /** Oldest first. */
  readonly mail: Map<string, OutboxEntry>
  chain: ChainHead
  archives: readonly Archive[]
  /** The entries behind the archives. */
  recent: RecentEntry[]
}

export const createState = (origin: Origin, records: Iterable<OrderRecord>): State => ({
  origin,
  written: false,
  line: 0,
  at: null,
  records: createRecordIndex(records),
  committed: new Map(),
  keys: new Map(),
  mail: new Map(),
  chain: emptyChain,
  archives: [],
  recent: [],
})

export function remember(state: State, committed: Committed) {
  state.committed.set(committed.proposal, committed)
  if (committed.idempotencyKey !== null) state.keys.set(committed.idempotencyKey, committed.proposal)
}

/** The records that changes lead to, each one version on. Null where a change doesn't fit what is there. */
export function changedRecords(
  changes: readonly Change[],
  recordOf: (order: string) => OrderRecord | undefined,
): Map<string, OrderRecord> | null {
  const changed = new Map<string, OrderRecord>()
  for (const one of changes) {
    const number = keyOf(orderOfChange(one))
    const present = recordOf(number)
    const before = changed.get(number) ?? (present && { ...present, version: present.version + 1 })
    const after = before && change(before, one)
    if (after === undefined || after === null) return null
    changed.set(number, after)
  }
  return changed
}

/** Takes one line of the journal in. `sealed` has its audit entries' texts where they are known. Throws where it doesn't fit. */
export function apply(state: State, entry: JournalEntry, sealed?: readonly RecentEntry[]) {
  state.line += 1
  if (entry.kind === 'origin') state.origin = entry.origin
  else if (entry.kind === 'delivered') state.mail.delete(entry.id)
  else if (entry.kind === 'failed') {
    const mail = state.mail.get(entry.id)
    if (mail !== undefined)
      state.mail.set(entry.id, { ...mail, attempts: mail.attempts + 1, not_before: entry.not_before })
  } else takeIn(state, entry, sealed ?? reseal(state.chain, entry.audit))
}

function takeIn(state: State, entry: JournalEntry & { kind: 'commit' | 'audit' }, sealed: readonly RecentEntry[]) {
  if (entry.kind === 'commit') {
    const { changes, committed } = entry
    const list = typeof changes === 'number' ? entry.audit[changes]?.changes : changes
    const records = changedRecords(list ?? [], (order) => state.records.get(order))
    if (records === null) throw new Error("its changes don't fit the records")
    for (const record of records.values()) state.records.set(record)
    remember(state, committed)
    for (const mail of entry.mail) state.mail.set(mail.id, mail)
    state.written = true
    state.at = committed.at
  }
  for (const one of sealed) {
    state.recent.push(one)
    state.chain = { sequence: one.sequence, hash: one.hash }
  }
}

function reseal(chain: ChainHead, entries: readonly AuditEntry[]): RecentEntry[] {
  let last = chain
  return entries.map(({ sequence: _sequence, previous: _previous, hash, ...draft }) => {
    const sealed = seal(draft, last)
    if (sealed.hash !== hash) throw new Error('its audit entry breaks the chain')
    last = sealed
    return sealed
  })
}
