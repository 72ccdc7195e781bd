import type { Intent, Outcome } from '@marketplace-agent/domain'
import type { ClassifierName } from '@marketplace-agent/intent'

/** What a message was taken for. */
export interface Heard {
  readonly intent: Intent
  readonly task: string
  readonly score: number
  /** Nothing was done on it: the customer was asked what they meant. */
  readonly unsure: boolean
  /** Whose reading it is. */
  readonly classifier: ClassifierName
}

/** A message that is worth reading again, as the customer wrote it: whoever keeps it takes out what is personal. */
export interface TurnNote {
  /** ISO 8601, on the shop's clock. */
  readonly at: string
  readonly why: 'unsure' | 'corrected' | 'handed_over'
  readonly message: string
  readonly understood: Heard
  /** What the next message shows that it was meant as. `sure`: that one says so, or says the same in other words. */
  readonly meant: { readonly intent: Intent; readonly task: string; readonly sure: boolean } | null
  readonly tools: readonly { readonly tool: string; readonly outcome: Outcome }[]
  /** Whose records may tell what of the message is personal. */
  readonly concerns: { readonly emails: readonly string[]; readonly numbers: readonly ConcernedNumber[] }
}

export interface ConcernedNumber {
  readonly kind: 'order' | 'complaint' | 'refund' | 'tracking'
  readonly number: string
}

/** Takes what is worth reading again. Never throws, and never keeps a turn waiting. */
export interface TurnKeeper {
  keep(note: TurnNote): void
}
