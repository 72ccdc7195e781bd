import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'

export function getMetrics(app: FastifyInstance, { metrics }: Services) {
  app.route({
    method: 'GET',
    url: '/metrics',
    schema: {
      operationId: 'getMetrics',
      tags: ['Operation'],
      summary: 'Figures for Prometheus',
      response: {
        200: {
          description: 'Requests, turns by intent, tool calls by outcome, in the text format of Prometheus.',
          content: { 'text/plain': { schema: Type.String({ examples: ['agent_degraded_total{part="graph"} 1'] }) } },
        },
      },
    },
    handler: async (_request, reply) => {
      const { body, contentType } = await metrics.text()
      return reply.type(contentType).serializer(String).send(body)
    },
  })
}
