import { StringEnum } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'

const Readiness = Type.Object(
  {
    status: StringEnum(['ready', 'not_ready'] as const),
    parts: Type.Record(Type.String(), Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  },
  {
    examples: [{ status: 'ready', parts: { store: { state: 'ok', adapter: 'memory', orders: 44 } } }],
  },
)
const answer = (description: string) => ({ description, content: { 'application/json': { schema: Readiness } } })

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
      description: 'The state of each part. 503 while a part cannot be used, and while the server is closing.',
      response: { 200: answer('Every part is ready.'), 503: answer('Not ready.') },
    },
    handler: async (request, reply) => {
      const parts = await services.parts({
        signal: AbortSignal.timeout(patience),
        deadline: services.clock.monotonic() + patience,
        degrade: () => {},
        log: request.log,
      })
      const ready = !closing && Object.values(parts).every(({ state }) => state === 'ok')
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not_ready', parts })
    },
  })
}
