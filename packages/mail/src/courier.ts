import {
  type CallContext,
  type Clock,
  CodedError,
  type ErrorCode,
  type Log,
  type OutboxEntry,
} from '@marketplace-agent/domain'
import type { Store } from '@marketplace-agent/store'
import type { Mailbox } from './mailbox.ts'
import type { Mailer } from './port.ts'
import type { Schedule } from './schedule.ts'

export interface CourierOptions {
  readonly store: Pick<Store, 'dueMail' | 'mailDelivered' | 'mailFailed'>
  readonly mailer: Mailer
  readonly clock: Clock
  readonly log: Log
  readonly from: Mailbox
  readonly replyTo?: string
  readonly schedule: Schedule
  /** From 0 to 1, for the jitter of retries. */
  readonly random: () => number
  readonly onDelivered?: () => void
  readonly onFailed?: (code: ErrorCode) => void
}

/** Delivers the letters of the outbox in the background. */
export interface Courier {
  /** Says that letters may be due, after a commit; never waits and never throws. */
  wake(): void
  /** Resolves when the letter in flight is done with; no other is begun. */
  close(): Promise<void>
}

/** How often it looks by itself, for letters whose retry is due or that an earlier run left. */
const interval = 15_000
const patience = 60_000
const firstRetry = 30_000
const longestRetry = 3_600_000
const atOnce = 50

/** Twice as long each time, and shorter by up to a fifth, so that letters that failed together don't come together. */
function retryAfter(attempts: number, random: () => number): number {
  return Math.min(firstRetry * 2 ** attempts, longestRetry) * (1 - random() / 5)
}

/**
 * Takes letters one at a time, oldest first, at least once each: a crash between delivery and its record means a second
 * copy under the same Message-ID. A letter that fails is tried again after 30 seconds, then ever later, up to an hour.
 */
export function createCourier(options: CourierOptions): Courier {
  const { store, mailer, clock, log, from, schedule, random } = options
  let closing = false
  let woken = false
  /** The mail server or the store failed: nothing is tried before the next look, however often it is woken. */
  let resting = false
  /** Delivered, but the store couldn't write so; they are recorded later and not sent again. */
  const unrecorded = new Set<string>()
  let round: Promise<void> | null = null
  let cancelLook = () => {}

  /** Runs a call with a context that gives up after a minute. */
  async function withPatience<T>(call: (context: CallContext) => Promise<T>): Promise<T> {
    const abort = new AbortController()
    const cancel = schedule(() => abort.abort(), patience)
    try {
      return await call({ signal: abort.signal, deadline: clock.monotonic() + patience, degrade: () => {}, log })
    } finally {
      cancel()
    }
  }

  async function deliver(letter: OutboxEntry): Promise<'delivered' | ErrorCode> {
    const { id, to, subject, text } = letter
    const replyTo = options.replyTo === undefined ? {} : { replyTo: options.replyTo }
    try {
      await withPatience((context) => mailer.send({ id, to, subject, text, from, ...replyTo }, context))
      return 'delivered'
    } catch (error) {
      const code = error instanceof CodedError ? error.code : 'internal'
      const reason = error instanceof CodedError ? error.message : 'The mailer failed.'
      log.warn({ mail: id, attempts: letter.attempts + 1, code, reason }, 'a letter could not be delivered')
      return code
    }
  }

  /** Whether the next letter may be tried. */
  async function take(letter: OutboxEntry): Promise<boolean> {
    const outcome = unrecorded.has(letter.id) ? 'delivered' : await deliver(letter)
    if (outcome === 'delivered') {
      if (!unrecorded.has(letter.id)) options.onDelivered?.()
      unrecorded.add(letter.id)
      await withPatience((context) => store.mailDelivered(letter.id, context))
      unrecorded.delete(letter.id)
      return true
    }
    options.onFailed?.(outcome)
    const again = new Date(clock.now().getTime() + retryAfter(letter.attempts, random)).toISOString()
    await withPatience((context) => store.mailFailed(letter.id, again, context))
    return outcome === 'refused' || outcome === 'invalid_input'
  }

  async function takeAllDue(): Promise<void> {
    for (;;) {
      const due = await withPatience((context) => store.dueMail(clock.now().toISOString(), atOnce, context))
      for (const letter of due) {
        if (closing) return
        if (!(await take(letter))) {
          resting = true
          return
        }
      }
      if (due.length < atOnce && !woken) return
      woken = false
    }
  }

  function look() {
    woken = false
    cancelLook()
    round = takeAllDue()
      .catch((error: unknown) => {
        resting = true
        log.warn(
          { code: error instanceof CodedError ? error.code : 'internal' },
          'the outbox could not be read or written',
        )
      })
      .finally(() => {
        round = null
        if (closing) return
        if (woken && !resting) return look()
        cancelLook = schedule(() => {
          resting = false
          look()
        }, interval)
      })
  }

  look()
  return {
    wake() {
      if (closing || resting) return
      if (round === null) look()
      else woken = true
    },
    async close() {
      closing = true
      cancelLook()
      await round
    },
  }
}
