import type {
  AuditDraft,
  Change,
  Commit,
  CommitOutcome,
  Committed,
  OrderRecord,
  OutboxEntry,
} from '@marketplace-agent/domain'
import { type ChainHead, type SealedEntry, seal } from './audit-chain.ts'
import { keyOf, orderOfChange } from './record-index.ts'
import { type JournalEntry, type State, changedRecords } from './state.ts'

/** A line to be written, and how memory takes it in once it is on the disk. */
export interface Prepared {
  readonly entry: JournalEntry
  readonly json: string
  readonly sealed: readonly SealedEntry[]
}

/**
 * What the lines of one flush lead to, before they are on the disk: each is decided on top of those before it, while
 * readers still see the state without any of them.
 */
export interface Stage {
  audit(draft: AuditDraft): Prepared
  commit(commit: Commit): Prepared | CommitOutcome
}

const sealedJson = (sealed: readonly SealedEntry[]) => `[${sealed.map(({ text }) => text).join(',')}]`

export function createStage(state: State): Stage {
  const orders = new Map<string, OrderRecord>()
  /** Complaints and refunds made in this flush. */
  const made = new Set<string>()
  const committed = new Map<string, Committed>()
  const keys = new Map<string, string>()
  let chain = state.chain

  const recordOf = (order: string) => orders.get(keyOf(order)) ?? state.records.get(order)

  function sealAll(drafts: readonly AuditDraft[]): SealedEntry[] {
    let last: ChainHead = chain
    const sealed = drafts.map((draft) => {
      const entry = seal(draft, last)
      last = entry
      return entry
    })
    chain = last
    return sealed
  }

  /** Why nothing is written, or null. */
  function refusal({ proposal, idempotencyKey, expectedVersions, changes }: Commit): CommitOutcome | null {
    const keyed =
      idempotencyKey === null ? proposal : (keys.get(idempotencyKey) ?? state.keys.get(idempotencyKey) ?? proposal)
    if (keyed !== proposal) return { outcome: 'key_reused' }
    const before = committed.get(proposal) ?? state.committed.get(proposal)
    if (before !== undefined) return { outcome: 'repeated', committed: before }
    const stale = Object.entries(expectedVersions).some(([order, version]) => recordOf(order)?.version !== version)
    return stale || changes.some(takesNumber) ? { outcome: 'conflict' } : null
  }

  /** Whether a record would be made under a number that another one has. */
  function takesNumber({ record, before, after }: Change): boolean {
    if (before !== null || record === 'order' || record === 'delivery') return false
    const { number } = after
    const owner = record === 'complaint' ? state.records.byComplaint(number) : state.records.byRefund(number)
    return owner !== undefined || made.has(`${record} ${keyOf(number)}`)
  }

  return {
    audit(draft) {
      const sealed = sealAll([draft])
      return { entry: { kind: 'audit', audit: [] }, json: `{"kind":"audit","audit":${sealedJson(sealed)}}`, sealed }
    },
    commit(commit) {
      const refused = refusal(commit)
      if (refused !== null) return refused
      const { proposal, idempotencyKey, answer, at, changes, audit, outbox } = commit
      const records = changedRecords(changes, recordOf)
      if (records === null) return { outcome: 'conflict' }

      const told: Committed = {
        proposal,
        idempotencyKey,
        answer,
        at,
        orders: [...new Set(changes.map(orderOfChange))],
      }
      const mail = outbox.map(({ to, subject, text }, index): OutboxEntry => {
        return { id: `${proposal}.${index + 1}`, to, subject, text, created_at: at, attempts: 0, not_before: at }
      })
      // The same list is written once: usually an audit entry has just what is committed.
      const place = audit.findIndex((draft) => draft.changes === changes)
      const changesJson = place < 0 ? JSON.stringify(changes) : place
      const start = `{"kind":"commit","committed":${JSON.stringify(told)},"mail":${JSON.stringify(mail)},"changes":${changesJson}`
      const sealed = sealAll(audit)
      const json = `${start},"audit":${sealedJson(sealed)}}`

      for (const [key, record] of records) orders.set(key, record)
      for (const { record, before, after } of changes) {
        if (before === null && (record === 'complaint' || record === 'refund'))
          made.add(`${record} ${keyOf(after.number)}`)
      }
      committed.set(proposal, told)
      if (idempotencyKey !== null) keys.set(idempotencyKey, proposal)
      return { entry: { kind: 'commit', committed: told, changes, audit: [], mail }, json, sealed }
    },
  }
}
