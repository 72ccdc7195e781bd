import { ChatAnswer, ChatRequest, refOf } from '@marketplace-agent/domain'
import type { FastifyInstance } from 'fastify'
import { takeTurn } from '../../agent/run-turn.ts'
import type { Services } from '../../services.ts'
import { chatAnswerExample } from '../examples.ts'
import { bodyProblems, commonProblems, proofProblems } from '../problems.ts'
import { chatTurn } from './chat-turn.ts'

export function postChat(app: FastifyInstance, services: Services) {
  app.route<{ Body: ChatRequest }>({
    method: 'POST',
    url: '/api/chat',
    schema: {
      operationId: 'chat',
      tags: ['Chat'],
      summary: 'Say something to the agent',
      description:
        "One turn of a conversation: the customer's message is understood, looked up and answered with its sources. Changes are proposed first; a later “yes” commits them.",
      security: [{}, { proof: [] }],
      body: refOf(ChatRequest),
      response: {
        200: {
          description: "The agent's answer.",
          content: { 'application/json': { schema: refOf(ChatAnswer), example: chatAnswerExample } },
        },
        ...commonProblems,
        ...bodyProblems,
        ...proofProblems,
      },
    },
    // Without any body the faults of an empty one are named.
    preValidation: (request, _reply, done) => {
      request.body ??= {} as ChatRequest
      done()
    },
    handler: async (request, reply) => takeTurn(services.agent, await chatTurn(request, reply, services)),
  })
}
