import type { ProofToken } from '@marketplace-agent/api-client'
import { problemOf } from '../describe-error.ts'

export interface IdentityState {
  /** The conversation that everything done here belongs to; null before the first message or proof. */
  readonly sessionId: string | null
  /** The number by which the customer proved who they are; null: not proved; undefined: not known yet. */
  readonly proof: string | null | undefined
}

export interface IdentityOptions {
  readonly read: () => string | null
  readonly write: (sessionId: string | null) => void
  /** `POST /api/proof`; throws the problem. */
  readonly prove: (body: { number?: string; email?: string; session_id?: string }) => Promise<ProofToken>
}

/**
 * Who the customer is, for chat and pages alike: the conversation's id, what was proved in it, and the token that proves it
 * to the other routes. The token is never stored: whoever holds the conversation's id may have a new one.
 */
export function createIdentity({ read, write, prove }: IdentityOptions) {
  let state: IdentityState = { sessionId: read(), proof: undefined }
  if (state.sessionId === null) state = { ...state, proof: null }
  let token: string | null = null
  let renewing: { readonly sessionId: string; readonly token: Promise<string | undefined> } | null = null
  const listeners = new Set<() => void>()

  function set(next: IdentityState, itsToken: string | null = null) {
    if (next.sessionId === state.sessionId && next.proof === state.proof) return
    if (next.sessionId !== state.sessionId) write(next.sessionId)
    token = itsToken
    state = next
    for (const listener of listeners) listener()
  }

  function take(given: ProofToken): string {
    set({ sessionId: given.session_id, proof: given.number }, given.token)
    token = given.token
    return given.token
  }

  async function renew(sessionId: string): Promise<string | undefined> {
    const { proof } = state
    /** No other conversation has begun meanwhile, and nothing else been proved in this one. */
    const holds = () => state.sessionId === sessionId && state.proof === proof && token === null
    try {
      const given = await prove({ session_id: sessionId })
      if (holds()) return take(given)
    } catch (error) {
      // Nothing was proved in it. Any other failure is the request's own to meet.
      if (problemOf(error)?.status === 403 && holds()) set({ ...state, proof: null })
    }
    return state.sessionId === sessionId ? (token ?? undefined) : undefined
  }

  return {
    get: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** The token for a request; undefined where nothing was proved. Asked at once by many, it is fetched once. */
    async token(): Promise<string | undefined> {
      if (token !== null) return token
      if (state.sessionId === null || state.proof === null) return undefined
      const { sessionId } = state
      if (renewing?.sessionId !== sessionId) {
        const asked = { sessionId, token: renew(sessionId) }
        renewing = asked
        void asked.token.then(() => {
          if (renewing === asked) renewing = null
        })
      }
      return renewing.token
    },
    /** The token wasn't taken (any more): the next request gets a new one. */
    dropToken() {
      token = null
    },
    /** Proves it by a number and the e-mail on its order, also for the chat. Throws the problem. */
    async prove(number: string, email: string): Promise<void> {
      take(await prove({ number, email, ...(state.sessionId !== null && { session_id: state.sessionId }) }))
    },
    /** The conversation goes on under this id, and this was proved in it. */
    adopt(sessionId: string, proof: string | null) {
      set({ sessionId, proof })
    },
    /** The conversation's id has become known; what is proved stays open. */
    adoptSession(sessionId: string) {
      if (sessionId !== state.sessionId) set({ sessionId, proof: undefined })
    },
    /** Forgets the conversation on this device. */
    forget() {
      set({ sessionId: null, proof: null })
    },
    /** Another tab has gone on under another id, or forgotten it. */
    reread() {
      const sessionId = read()
      if (sessionId !== state.sessionId) set({ sessionId, proof: sessionId === null ? null : undefined })
    },
  }
}

export type Identity = ReturnType<typeof createIdentity>
