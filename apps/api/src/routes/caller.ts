import { createHash, timingSafeEqual } from 'node:crypto'
import { CodedError } from '@marketplace-agent/domain'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '../agent/caller.ts'
import { addressKey } from '../identity/address-key.ts'
import type { TokenVerdict } from '../identity/tokens.ts'
import type { Services } from '../services.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

const bearerOf = (request: FastifyRequest) => /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]

/** Whether a request carries the staff's token; without a STAFF_TOKEN nobody's does. */
const isStaff = (given: string | undefined, staffToken: string | null) =>
  given !== undefined && staffToken !== null && timingSafeEqual(digest(given), digest(staffToken))

const tokenFaults: Readonly<Record<'expired' | 'invalid', string>> = {
  expired: 'The token has expired; get a new one by POST /api/proof.',
  invalid: 'This is no token of ours; get one by POST /api/proof.',
}

/** Who asks, as far as the request tells; the conversation adds what it knows. */
export interface Requester {
  readonly staff: boolean
  readonly address: string
  /** What a token of `POST /api/proof` proves, and in which conversation. */
  readonly token: Extract<TokenVerdict, { valid: true }> | null
}

/** Throws CodedError `unauthorized` for a token that is none. */
export async function requesterOf(request: FastifyRequest, { config, identity }: Services): Promise<Requester> {
  const address = addressKey(request.ip)
  const given = bearerOf(request)
  if (given === undefined) return { staff: false, address, token: null }
  if (isStaff(given, config.staffToken)) return { staff: true, address, token: null }
  const verdict = await identity.tokens.verify(given)
  if (!verdict.valid) throw new CodedError('unauthorized', tokenFaults[verdict.failure])
  return { staff: false, address, token: verdict }
}

/** The caller of a REST route: what the token proves, in its conversation. */
export const callerOf = ({ staff, address, token }: Requester): Caller => ({
  door: 'rest',
  staff,
  address,
  conversation: token?.session ?? null,
  proof: token?.proof ?? null,
})
