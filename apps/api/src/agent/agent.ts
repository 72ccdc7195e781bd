import type { Catalog } from '@marketplace-agent/catalog'
import type { ChatAnswer, Clock, Format, Log, Proof } from '@marketplace-agent/domain'
import type { Understander } from '@marketplace-agent/intent'
import type { SessionStore } from '@marketplace-agent/session'
import type { Prover } from '../identity/prove.ts'
import type { Caller } from './caller.ts'
import type { Conversation } from './dialogue/conversation.ts'
import type { Gate } from './gate.ts'
import type { SmallTalk } from './small-talk.ts'
import type { TurnKeeper } from './turn-note.ts'

/** What a turn is made with. */
export interface Agent {
  readonly understander: Understander
  readonly sessions: SessionStore<Conversation>
  readonly gate: Gate
  readonly prove: Prover
  readonly catalog: Catalog
  readonly format: Format
  readonly clock: Clock
  readonly templates: SmallTalk
  readonly greeting: string
  /** The figures in names of the shop's own (its name, categories, specs, contact), which every reply may hold. */
  readonly ownFigures: ReadonlySet<string>
  readonly observer: TurnObserver
  readonly keeper: TurnKeeper
}

export interface TurnObserver {
  turnDone(intent: ChatAnswer['intent'], milliseconds: number): void
  degraded(part: string): void
  ungrounded(figures: number): void
}

export interface TurnInput {
  readonly message: string
  readonly messageId: string | null
  readonly sessionId: string
  /** Whether nobody can guess the session's id: only then it keeps a proof. */
  readonly strong: boolean
  /** Who asks, but for what the conversation knows of them. */
  readonly caller: Omit<Caller, 'conversation' | 'proof'>
  /** What a signed token proves. */
  readonly proof: Proof | null
  readonly signal: AbortSignal
  readonly log: Log
}
