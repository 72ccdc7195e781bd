import type { ToolResult } from '@marketplace-agent/domain'
import type { Understanding } from '@marketplace-agent/intent'
import type { Agent, TurnInput } from './agent.ts'
import type { Answered } from './answer-requests.ts'
import type { Conversation, OpenProposal } from './dialogue/conversation.ts'
import type { Move } from './dialogue/move.ts'
import type { Identified } from './identify.ts'
import type { Waiting } from './open-proposal.ts'
import type { Request } from './request.ts'

/** A turn, when everything is done and nothing is said yet. */
export interface Turn {
  readonly before: Conversation
  readonly agent: Agent
  readonly input: TurnInput
  readonly understanding: Understanding
  readonly identified: Identified
  readonly move: Move
  readonly open: Waiting | null
  readonly expired: boolean
  /** The proposal that waited before this turn. */
  readonly waits: OpenProposal | null
  /** What came of a yes. */
  readonly confirmed: ToolResult | null
  readonly requests: readonly Request[]
  readonly outcome: Answered
  readonly degraded: ReadonlySet<string>
}
