import type { Complaint, Delivery, Order, Refund } from './records.ts'
import type { ToolResult } from './tool-result.ts'

/**
 * An order with everything that belongs to it, read as one. `version` grows by one with each commit that touches any
 * part of it, so that a rule over all of it (never more refunded than bought) holds when two changes race.
 */
export interface OrderRecord {
  readonly version: number
  readonly order: Order
  /** Each newest first. */
  readonly deliveries: readonly Delivery[]
  readonly complaints: readonly Complaint[]
  readonly refunds: readonly Refund[]
}

/** One record before and after; `before` is null where it is made. A record is never deleted. */
export type Change =
  | { readonly record: 'order'; readonly before: Order; readonly after: Order }
  | { readonly record: 'delivery'; readonly before: Delivery; readonly after: Delivery }
  | { readonly record: 'complaint'; readonly before: Complaint | null; readonly after: Complaint }
  | { readonly record: 'refund'; readonly before: Refund | null; readonly after: Refund }

/** What proved who asks: the number that was given with the e-mail on it. */
export interface ProofOf {
  readonly kind: 'order' | 'complaint' | 'refund'
  readonly number: string
}

/** An entry of the audit log, before the store gives it its place in the chain. */
export interface AuditDraft {
  /** ISO 8601, on the shop's clock. */
  readonly at: string
  readonly event: 'proposed' | 'committed' | 'refused'
  readonly tool: string
  readonly door: string
  /** A fingerprint of the conversation's id: the id itself opens the conversation. */
  readonly conversation: string | null
  readonly proof: ProofOf | null
  readonly proposal: string | null
  /** The rule that allowed or refused it. */
  readonly rule: string | null
  /** The order that it is about. */
  readonly order: string | null
  readonly changes: readonly Change[]
}

/** An entry in its place: `hash` is SHA-256 (hex) over this entry without it, `previous` (the hash before) included. */
export interface AuditEntry extends AuditDraft {
  /** From 1, without a gap. */
  readonly sequence: number
  readonly previous: string
  readonly hash: string
}

/** A letter to a customer that a commit causes. */
export interface OutboxDraft {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface OutboxEntry extends OutboxDraft {
  /** Unique and stable over restarts; a mail's Message-ID is made of it. */
  readonly id: string
  readonly created_at: string
  /** How often it was tried, and when it may be tried again (ISO 8601); both move only while it isn't delivered. */
  readonly attempts: number
  readonly not_before: string
}

/** What one atomic step writes. */
export interface Commit {
  readonly proposal: string
  /** The caller's key, made unique to the caller; null: the proposal alone makes it happen once. */
  readonly idempotencyKey: string | null
  /** By order number: the version that was read before deciding. */
  readonly expectedVersions: Readonly<Record<string, number>>
  readonly changes: readonly Change[]
  readonly audit: readonly AuditDraft[]
  readonly outbox: readonly OutboxDraft[]
  /** What the caller is told, and told again when they ask again. */
  readonly answer: ToolResult
  /** ISO 8601, on the shop's clock. */
  readonly at: string
}

/** A commit as it is remembered for 24 hours. */
export type Committed = Pick<Commit, 'proposal' | 'idempotencyKey' | 'answer' | 'at'> & {
  readonly orders: readonly string[]
}

export type CommitOutcome =
  | { readonly outcome: 'committed' }
  /** This proposal was committed before: what was answered then. Nothing is written. */
  | { readonly outcome: 'repeated'; readonly committed: Committed }
  /** The idempotency key was used for another proposal. */
  | { readonly outcome: 'key_reused' }
  /** An order has another version than expected; read again and decide again. */
  | { readonly outcome: 'conflict' }
