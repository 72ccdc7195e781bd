import { type Clock, CodedError } from '@marketplace-agent/domain'
import type { SessionStore } from './port.ts'

export interface MemorySessionOptions<T> {
  readonly clock: Clock
  /** How long a conversation is kept after its last use, in milliseconds. */
  readonly expiry: number
  /** Most conversations kept; past it the one unused for longest is forgotten. */
  readonly most: number
  /** Whether a change lets the time begin anew; without it every one does. */
  readonly renews?: (before: T, after: T) => boolean
}

/** Conversations in memory. The map's order is that of last use, so what is old stands in front. */
export function createMemorySessions<T>({
  clock,
  expiry,
  most,
  renews = () => true,
}: MemorySessionOptions<T>): SessionStore<T> {
  const kept = new Map<string, { readonly state: T; readonly expiresAt: number }>()
  const queues = new Map<string, Promise<unknown>>()

  function forgetOld() {
    const now = clock.monotonic()
    for (const [id, entry] of kept) {
      if (entry.expiresAt > now && kept.size <= most) break
      kept.delete(id)
    }
  }

  function stateOf(id: string): T | null {
    const entry = kept.get(id)
    return entry === undefined || entry.expiresAt <= clock.monotonic() ? null : entry.state
  }

  function put(id: string, state: T) {
    const before = kept.get(id)
    if (before !== undefined && before.expiresAt > clock.monotonic() && !renews(before.state, state)) {
      kept.set(id, { state, expiresAt: before.expiresAt })
      return
    }
    kept.delete(id)
    kept.set(id, { state, expiresAt: clock.monotonic() + expiry })
    forgetOld()
  }

  function inTurn<R>(id: string, work: () => Promise<R>): Promise<R> {
    const before = queues.get(id)
    const mine = before === undefined ? work() : before.then(work, work)
    queues.set(id, mine)
    const leave = () => {
      if (queues.get(id) === mine) queues.delete(id)
    }
    mine.then(leave, leave)
    return mine
  }

  return {
    transact: (id, change, context) =>
      inTurn(id, async () => {
        if (context.signal.aborted)
          throw new CodedError('aborted', 'The request was given up while it waited its turn.')
        const { state, result } = await change(stateOf(id))
        put(id, state)
        return result
      }),
    read: async (id) => stateOf(id),
    delete: (id) =>
      inTurn(id, async () => {
        kept.delete(id)
      }),
    status: async () => {
      forgetOld()
      return { adapter: 'memory', conversations: kept.size }
    },
    close: async () => kept.clear(),
  }
}
