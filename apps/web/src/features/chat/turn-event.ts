import type {
  ChatAnswer,
  StreamFault,
  StreamSession,
  StreamStatus,
  StreamText,
  ToolResult,
} from '@marketplace-agent/api-client'

/** What is heard of a turn while it goes on. */
export type TurnEvent =
  | { type: 'session'; sessionId: string }
  | { type: 'status'; tool: string; title: string; about: string | null }
  | { type: 'card'; result: ToolResult }
  | { type: 'text'; text: string }
  | { type: 'done'; answer: ChatAnswer }
  | ({ type: 'error' } & StreamFault)

/** A server-sent event of the stream; null for one that this app doesn't know. */
export function readTurnEvent(event: string | undefined, data: unknown): TurnEvent | null {
  switch (event) {
    case 'session':
      return { type: 'session', sessionId: (data as StreamSession).session_id }
    case 'status': {
      const { tool, title, about } = data as StreamStatus
      return { type: 'status', tool, title, about: about ?? null }
    }
    case 'card':
      return { type: 'card', result: data as ToolResult }
    case 'text':
      return { type: 'text', text: (data as StreamText).text }
    case 'done':
      return { type: 'done', answer: data as ChatAnswer }
    case 'error':
      return { type: 'error', ...(data as StreamFault) }
    default:
      return null
  }
}
