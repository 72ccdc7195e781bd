import type {
  AuditDraft,
  AuditEntry,
  CallContext,
  Commit,
  CommitOutcome,
  Committed,
  Complaint,
  Delivery,
  Order,
  OrderRecord,
  OutboxEntry,
  Refund,
} from '@marketplace-agent/domain'

/** The kinds of records that the agent makes numbers for. */
export type NumberedRecord = 'complaint' | 'refund'

/**
 * Orders and what belongs to them, found by number through indexes; numbers and e-mails are matched without case.
 * What was read is never changed in place.
 */
export interface Store {
  order(number: string, context: CallContext): Promise<Order | null>
  /** An order and all that belongs to it, read as one. */
  orderRecord(number: string, context: CallContext): Promise<OrderRecord | null>
  /** Newest first. */
  ordersByEmail(email: string, context: CallContext): Promise<readonly Order[]>
  delivery(trackingNumber: string, context: CallContext): Promise<Delivery | null>
  /** Newest first. */
  deliveriesOf(orderNumber: string, context: CallContext): Promise<readonly Delivery[]>
  complaint(number: string, context: CallContext): Promise<Complaint | null>
  complaintsOf(orderNumber: string, context: CallContext): Promise<readonly Complaint[]>
  refund(number: string, context: CallContext): Promise<Refund | null>
  refundsOf(orderNumber: string, context: CallContext): Promise<readonly Refund[]>

  /** A number no record has and none will be given again. Throws CodedError `unavailable` when the shop's pattern is used up. */
  reserveNumber(kind: NumberedRecord, context: CallContext): Promise<string>
  /** All of it or nothing, durable before the promise resolves; never done halfway by a deadline or a hang-up. */
  commit(commit: Commit, context: CallContext): Promise<CommitOutcome>
  /** A commit of the last 24 hours, also after a restart. */
  committed(proposal: string, context: CallContext): Promise<Committed | null>
  /** An audit entry that no commit carries (a proposal, a refusal): durable before the promise resolves. */
  audit(entry: AuditDraft, context: CallContext): Promise<void>
  /** The entries after a sequence number, oldest first, at most `limit`. */
  auditEntries(after: number, limit: number, context: CallContext): Promise<readonly AuditEntry[]>

  /** Letters not delivered yet whose `not_before` is past, oldest first. */
  dueMail(now: string, limit: number, context: CallContext): Promise<readonly OutboxEntry[]>
  mailDelivered(id: string, context: CallContext): Promise<void>
  mailFailed(id: string, notBefore: string, context: CallContext): Promise<void>

  /** `waiting_mail`: letters not delivered yet. */
  status(
    context: CallContext,
  ): Promise<{ readonly adapter: string; readonly orders: number; readonly waiting_mail: number }>
  /** Ends when all that was begun is durable. */
  close(): Promise<void>
}
