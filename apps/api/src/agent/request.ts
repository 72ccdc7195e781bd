import type { Intent, ToolResult } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'

/** One thing the customer asks for in a message. */
export interface Request {
  readonly clause: Clause
  readonly task: string
  readonly intent: Intent
  /** False: too close to call; it is asked about rather than acted on. */
  readonly confident: boolean
}

/**
 * What a call is for: the answer itself; support of another's answer; an answer in place of a question back; or one
 * beside another tool's, told first where it speaks to the question strongly. All but the first leave no trace otherwise.
 */
export type CallRole = 'answer' | 'support' | 'instead' | 'rival'

/** A call of a tool that a request asks for. */
export interface Call {
  readonly request: number
  readonly tool: string
  readonly input: Readonly<Record<string, unknown>>
  readonly role: CallRole
  /** True where it is made because an earlier call of the same request found nothing. */
  readonly secondTry?: boolean
}

/** A question back to the customer, with what to suggest as its answer. */
export interface Question {
  readonly request: number
  readonly tool: string
  readonly field: string
  readonly text: string
  readonly suggestions: readonly string[]
}

/** What was called so far in a turn, and what came of it. */
export interface Done {
  readonly call: Call
  readonly result: ToolResult
}

/** What to do next: call tools, side by side; or answer, with what is still to be asked. */
export type Decision =
  | { readonly kind: 'calls'; readonly calls: readonly Call[] }
  | { readonly kind: 'answer'; readonly questions: readonly Question[] }
