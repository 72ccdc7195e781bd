import type { Clock } from '@marketplace-agent/domain'
import { createMemorySessions } from './memory-sessions.ts'
import type { SessionStore } from './port.ts'

export interface SessionOptions<T> {
  readonly clock: Clock
  /** How long a state is kept, in minutes; an hour without it. */
  readonly minutes?: number
  /** Whether a change lets the time begin anew; without it every one does. */
  readonly renews?: (before: T, after: T) => boolean
}

export const openSessions = async <T>({ clock, minutes = 60, renews }: SessionOptions<T>): Promise<SessionStore<T>> =>
  createMemorySessions<T>({ clock, expiry: minutes * 60_000, most: 20_000, ...(renews !== undefined && { renews }) })
