import type { ChatAnswer, ToolResult } from '@marketplace-agent/api-client'
import type { TurnEvent } from './turn-event.ts'

export interface Activity {
  readonly tool: string
  readonly title: string
  /** What it looks at: a number, a product's name. */
  readonly about: string | null
  readonly done: boolean
}

/** A message on its way and what has come back of its answer. */
export interface Turn {
  readonly messageId: string
  readonly message: string
  readonly phase: 'running' | 'done' | 'stopped' | 'failed'
  readonly activities: readonly Activity[]
  readonly results: readonly ToolResult[]
  readonly text: string
  readonly answer: ChatAnswer | null
  /** Why it failed: a problem of the API, or an error of the connection. */
  readonly failure: unknown
}

export const newTurn = (messageId: string, message: string): Turn => ({
  messageId,
  message,
  phase: 'running',
  activities: [],
  results: [],
  text: '',
  answer: null,
  failure: null,
})

/** The first activity of this tool that is still going on has come to its end. */
function finished(activities: readonly Activity[], tool: string): readonly Activity[] {
  const index = activities.findIndex((activity) => activity.tool === tool && !activity.done)
  return activities.map((activity, at) => (at === index ? { ...activity, done: true } : activity))
}

/** The turn after one more event. */
export function advanceTurn(turn: Turn, event: TurnEvent): Turn {
  switch (event.type) {
    case 'session':
      return turn
    case 'status': {
      const { tool, title, about } = event
      return { ...turn, activities: [...turn.activities, { tool, title, about, done: false }] }
    }
    case 'card':
      return {
        ...turn,
        activities: finished(turn.activities, event.result.tool),
        results: [...turn.results, event.result],
      }
    case 'text':
      return { ...turn, text: turn.text + event.text }
    case 'done':
      return {
        ...turn,
        phase: 'done',
        activities: turn.activities.map((activity) => ({ ...activity, done: true })),
        results: event.answer.tool_results,
        text: event.answer.response,
        answer: event.answer,
      }
    case 'error':
      return { ...turn, phase: 'failed', failure: { status: 500, code: event.code, detail: event.detail } }
  }
}
