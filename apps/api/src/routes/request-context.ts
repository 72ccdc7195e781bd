import { createHash, timingSafeEqual } from 'node:crypto'
import type { CallContext } from '@marketplace-agent/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../agent/gate.ts'
import type { Services } from '../services.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Whether a request carries the staff's token; without a STAFF_TOKEN nobody's does. */
function isStaff(request: FastifyRequest, staffToken: string | null): boolean {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return given !== undefined && staffToken !== null && timingSafeEqual(digest(given), digest(staffToken))
}

export const callerOf = (request: FastifyRequest, { config }: Services): Caller => ({
  door: request.routeOptions.url === '/api/chat' ? 'chat' : 'rest',
  staff: isStaff(request, config.staffToken),
})

/** A signal that aborts when the caller hangs up before the answer is sent. */
export function hangUpSignal(reply: FastifyReply): AbortSignal {
  const abort = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) abort.abort()
  })
  return abort.signal
}

export const contextOf = (
  request: FastifyRequest,
  reply: FastifyReply,
  { metrics }: Services,
): Omit<CallContext, 'deadline'> => ({
  signal: hangUpSignal(reply),
  degrade: (part) => metrics.degraded(part),
  log: request.log,
})
