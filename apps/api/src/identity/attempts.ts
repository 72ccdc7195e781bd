import { createHash } from 'node:crypto'
import type { Clock } from '@marketplace-agent/domain'
import { addressKey } from './address-key.ts'

/** Where a try comes from; null where it isn't known, or is nothing that only one person can use. */
export interface AttemptOrigin {
  readonly conversation: string | null
  readonly address: string | null
}

/** One try to prove oneself by a number and an e-mail. */
export interface Attempt extends AttemptOrigin {
  readonly number: string
  readonly email: string
}

export interface Attempts {
  /** Milliseconds until tries from there are taken again; 0: they are taken. */
  closedFor(origin: AttemptOrigin): number
  wrong(attempt: Attempt): void
  /** Takes the conversation's count back, not the address's: who knows one right answer could go on guessing others. */
  right(attempt: Attempt): void
  /** Milliseconds that a try at this number or e-mail has to wait, 0 to 2000: slowed, never locked. */
  delayFor(number: string, email: string): number
}

const allowed = 5
const period = 15 * 60_000
const undelayed = 3
const firstDelay = 125
const longestDelay = 2000

/** Counts by key, each forgotten 15 minutes after it last grew; past `most` keys the oldest is forgotten. */
function createCounts(clock: Clock, most: number) {
  // In the order of last growth, so that what is old stands in front.
  const counts = new Map<string, { readonly count: number; readonly until: number }>()
  // Of one short length whatever was typed, and nothing personal is kept.
  const keyOf = (text: string) => createHash('sha256').update(text.trim().toLowerCase()).digest('base64url')

  function forgetOld() {
    const now = clock.monotonic()
    for (const [key, { until }] of counts) {
      if (until > now && counts.size <= most) break
      counts.delete(key)
    }
  }

  function read(text: string): { readonly count: number; readonly left: number } {
    const entry = counts.get(keyOf(text))
    const left = entry === undefined ? 0 : entry.until - clock.monotonic()
    return entry === undefined || left <= 0 ? { count: 0, left: 0 } : { count: entry.count, left }
  }

  return {
    read,
    grow(text: string) {
      const { count } = read(text)
      const key = keyOf(text)
      counts.delete(key)
      counts.set(key, { count: count + 1, until: clock.monotonic() + period })
      forgetOld()
    },
    reset: (text: string) => counts.delete(keyOf(text)),
  }
}

/** Wrong tries of the last 15 minutes, in memory; `most` keys of each kind are kept. */
export function createAttempts({ clock, most = 50_000 }: { clock: Clock; most?: number }): Attempts {
  const [conversations, addresses, numbers, emails] = [
    createCounts(clock, most),
    createCounts(clock, most),
    createCounts(clock, most),
    createCounts(clock, most),
  ]
  const closed = ({ count, left }: { count: number; left: number }) => (count >= allowed ? left : 0)

  return {
    closedFor: ({ conversation, address }) =>
      Math.max(
        conversation === null ? 0 : closed(conversations.read(conversation)),
        address === null ? 0 : closed(addresses.read(addressKey(address))),
      ),
    wrong({ conversation, address, number, email }) {
      if (conversation !== null) conversations.grow(conversation)
      if (address !== null) addresses.grow(addressKey(address))
      numbers.grow(number)
      emails.grow(email)
    },
    right({ conversation }) {
      if (conversation !== null) conversations.reset(conversation)
    },
    delayFor(number, email) {
      const beyond = Math.max(numbers.read(number).count, emails.read(email).count) - undelayed
      return beyond < 0 ? 0 : Math.min(firstDelay * 2 ** beyond, longestDelay)
    },
  }
}
