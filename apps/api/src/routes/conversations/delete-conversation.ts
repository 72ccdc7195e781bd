import type { Static } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { deleteConversation as forget } from '../../agent/conversations.ts'
import type { Services } from '../../services.ts'
import { commonProblems, problemFor } from '../problems.ts'
import { contextOf } from '../request-context.ts'
import { ConversationParams, ownId } from './conversation-id.ts'

export function deleteConversation(app: FastifyInstance, services: Services) {
  app.route<{ Params: Static<typeof ConversationParams> }>({
    method: 'DELETE',
    url: '/api/conversations/:id',
    schema: {
      operationId: 'deleteConversation',
      tags: ['Chat'],
      summary: 'Start a conversation over',
      description:
        'Forgets a conversation with all that was said, proved and proposed in it. What was done stays done.',
      params: ConversationParams,
      response: {
        204: { description: 'It is forgotten, or never was.', type: 'null' },
        ...commonProblems,
        ...problemFor(404, 'not_found', 'There is no such conversation.'),
      },
    },
    handler: async (request, reply) => {
      const context = { ...contextOf(request, reply, services), deadline: Infinity }
      await forget(services.agent, ownId(request.params.id, services), context)
      return reply.code(204).send()
    },
  })
}
