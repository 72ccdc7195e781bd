import { type ChatRequest, CodedError } from '@marketplace-agent/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TurnInput } from '../../agent/agent.ts'
import type { Services } from '../../services.ts'
import { requesterOf } from '../caller.ts'
import { hangUpSignal } from '../request-context.ts'

/** The turn that a request asks for. Throws CodedError `refused` where its token is of another conversation. */
export async function chatTurn(
  request: FastifyRequest<{ Body: ChatRequest }>,
  reply: FastifyReply,
  services: Services,
): Promise<TurnInput> {
  const { identity } = services
  const { staff, address, token } = await requesterOf(request, services)
  const { message, session_id, message_id } = request.body
  const given = session_id ?? token?.session
  const sessionId = given ?? identity.sessionIds.make()
  if (token !== null && token.session !== sessionId)
    throw new CodedError('refused', 'The token is of another conversation; send its session_id, or another token.')
  return {
    message,
    messageId: message_id ?? null,
    sessionId,
    strong: given === undefined || identity.sessionIds.strong(given),
    caller: { door: 'chat', staff, address },
    proof: token?.proof ?? null,
    signal: hangUpSignal(reply),
    log: request.log,
  }
}
