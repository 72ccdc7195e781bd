import { type Static, Type } from '@sinclair/typebox'
import { Intent, IntentScore } from './intent.ts'
import { Instant, Nullable, refOf } from './kit.ts'
import { Proposal } from './proposal.ts'
import { Source } from './source.ts'
import { ToolResult } from './tool-result.ts'

export const sessionIdPattern = '^[A-Za-z0-9._:-]{1,128}$'

const messageIdPattern = '^[A-Za-z0-9._:-]{1,128}$'

export const ChatRequest = Type.Object(
  {
    message: Type.String({
      minLength: 1,
      maxLength: 1000,
      pattern: '\\S',
      description: "The customer's words, not blank.",
    }),
    session_id: Type.Optional(
      Type.String({
        pattern: sessionIdPattern,
        description:
          'The conversation; without one the server makes it. Only ids that the server made and version 4 UUIDs keep a proof and have a history.',
      }),
    ),
    message_id: Type.Optional(
      Type.String({
        pattern: messageIdPattern,
        description:
          'A name for this message: sent again with the same one, it is answered as before and does nothing.',
      }),
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
    proposal: Type.Optional(refOf(Proposal)),
    suggestions: Type.Array(Type.String(), { description: 'What the customer might say next.' }),
    degraded: Type.Array(Type.String(), { description: 'Parts of the agent that could not be used in this turn.' }),
  },
  { $id: 'ChatAnswer' },
)
export type ChatAnswer = Omit<Static<typeof ChatAnswer>, 'tool_results'> & { tool_results: ToolResult[] }

/** The first event of a streamed turn: where the message went. */
export const StreamSession = Type.Object({ session_id: Type.String() }, { $id: 'StreamSession' })
export type StreamSession = Static<typeof StreamSession>

/** What the agent is doing. */
export const StreamStatus = Type.Object(
  {
    tool: Type.String(),
    title: Type.String({ description: 'What the tool is for: "Order status".' }),
    about: Type.Optional(Type.String({ description: 'What it is asked about, as given: "A-1002", "Acme Drill 18".' })),
  },
  { $id: 'StreamStatus' },
)
export type StreamStatus = Static<typeof StreamStatus>

/** A piece of the answer, in order. */
export const StreamText = Type.Object({ text: Type.String() }, { $id: 'StreamText' })
export type StreamText = Static<typeof StreamText>

/** The last event of a turn that failed. */
export const StreamFault = Type.Object({ code: Type.String(), detail: Type.String() }, { $id: 'StreamFault' })
export type StreamFault = Static<typeof StreamFault>

/** One message of a conversation and what was answered. */
export const ConversationExchange = Type.Object(
  {
    at: Instant(),
    message: Type.String({ description: "The customer's words; empty where a form or a button spoke." }),
    answer: Type.Unsafe<ChatAnswer>(Type.Ref('ChatAnswer')),
  },
  { $id: 'ConversationExchange' },
)
export type ConversationExchange = Static<typeof ConversationExchange>

/** A conversation as whoever holds its id may read it. */
export const ConversationView = Type.Object(
  {
    session_id: Type.String(),
    turns: Type.Integer({ description: 'How many messages there were, forgotten ones too.' }),
    exchanges: Type.Array(refOf(ConversationExchange), { description: 'The last ten, oldest first.' }),
    summary: Type.String({ description: 'What was talked about before those; empty where there was nothing.' }),
    proposal: Nullable(refOf(Proposal)),
    proof: Nullable(Type.String({ description: 'The number that was given with the e-mail on it.' })),
  },
  { $id: 'ConversationView' },
)
export type ConversationView = Static<typeof ConversationView>
