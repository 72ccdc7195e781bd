import type { CallContext, Proof } from '@marketplace-agent/domain'
import type { Store } from '@marketplace-agent/store'
import type { Attempt, Attempts } from './attempts.ts'
import { normalEmail, sameEmail } from './proof.ts'

/** Whose number is given with the e-mail. */
export type Provable = 'order' | 'complaint' | 'refund'

export type ProveOutcome =
  | { readonly outcome: 'proved'; readonly proof: Proof }
  /** An unknown number or another e-mail: nobody learns which. */
  | { readonly outcome: 'wrong' }
  /** Too many wrong tries; even a right one isn't looked at for so many minutes. */
  | { readonly outcome: 'closed'; readonly minutes: number }

/** Throws what the store throws, and CodedError `aborted`; neither counts as a try. */
export type Prover = (attempt: Attempt & { readonly kind: Provable }, context: CallContext) => Promise<ProveOutcome>

export interface ProverOptions {
  readonly store: Pick<Store, 'order' | 'complaint' | 'refund'>
  readonly attempts: Attempts
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

export function createProver({ store, attempts, wait }: ProverOptions): Prover {
  /** The number as the store writes it and its order's e-mail, by the same calls whether or not there is such a one. */
  async function find(kind: Provable, number: string, context: CallContext) {
    if (kind === 'order') {
      const order = await store.order(number, context)
      return { number: order?.number, email: order?.customer.email }
    }
    const record = await (kind === 'complaint' ? store.complaint(number, context) : store.refund(number, context))
    const order = await store.order(record?.order ?? number, context)
    return { number: record?.number, email: order?.customer.email }
  }

  function closed(attempt: Attempt): ProveOutcome | null {
    const left = attempts.closedFor(attempt)
    return left === 0 ? null : { outcome: 'closed', minutes: Math.ceil(left / 60_000) }
  }

  return async (attempt, context) => {
    const before = closed(attempt)
    if (before !== null) return before
    const delay = attempts.delayFor(attempt.number, attempt.email)
    if (delay > 0) await wait(delay, context.signal)
    const found = await find(attempt.kind, attempt.number, context)
    const same = sameEmail(attempt.email, found.email ?? '')

    // From here on in one step: of tries made at once, no more than the allowed ones get an answer.
    const meanwhile = closed(attempt)
    if (meanwhile !== null) return meanwhile
    if (!same || found.number === undefined || found.email === undefined) {
      attempts.wrong(attempt)
      return { outcome: 'wrong' }
    }
    attempts.right(attempt)
    const proved = { number: found.number, email: normalEmail(found.email) }
    return attempt.kind === 'order'
      ? { outcome: 'proved', proof: { kind: 'customer', ...proved } }
      : { outcome: 'proved', proof: { kind: 'record', record: attempt.kind, ...proved } }
  }
}
