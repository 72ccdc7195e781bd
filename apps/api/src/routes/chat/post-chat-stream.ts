import { Readable } from 'node:stream'
import {
  ChatAnswer,
  ChatRequest,
  CodedError,
  StreamFault,
  StreamSession,
  StreamStatus,
  StreamText,
  ToolResult,
  refOf,
} from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { runTurn } from '../../agent/run-turn.ts'
import type { TurnEvent } from '../../agent/turn-event.ts'
import type { Services } from '../../services.ts'
import { streamExample } from '../examples.ts'
import { bodyProblems, commonProblems, proofProblems } from '../problems.ts'
import { chatTurn } from './chat-turn.ts'

/** A server-sent event; JSON has no line break in it. */
const sent = (event: string, data: object) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** The data of any of the events. */
const streamEvent = Type.Union([
  refOf(StreamSession),
  refOf(StreamStatus),
  Type.Unsafe<ToolResult>(Type.Ref(ToolResult.$id as string)),
  refOf(StreamText),
  Type.Unsafe<ChatAnswer>(Type.Ref(ChatAnswer.$id as string)),
  refOf(StreamFault),
])

/** A piece of text ends with a sentence or a line, so that what is shown is never cut in a word. */
const pieces = (text: string): readonly string[] =>
  text.match(/[\s\S]*?(?:[.!?]\s+|\n+|$)/g)?.filter((each) => each !== '') ?? []

/** A turn's events as they are sent: what is done, the cards, the words piece by piece, and all of it at the end. */
function* eventsOf(event: TurnEvent): Generator<string> {
  switch (event.type) {
    case 'tool_started':
      return yield sent('status', {
        tool: event.tool,
        title: event.title,
        ...(event.about !== null && { about: event.about }),
      } satisfies StreamStatus)
    case 'tool_result':
      return yield sent('card', event.result)
    case 'done':
      for (const text of pieces(event.answer.response)) yield sent('text', { text })
      return yield sent('done', event.answer)
  }
}

async function* stream(
  sessionId: string,
  turn: AsyncIterable<TurnEvent>,
  onFault: (error: unknown) => void,
): AsyncGenerator<string> {
  // First of all, so that a message can be sent again to the same conversation when the connection breaks.
  yield sent('session', { session_id: sessionId })
  try {
    for await (const event of turn) yield* eventsOf(event)
  } catch (error) {
    const code = error instanceof CodedError ? error.code : 'internal'
    // Who hung up hears nothing more, and is no fault.
    if (code === 'aborted') return
    onFault(error)
    yield sent('error', { code, detail: 'Something went wrong here; it is in our log.' })
  }
}

export function postChatStream(app: FastifyInstance, services: Services) {
  app.route<{ Body: ChatRequest }>({
    method: 'POST',
    url: '/api/chat/stream',
    schema: {
      operationId: 'chatStream',
      tags: ['Chat'],
      summary: 'Say something to the agent, and hear it as it comes',
      description:
        'The same turn as `POST /api/chat`, as server-sent events: first `session` ({session_id}), then `status` ({tool, title, about?}: what it is doing), `card` (a ToolResult), `text` ({text}: a piece of the answer, in order), and at the end `done` (the whole ChatAnswer) or `error` ({code, detail}).',
      security: [{}, { proof: [] }],
      body: refOf(ChatRequest),
      response: {
        200: {
          description: 'The events of the turn.',
          content: { 'text/event-stream': { schema: streamEvent, example: streamExample } },
        },
        ...commonProblems,
        ...bodyProblems,
        ...proofProblems,
      },
    },
    preValidation: (request, _reply, done) => {
      request.body ??= {} as ChatRequest
      done()
    },
    handler: async (request, reply) => {
      const turn = await chatTurn(request, reply, services)
      const events = runTurn(services.agent, turn)
      return reply
        .type('text/event-stream')
        .header('cache-control', 'no-cache, no-transform')
        .header('x-accel-buffering', 'no')
        .send(
          Readable.from(stream(turn.sessionId, events, (error) => request.log.error({ err: error }, 'turn failed'))),
        )
    },
  })
}
