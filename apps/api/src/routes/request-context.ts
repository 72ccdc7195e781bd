import type { CallContext } from '@marketplace-agent/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'

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
