import type { Clock } from '@marketplace-agent/domain'
import { createMemorySessions } from './memory-sessions.ts'
import type { SessionStore } from './port.ts'

const hour = 3_600_000

export async function openSessions<T>(options: { readonly clock: Clock }): Promise<SessionStore<T>> {
  return createMemorySessions<T>({ clock: options.clock, expiry: hour, most: 20_000 })
}
