import { randomBytes } from 'node:crypto'
import { ChatAnswer, ChatRequest, refOf } from '@marketplace-agent/domain'
import type { FastifyInstance } from 'fastify'
import { runTurn } from '../../agent/run-turn.ts'
import type { Services } from '../../services.ts'
import { chatAnswerExample } from '../examples.ts'
import { callerOf, hangUpSignal } from '../request-context.ts'
import { bodyProblems, commonProblems } from '../tool-route.ts'

const newSessionId = () => randomBytes(16).toString('base64url')

export function postChat(app: FastifyInstance, services: Services) {
  app.route<{ Body: ChatRequest }>({
    method: 'POST',
    url: '/api/chat',
    schema: {
      operationId: 'chat',
      tags: ['Chat'],
      summary: 'Say something to the agent',
      description:
        "One turn of a conversation: the customer's message is understood, looked up and answered with its sources.",
      body: refOf(ChatRequest),
      response: {
        200: {
          description: "The agent's answer.",
          content: { 'application/json': { schema: refOf(ChatAnswer), example: chatAnswerExample } },
        },
        ...commonProblems,
        ...bodyProblems,
      },
    },
    // Without any body the faults of an empty one are named.
    preValidation: async (request) => {
      request.body ??= {} as ChatRequest
    },
    handler: async (request, reply) => {
      const { message, session_id: sessionId = newSessionId() } = request.body
      const turn = runTurn(services.agent, {
        message,
        sessionId,
        caller: callerOf(request, services),
        signal: hangUpSignal(reply),
        log: request.log,
      })
      for await (const event of turn) if (event.type === 'done') return event.answer
      throw new Error('The turn ended without an answer.')
    },
  })
}
