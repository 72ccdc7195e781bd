import { createHash, timingSafeEqual } from 'node:crypto'
import type { Proof, ProofOf } from '@marketplace-agent/domain'

export const normalEmail = (email: string): string => email.trim().toLowerCase()

const digest = (email: string) => createHash('sha256').update(normalEmail(email)).digest()

/** Whether two e-mail addresses are the same but for case and spaces around; takes the same time whatever they are. */
export const sameEmail = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

/** What the audit log keeps of a proof: not the e-mail. */
export const proofOf = (proof: Proof): ProofOf => ({
  kind: proof.kind === 'customer' ? 'order' : proof.record,
  number: proof.number,
})
