import { createHmac } from 'node:crypto'
import { type Secrets, keysFor } from './secret.ts'

/**
 * A session id's fingerprint for logs and the audit, 16 hexadecimal characters: the same id has the same one for as
 * long as the first secret stays, and nobody comes from it to the id.
 */
export function createFingerprint(secrets: Secrets): (sessionId: string) => string {
  const [key] = keysFor(secrets, 'fingerprints')
  return (sessionId) => createHmac('sha256', key).update(sessionId).digest('hex').slice(0, 16)
}
