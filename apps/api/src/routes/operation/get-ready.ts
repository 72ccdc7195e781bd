import { Problem, StringEnum, refOf } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { problemExample } from '../examples.ts'

const Readiness = Type.Object(
  {
    status: StringEnum(['ready', 'not_ready'] as const),
    parts: Type.Record(Type.String(), Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  },
  {
    examples: [{ status: 'ready', parts: { store: { state: 'ok', adapter: 'memory', orders: 44 } } }],
  },
)
const readiness = { 'application/json': { schema: Readiness } }
/** What buildStartingApp answers while there are no parts yet. */
const starting = {
  'application/problem+json': {
    schema: refOf(Problem),
    example: problemExample(503, 'starting', 'The server is starting; ask again in a moment.'),
  },
}

const patience = 1000

export function getReady(app: FastifyInstance, services: Services) {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.route({
    method: 'GET',
    url: '/ready',
    schema: {
      operationId: 'getReady',
      tags: ['Operation'],
      summary: 'Can it take requests',
      description:
        'The state of each part. 503 while a part cannot be used, and while the server is closing; while it is starting, ' +
        'as a problem with the code `starting`, which every other address but /health answers with then too.',
      response: {
        200: { description: 'Every part is ready, or something stands in for it (`degraded`).', content: readiness },
        503: {
          description: 'Not ready: the state of each part, or, while it is starting, a problem.',
          content: { ...readiness, ...starting },
        },
      },
    },
    handler: async (request, reply) => {
      const parts = await services.parts({
        signal: AbortSignal.timeout(patience),
        deadline: services.clock.monotonic() + patience,
        degrade: () => {},
        log: request.log,
      })
      const ready = !closing && Object.values(parts).every(({ state }) => state !== 'down')
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not_ready', parts })
    },
  })
}
