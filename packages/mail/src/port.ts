import type { CallContext } from '@marketplace-agent/domain'
import type { Mailbox } from './mailbox.ts'

/** A letter in plain text to one person. */
export interface Mail {
  /** Stable over retries: the Message-ID is made of it, so that a letter delivered twice is known for the same one. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly from: Mailbox
  /** An address that answers go to, where it isn't `from`. */
  readonly replyTo?: string
}

/** Takes letters to where they are delivered from. No error carries the customer's address or words. */
export interface Mailer {
  /**
   * Resolves when the letter is in safe hands. Throws CodedError `unavailable` (nothing can be sent now), `refused`
   * (this letter was turned away, others may go), `invalid_input` (an address or a subject that is none) or `aborted`.
   */
  send(mail: Mail, context: CallContext): Promise<void>
  /** `last`: how the last letter fared. */
  status(context: CallContext): Promise<{ readonly adapter: string; readonly last: 'none' | 'delivered' | 'failed' }>
  close(): Promise<void>
}
