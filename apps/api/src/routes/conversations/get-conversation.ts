import { ConversationView, refOf } from '@marketplace-agent/domain'
import type { Static } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { readConversation } from '../../agent/conversations.ts'
import type { Services } from '../../services.ts'
import { conversationExample } from '../examples.ts'
import { commonProblems, problemFor } from '../problems.ts'
import { contextOf } from '../request-context.ts'
import { ConversationParams, noConversation, ownId } from './conversation-id.ts'

export function getConversation(app: FastifyInstance, services: Services) {
  app.route<{ Params: Static<typeof ConversationParams> }>({
    method: 'GET',
    url: '/api/conversations/:id',
    schema: {
      operationId: 'getConversation',
      tags: ['Chat'],
      summary: 'Read a conversation',
      description: 'The last ten messages and answers, what was talked about before, and what waits for a yes.',
      params: ConversationParams,
      response: {
        200: {
          description: 'The conversation.',
          content: { 'application/json': { schema: refOf(ConversationView), example: conversationExample } },
        },
        ...commonProblems,
        ...problemFor(404, 'not_found', 'There is no such conversation.'),
      },
    },
    handler: async (request, reply) => {
      const context = { ...contextOf(request, reply, services), deadline: Infinity }
      const conversation = await readConversation(services.agent, ownId(request.params.id, services), context)
      if (conversation === null) throw noConversation()
      return conversation
    },
  })
}
