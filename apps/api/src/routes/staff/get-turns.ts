import { CodedError, Intent, refOf } from '@marketplace-agent/domain'
import { type Static, Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { gateWords } from '../../agent/gate.en.ts'
import { chosenTurns, evaluationLines } from '../../kept-turns/evaluation-lines.ts'
import { reasons } from '../../kept-turns/port.ts'
import type { Services } from '../../services.ts'
import { requesterOf } from '../caller.ts'
import { commonProblems, proofProblems } from '../problems.ts'

const Reason = Type.Unsafe<(typeof reasons)[number]>({ type: 'string', enum: [...reasons] })

const Query = Type.Object(
  {
    since: Type.Optional(
      Type.String({ format: 'date', description: 'From this day on (UTC).', examples: ['2026-01-31'] }),
    ),
    why: Type.Optional(
      Type.Unsafe<(typeof reasons)[number]>({
        ...Reason,
        description: 'Only those kept for this reason.',
        examples: ['unsure'],
      }),
    ),
  },
  { additionalProperties: false },
)

const Line = Type.Object({
  text: Type.String({ description: 'The message; placeholders stand for what was personal.' }),
  intent: refOf(Intent),
  alt: Type.Optional(Type.Array(refOf(Intent), { description: 'Intents that are right, too.' })),
  out_of_scope: Type.Optional(Type.Boolean()),
  review: Type.Optional(
    Type.Boolean({ description: 'True where no customer has shown what was meant: somebody should look at it.' }),
  ),
  why: Reason,
  count: Type.Integer({ minimum: 1, description: 'How often it came.' }),
})

const example: Static<typeof Line>[] = [
  { text: 'the thing for {order} never showed up', intent: 'delivery', why: 'corrected', count: 2 },
  { text: 'can u match that', intent: 'general', review: true, why: 'unsure', count: 1 },
]

export function getTurns(app: FastifyInstance, services: Services) {
  app.route<{ Querystring: Static<typeof Query> }>({
    method: 'GET',
    url: '/api/staff/turns',
    schema: {
      operationId: 'getTurns',
      tags: ['Staff'],
      summary: 'Turns to learn from',
      description:
        'Messages that were asked back about, put right by the customer, or passed on to a person, without personal data: lines of an evaluation set.',
      security: [{ staff: [] }],
      querystring: Query,
      response: {
        200: {
          description: 'The lines, the most frequent first.',
          content: { 'application/json': { schema: Type.Array(Line), example } },
        },
        ...proofProblems,
        ...commonProblems,
      },
    },
    handler: async (request) => {
      const { staff } = await requesterOf(request, services)
      if (!staff) throw new CodedError('refused', gateWords.staffOnly)
      const { since, why } = request.query
      const choice = { ...(since !== undefined && { since }), ...(why !== undefined && { why: [why] }) }
      return evaluationLines(chosenTurns(services.keptTurns.all(), choice))
    },
  })
}
