import { ToolResult, refOf } from '@marketplace-agent/domain'
import { type Static, Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { denial } from '../../agent/access.ts'
import { settleProposal } from '../../agent/settle-proposal.ts'
import type { Services } from '../../services.ts'
import { callerOf, requesterOf } from '../caller.ts'
import { toolResultExample } from '../examples.ts'
import { commonProblems, problemFor, proofProblems } from '../problems.ts'
import { contextOf } from '../request-context.ts'
import { sendResult } from '../tool-route.ts'

const Params = Type.Object({
  id: Type.String({
    minLength: 1,
    maxLength: 64,
    description: "The proposal's id.",
    examples: ['71cd2d39-30f1-4c5e-ae3f-b24457d40546'],
  }),
})

const Headers = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 128,
      description:
        'A name for this request: sent again with the same one it gives the same answer; used for another proposal it is a conflict. Kept for 24 hours.',
      examples: ['6f1c0b7e'],
    }),
  ),
})

interface Settling {
  readonly decision: 'confirm' | 'drop'
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly description: string
}

const routes: readonly Settling[] = [
  {
    decision: 'confirm',
    path: '/api/proposals/:id/confirm',
    operationId: 'confirmProposal',
    summary: 'Say yes to a proposal',
    description:
      'Makes the change that was proposed, once: rules and state are checked again, and when the answer comes the change is durable. Confirming again gives the same answer.',
  },
  {
    decision: 'drop',
    path: '/api/proposals/:id/drop',
    operationId: 'dropProposal',
    summary: 'Say no to a proposal',
    description: 'Drops a proposal; nothing is changed.',
  },
]

export function settleProposals(app: FastifyInstance, services: Services) {
  for (const { decision, path, operationId, summary, description } of routes) {
    app.route<{ Params: Static<typeof Params>; Headers: Static<typeof Headers> }>({
      method: 'POST',
      url: path,
      schema: {
        operationId,
        tags: ['Proposals'],
        summary,
        description,
        security: [{ proof: [] }],
        params: Params,
        ...(decision === 'confirm' && { headers: Headers }),
        response: {
          200: {
            description: 'What came of it.',
            content: { 'application/json': { schema: refOf(ToolResult), example: toolResultExample } },
          },
          ...commonProblems,
          ...proofProblems,
          ...problemFor(404, 'not_found', 'There is no such proposal: it has expired, was dropped or replaced.'),
          ...problemFor(409, 'conflict', 'The idempotency key was used for another proposal.'),
          ...problemFor(503, 'failed', 'A part that is needed cannot be used now.'),
        },
      },
      handler: async (request, reply) => {
        const caller = callerOf(await requesterOf(request, services))
        if (caller.proof === null) {
          const unproved = denial('proposal', { allowed: false, because: 'unproved' }, services.gate.kit.contact)
          return sendResult(request, reply, unproved)
        }
        const result = await settleProposal(
          services.agent,
          {
            proposal: request.params.id,
            decision,
            idempotencyKey: request.headers['idempotency-key'] ?? null,
            caller,
          },
          contextOf(request, reply, services),
        )
        return sendResult(request, reply, result)
      },
    })
  }
}
