import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'

const Health = Type.Object({ status: Type.Literal('ok') }, { examples: [{ status: 'ok' }] })

export function getHealth(app: FastifyInstance) {
  app.route({
    method: 'GET',
    url: '/health',
    schema: {
      operationId: 'getHealth',
      tags: ['Operation'],
      summary: 'Is the process alive',
      response: { 200: { description: 'It is.', content: { 'application/json': { schema: Health } } } },
    },
    handler: async () => ({ status: 'ok' }),
  })
}
