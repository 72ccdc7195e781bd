import type { Intent, ToolResult } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { Explained } from '../tools/define-tool.ts'

/**
 * What a call is for: the answer itself; support of another's answer; an answer in place of a question back; one beside
 * another tool's, told first where it speaks to the question strongly; or a look-up that another call needs. All but
 * the first leave no trace otherwise.
 */
export type CallRole = 'answer' | 'support' | 'instead' | 'rival' | 'lookup'

/** A call that answered, as it can be made again. */
export interface Made {
  readonly tool: string
  readonly input: Readonly<Record<string, unknown>>
  readonly role: CallRole
}

/** One thing the customer asks for. Plain data: it may wait for a later turn. */
export interface Request {
  readonly clause: Clause
  readonly task: string
  readonly intent: Intent
  /** False: too close to call; it is asked about rather than acted on. */
  readonly confident: boolean
  /** The calls that answer it, where the dialogue has settled them (a list refined, an answer told again). */
  readonly calls?: readonly Made[]
  /** What it was first asked with, where the clause only adds to that: the newest first. */
  readonly before?: readonly Clause[]
  /** The whole words, over the messages that it took. */
  readonly said?: string
  /** What is to be told of a refusal: its grounds, or what is possible instead; all of it without. */
  readonly explain?: Explained
  /** Inputs that were asked for: each is asked for once. */
  readonly askedFor?: readonly string[]
}

/** A call of a tool that a request asks for. */
export interface Call extends Made {
  readonly request: number
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

/** What to do next: call tools, side by side; or answer, with what is still to be asked, and what has to wait. */
export type Decision =
  | { readonly kind: 'calls'; readonly calls: readonly Call[] }
  | {
      readonly kind: 'answer'
      readonly questions: readonly Question[]
      readonly waiting: readonly Request[]
      /** Requests that a tool was to answer or that have to wait, by their position. */
      readonly taken: ReadonlySet<number>
    }
