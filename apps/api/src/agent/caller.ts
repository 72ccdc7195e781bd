import type { CallContext, Card, Proof, ToolResult } from '@marketplace-agent/domain'
import type { Draft, Subject, ToolReply } from '../tools/define-tool.ts'

/** Who asks, through which door. */
export interface Caller {
  readonly door: 'chat' | 'rest'
  readonly staff: boolean
  /** The conversation that the call belongs to; without one nothing can be proposed. */
  readonly conversation: string | null
  readonly address: string
  readonly proof: Proof | null
}

export type GateContext = Omit<CallContext, 'deadline'>

/** A call that passed every check, and what came of it. */
export type Decided =
  | { readonly kind: 'reply'; readonly reply: ToolReply<Card> }
  | { readonly kind: 'draft'; readonly draft: Draft; readonly subject: Subject }
  | { readonly kind: 'result'; readonly result: ToolResult }
