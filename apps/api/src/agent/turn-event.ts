import type { ChatAnswer, ToolResult } from '@marketplace-agent/domain'

/** What a turn tells while it runs; a route makes JSON or server-sent events of it. */
export type TurnEvent =
  | { readonly type: 'tool_started'; readonly tool: string; readonly title: string; readonly about: string | null }
  | { readonly type: 'tool_result'; readonly result: ToolResult }
  | { readonly type: 'done'; readonly answer: ChatAnswer }
