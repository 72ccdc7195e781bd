import { createContext, use, useSyncExternalStore } from 'react'
import type { Identity, IdentityState } from './identity.ts'

export const IdentityContext = createContext<Identity | null>(null)

export function useIdentity(): Identity {
  const identity = use(IdentityContext)
  if (identity === null) throw new Error('There is no identity around this component.')
  return identity
}

/** The conversation's id and what was proved in it, as they are now. */
export function useIdentityState(): IdentityState {
  const identity = useIdentity()
  return useSyncExternalStore(identity.subscribe, identity.get)
}
