import { CodedError, type Proof, ProofToken, refOf, sessionIdPattern } from '@marketplace-agent/domain'
import { type Static, Type } from '@sinclair/typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { putProof } from '../../agent/conversations.ts'
import { proofWords } from '../../agent/identify.en.ts'
import type { Provable } from '../../identity/prove.ts'
import { sendProblem } from '../../plugins/problems.ts'
import type { Services } from '../../services.ts'
import { requesterOf } from '../caller.ts'
import { proofTokenExample } from '../examples.ts'
import { bodyProblems, commonProblems, problemFor } from '../problems.ts'
import { contextOf } from '../request-context.ts'

const Given = Type.Object(
  {
    number: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        pattern: '\\S',
        description: 'Number of an order; of a complaint or a refund, to open that record only.',
      }),
    ),
    email: Type.Optional(
      Type.String({ minLength: 3, maxLength: 320, description: 'The e-mail address on the order.' }),
    ),
    session_id: Type.Optional(
      Type.String({
        pattern: sessionIdPattern,
        description:
          'The conversation that is to know it; without one a new one is made. Alone, it gives a token for what was proved in that conversation.',
      }),
    ),
  },
  { additionalProperties: false, examples: [{ number: 'A-1002', email: 'kim@example.com' }] },
)

/** Which kind of number it is; what looks like none is tried as an order's. */
function kindOf(number: string, { shop }: Services): { readonly kind: Provable; readonly number: string } {
  for (const kind of ['order', 'complaint', 'refund'] as const) {
    if (shop.numbers[kind].conforms(number.trim().toUpperCase())) return { kind, number: number.trim().toUpperCase() }
  }
  for (const kind of ['complaint', 'refund'] as const) {
    const prefix = /^\p{L}+/u.exec(shop.numbers[kind].pattern)?.[0]?.toLowerCase()
    if (prefix !== undefined && number.trim().toLowerCase().startsWith(prefix))
      return { kind, number: shop.numbers[kind].matches(number) ?? number }
  }
  return { kind: 'order', number: shop.numbers.order.matches(number) ?? number.trim() }
}

export function postProof(app: FastifyInstance, services: Services) {
  const { identity, agent } = services

  /** Who proves it anew, by a number and its e-mail. */
  async function proveAnew(
    given: { readonly number: string; readonly email: string },
    sessionId: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    const { address } = await requesterOf(request, services)
    const context = { ...contextOf(request, reply, services), deadline: Infinity }
    const attempt = { ...kindOf(given.number, services), email: given.email, conversation: sessionId, address }
    const outcome = await identity.prove(attempt, context)
    if (outcome.outcome === 'proved') await putProof(agent, sessionId, outcome.proof, context)
    return outcome
  }

  app.route<{ Body: Static<typeof Given> }>({
    method: 'POST',
    url: '/api/proof',
    schema: {
      operationId: 'prove',
      tags: ['Identity'],
      summary: 'Prove who asks',
      description:
        'An order number and the e-mail address on it open everything of that customer; the number of a complaint or refund opens that record only. Gives a token for 15 minutes, bound to one conversation, which chat and the other routes take. An unknown number and a wrong address are answered alike.',
      body: Given,
      response: {
        200: {
          description: 'The token.',
          content: {
            'application/json': {
              schema: refOf(ProofToken),
              example: proofTokenExample,
            },
          },
        },
        ...commonProblems,
        ...bodyProblems,
        ...problemFor(403, 'refused', 'The number and the address do not belong together, or nothing was proved.'),
        ...problemFor(429, 'too_many_tries', 'Too many wrong tries, or too many requests from this address.'),
      },
    },
    preValidation: async (request) => {
      request.body ??= {}
    },
    handler: async (request, reply) => {
      const { number, email, session_id: sessionId = identity.sessionIds.make() } = request.body
      if (!identity.sessionIds.strong(sessionId)) {
        const detail = 'must be one that the server made, or a version 4 UUID: others can be guessed'
        throw new CodedError('invalid_input', `session_id ${detail}.`, {
          details: [{ pointer: '#/body/session_id', detail }],
        })
      }
      const given = async (session: string, proof: Proof) => ({
        ...(await identity.tokens.sign({ session, proof })),
        session_id: session,
        number: proof.number,
      })
      if (number === undefined && email === undefined && request.body.session_id !== undefined) {
        const call = { ...contextOf(request, reply, services), deadline: Infinity }
        const conversation = await agent.sessions.read(sessionId, call)
        if (conversation?.proof) return given(sessionId, conversation.proof)
        throw new CodedError('refused', 'Nothing was proved in this conversation; send number and email.')
      }
      if (number === undefined || email === undefined) {
        const missing = number === undefined ? 'number' : 'email'
        throw new CodedError('invalid_input', `The request is not valid: ${missing} is missing.`, {
          details: [{ pointer: `#/body/${missing}`, detail: 'is missing' }],
        })
      }
      const outcome = await proveAnew({ number, email }, sessionId, request, reply)
      const contact = agent.gate.kit.contact
      if (outcome.outcome === 'wrong') throw new CodedError('refused', proofWords.wrong(contact))
      if (outcome.outcome === 'closed') {
        void reply.header('retry-after', String(outcome.minutes * 60))
        return sendProblem(request, reply, {
          status: 429,
          code: 'too_many_tries',
          detail: proofWords.closed(outcome.minutes, contact),
        })
      }
      return given(sessionId, outcome.proof)
    },
  })
}
