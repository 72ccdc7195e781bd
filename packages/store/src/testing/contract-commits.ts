import type { AuditDraft, Change, Commit, OrderRecord, Refund } from '@marketplace-agent/domain'

/** The shop's patterns in the contract. */
export const contractNumbers = { complaint: 'C-#+', refund: 'R-##' } as const

export const auditDraft = (change: Partial<AuditDraft> = {}): AuditDraft => ({
  at: '2026-02-06T10:00:00Z',
  event: 'refused',
  tool: 'start_refund',
  door: 'chat',
  conversation: 'f00d',
  proof: { kind: 'order', number: 'A-1' },
  proposal: null,
  rule: 'refund_window',
  order: 'A-1',
  changes: [],
  ...change,
})

/** A refund to be made, of the first unit of an order. */
export const newRefund = (number: string, order: string, change: Partial<Refund> = {}): Change => ({
  record: 'refund',
  before: null,
  after: {
    number,
    order,
    items: [{ product_id: 1, quantity: 1 }],
    amount: 10,
    state: 'requested',
    reason: 'Ünwanted',
    created_at: '2026-02-06T10:00:00Z',
    updated_at: '2026-02-06T10:00:00Z',
    ...change,
  },
})

/** A commit with an audit entry and a letter, on top of what was read. */
export function commitOf(
  proposal: string,
  read: OrderRecord,
  changes: readonly Change[],
  more: Partial<Commit> = {},
): Commit {
  const at = more.at ?? '2026-02-06T10:00:00Z'
  return {
    proposal,
    idempotencyKey: null,
    expectedVersions: { [read.order.number]: read.version },
    changes,
    audit: [auditDraft({ at, event: 'committed', proposal, rule: null, order: read.order.number, changes })],
    outbox: [{ to: read.order.customer.email, subject: `Done: ${proposal}`, text: 'Dear Ann,\nit is done.' }],
    answer: { tool: 'start_refund', outcome: 'ok', data: null, message: `Answer to ${proposal}` },
    at,
    ...more,
  }
}
