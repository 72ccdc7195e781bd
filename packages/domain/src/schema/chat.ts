import { type Static, Type } from '@sinclair/typebox'
import { Intent, IntentScore } from './intent.ts'
import { refOf } from './kit.ts'
import { Source } from './source.ts'
import { ToolResult } from './tool-result.ts'

export const sessionIdPattern = '^[A-Za-z0-9._:-]{1,128}$'

export const ChatRequest = Type.Object(
  {
    message: Type.String({
      minLength: 1,
      maxLength: 1000,
      pattern: '\\S',
      description: "The customer's words, not blank.",
    }),
    session_id: Type.Optional(
      Type.String({ pattern: sessionIdPattern, description: 'The conversation; without one the server makes it.' }),
    ),
  },
  { $id: 'ChatRequest', additionalProperties: false, examples: [{ message: 'Where is my order A-1002?' }] },
)
export type ChatRequest = Static<typeof ChatRequest>

export const ChatAnswer = Type.Object(
  {
    response: Type.String(),
    session_id: Type.String(),
    intent: refOf(Intent),
    intents: Type.Array(refOf(IntentScore), { description: 'Every intent of the message, best first.' }),
    sources: Type.Array(refOf(Source)),
    tool_results: Type.Array(refOf(ToolResult)),
    suggestions: Type.Array(Type.String(), { description: 'What the customer might say next.' }),
    degraded: Type.Array(Type.String(), { description: 'Parts of the agent that could not be used in this turn.' }),
  },
  { $id: 'ChatAnswer' },
)
export type ChatAnswer = Omit<Static<typeof ChatAnswer>, 'tool_results'> & { tool_results: ToolResult[] }
