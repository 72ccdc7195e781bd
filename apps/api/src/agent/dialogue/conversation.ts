import type { Intent } from '@marketplace-agent/domain'

export interface Exchange {
  /** ISO 8601, on the shop's clock. */
  readonly at: string
  readonly message: string
  readonly response: string
  readonly intent: Intent
}

/** A question that the agent asked for an input of a tool and that is not answered yet. */
export interface OpenQuestion {
  readonly tool: string
  readonly task: string
  readonly field: string
  readonly intent: Intent
}

/** What is talked about. */
export interface Focus {
  /** The products last talked about, the leading one first. */
  readonly products: readonly number[]
  /** The products last listed, as they were listed. */
  readonly list: readonly number[]
  readonly order: string | null
}

/** A conversation as it is kept between messages. Plain data, never changed in place. */
export interface Conversation {
  readonly turns: number
  /** The last ten, oldest first. */
  readonly exchanges: readonly Exchange[]
  readonly focus: Focus
  readonly question: OpenQuestion | null
}

export const mostExchanges = 10

export const newConversation: Conversation = {
  turns: 0,
  exchanges: [],
  focus: { products: [], list: [], order: null },
  question: null,
}
