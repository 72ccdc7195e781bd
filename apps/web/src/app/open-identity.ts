import { prove } from '@marketplace-agent/api-client'
import { client } from '@marketplace-agent/api-client/client'
import { createIdentity, type Identity } from '../lib/identity/identity.ts'
import { readStored, writeStored } from '../lib/stored-value.ts'

const key = 'session_id'

/** The customer's identity, from which the generated client takes its tokens. */
export function openIdentity(): Identity {
  const identity = createIdentity({
    read: () => readStored(key),
    write: (sessionId) => writeStored(key, sessionId),
    prove: async (body) => (await prove({ body, throwOnError: true })).data,
  })
  client.setConfig({ auth: () => identity.token() })
  client.interceptors.response.use((response, request) => {
    if (response.status === 401 && request.headers.has('authorization')) identity.dropToken()
    return response
  })
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) identity.reread()
  })
  return identity
}
