import type { CallContext, Proof } from '@marketplace-agent/domain'
import type { Entities, Understanding } from '@marketplace-agent/intent'
import { sameEmail } from '../identity/proof.ts'
import type { Prover } from '../identity/prove.ts'
import type { Claim, ClaimedNumber, Conversation } from './dialogue/conversation.ts'

/** Who the customer is after a message, and what there is to say about it. */
export interface Identified {
  readonly proof: Proof | null
  readonly claim: Claim
  readonly told:
    | { readonly kind: 'nothing' }
    | { readonly kind: 'proved'; readonly number: string }
    /** The e-mail of whom is known already. */
    | { readonly kind: 'known' }
    | { readonly kind: 'wrong' }
    | { readonly kind: 'closed'; readonly minutes: number }
  /** True where the message gave an e-mail address. */
  readonly gaveEmail: boolean
}

/** Most numbers tried against one e-mail in a message. */
const mostTried = 3
const mostClaimed = 3

function numbersOf({ orders, complaints, refunds }: Entities): ClaimedNumber[] {
  return [
    ...orders.map((number) => ({ kind: 'order' as const, number })),
    ...complaints.map((number) => ({ kind: 'complaint' as const, number })),
    ...refunds.map((number) => ({ kind: 'refund' as const, number })),
  ]
}

/** What is to be tried: what this message gives, with the other half from before. Nothing is tried twice for nothing. */
function attemptsOf(
  email: string | null,
  numbers: readonly ClaimedNumber[],
  { claim, proof, focus }: Pick<Conversation, 'claim' | 'proof' | 'focus'>,
): { readonly email: string; readonly numbers: readonly ClaimedNumber[] } | null {
  if (email !== null) {
    if (proof !== null && sameEmail(email, proof.email) && (proof.kind === 'customer' || numbers.length === 0))
      return null
    const inFocus = focus.order === null ? [] : [{ kind: 'order' as const, number: focus.order }]
    const named = numbers.length > 0 ? numbers : claim.numbers.length > 0 ? claim.numbers : inFocus
    return named.length === 0 ? null : { email, numbers: named }
  }
  if (proof?.kind !== 'customer' && claim.email !== null && numbers.length > 0) return { email: claim.email, numbers }
  return null
}

/**
 * Takes from a message what proves who writes: a number and the e-mail on it, in this message or an earlier one, asked
 * for or not. The first number that fits proves it; another customer's proof replaces the present one.
 */
export async function identify(
  conversation: Conversation,
  { clauses }: Understanding,
  from: { readonly conversation: string | null; readonly address: string },
  prove: Prover,
  context: CallContext,
): Promise<Identified> {
  const entities = clauses.map((clause) => clause.entities)
  const email = entities.flatMap(({ emails }) => emails).at(-1) ?? null
  const numbers = entities.flatMap(numbersOf)
  // Where a conversation's id can be guessed, another may have given the e-mail: it counts for its message alone.
  const claimed = from.conversation === null ? { ...conversation.claim, email: null } : conversation.claim
  const claim: Claim = {
    email: email ?? claimed.email,
    numbers: numbers.length > 0 ? numbers.slice(0, mostClaimed) : claimed.numbers,
  }
  const unchanged = { proof: conversation.proof, claim, gaveEmail: email !== null }
  const attempts = attemptsOf(email, numbers, { ...conversation, claim: claimed })
  if (attempts === null) {
    const known = email !== null && conversation.proof !== null && sameEmail(email, conversation.proof.email)
    return { ...unchanged, told: { kind: known ? 'known' : 'nothing' } }
  }
  for (const { kind, number } of attempts.numbers.slice(0, mostTried)) {
    const outcome = await prove({ kind, number, email: attempts.email, ...from }, context)
    if (outcome.outcome === 'proved') {
      const { proof } = outcome
      return {
        proof,
        claim: { email: null, numbers: [] },
        told: { kind: 'proved', number: proof.number },
        gaveEmail: email !== null,
      }
    }
    if (outcome.outcome === 'closed') return { ...unchanged, told: { kind: 'closed', minutes: outcome.minutes } }
  }
  return { ...unchanged, told: { kind: 'wrong' } }
}
