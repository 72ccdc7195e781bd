import { randomBytes } from 'node:crypto'
import type { Clock } from '@marketplace-agent/domain'
import type { Store } from '@marketplace-agent/store'
import { createAttempts } from './attempts.ts'
import { createFingerprint } from './fingerprint.ts'
import { type Prover, createProver } from './prove.ts'
import { type Secrets, openSecrets } from './secret.ts'
import { type SessionIds, createSessionIds } from './session-id.ts'
import { type Tokens, createTokens } from './tokens.ts'
import { wait } from './wait.ts'

/** What knows who asks. */
export interface Identity {
  readonly sessionIds: SessionIds
  readonly fingerprint: (sessionId: string) => string
  readonly tokens: Tokens
  readonly prove: Prover
}

export interface IdentityOptions {
  readonly given: Secrets | null
  /** The state folder, where the secret is kept that nobody gave. */
  readonly folder: string
  readonly store: Store
  readonly clock: Clock
}

/** Throws OperatorError where the secret can be neither read nor made. */
export async function openIdentity({ given, folder, store, clock }: IdentityOptions): Promise<Identity> {
  const secrets = await openSecrets({ given, folder, randomBytes })
  return {
    sessionIds: createSessionIds(secrets, randomBytes),
    fingerprint: createFingerprint(secrets),
    tokens: createTokens({ secrets, now: () => clock.now() }),
    prove: createProver({ store, attempts: createAttempts({ clock }), wait }),
  }
}
