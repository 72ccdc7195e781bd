import type { ChatAnswer, Intent, ListedOrder, Proof } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { SearchInput } from '../../tools/search-input.ts'
import type { Made, Request } from '../request.ts'
import type { Heard } from '../turn-note.ts'

/** One message and its answer. */
export interface Exchange {
  /** ISO 8601, on the shop's clock. */
  readonly at: string
  /** Empty where a form or a button spoke. */
  readonly message: string
  /** The caller's name for the message, by which it is known again. */
  readonly messageId: string | null
  readonly answer: ChatAnswer
}

/** A question that the agent asked for an input of a tool and that is not answered yet. */
export interface OpenQuestion {
  readonly tool: string
  /** The input that is missing, or `proof`. */
  readonly field: string
  /** As it was asked. */
  readonly text: string
  /** What was asked for when it was missing. */
  readonly request: Request
}

/** A proposal that waits for a yes, as the conversation sees it. */
export interface OpenProposal {
  readonly id: string
  /** As it was put to the customer. */
  readonly summary: string
  readonly request: Request
  /** True where it was the last thing asked: only then a yes means it. */
  readonly asked: boolean
}

/** A request of the last turn that called for something: what "and the X2?", "I meant …", "say that again" go back to. */
export interface Asked {
  /** As it was answered, what it went back to being settled. */
  readonly clause: Clause
  readonly task: string
  readonly intent: Intent
  /** What its answer was about. */
  readonly products: readonly number[]
  readonly made: readonly Made[]
}

/** What is talked about. */
export interface Focus {
  /** The products last talked about, the leading one first. */
  readonly products: readonly number[]
  /** Talked about one after the other since the last list, newest first. */
  readonly recent: readonly number[]
  /** The products last listed, as they were listed. */
  readonly list: readonly number[]
  readonly order: string | null
  /** The customer's orders that were listed, the newest first, until goods are talked about. */
  readonly orders: readonly ListedOrder[]
  /** The search behind the list. */
  readonly search: { readonly input: SearchInput; readonly total: number; readonly shown: number } | null
  /** Of the last turn that called for something, in its order. */
  readonly asked: readonly Asked[]
  /** What the documents or the last thing done were about, in their words. */
  readonly topic: string | null
}

/** What a conversation was about, longer than its exchanges are kept. Each list newest first. */
export interface Earlier {
  readonly products: readonly number[]
  readonly orders: readonly string[]
  /** What was agreed and done, in words. */
  readonly done: readonly string[]
}

/** A conversation as it is kept between messages. Plain data, never changed in place. */
export interface Conversation {
  readonly turns: number
  /** The last ten, oldest first. */
  readonly exchanges: readonly Exchange[]
  readonly focus: Focus
  readonly question: OpenQuestion | null
  readonly proposal: OpenProposal | null
  /** What was asked for and waits until the question or proposal before it is settled. */
  readonly waiting: readonly Request[]
  readonly proof: Proof | null
  /** What was said towards a proof: the e-mail last given, and the numbers last named. */
  readonly claim: Claim
  readonly earlier: Earlier
  /** The order, refund or complaint last shown, while that is the subject. */
  readonly record: TalkedRecord | null
  /** The change that was refused, while it is the subject. `fresh`: by the last turn, so that it may be amended. */
  readonly refused: { readonly request: Request; readonly fresh: boolean } | null
  /** What the last message was taken for. */
  readonly heard: Heard | null
}

export interface TalkedRecord extends ClaimedNumber {
  /** True where it was shown for what of it can be returned. */
  readonly returning?: boolean
  /** True where only a refusal spoke of it. */
  readonly refused?: boolean
}

export interface Claim {
  readonly email: string | null
  readonly numbers: readonly ClaimedNumber[]
}

export interface ClaimedNumber {
  readonly kind: 'order' | 'complaint' | 'refund'
  readonly number: string
}

export const mostExchanges = 10

export const emptyFocus: Focus = {
  products: [],
  recent: [],
  list: [],
  order: null,
  orders: [],
  search: null,
  asked: [],
  topic: null,
}

export const newConversation: Conversation = {
  turns: 0,
  exchanges: [],
  focus: emptyFocus,
  question: null,
  proposal: null,
  waiting: [],
  proof: null,
  claim: { email: null, numbers: [] },
  earlier: { products: [], orders: [], done: [] },
  record: null,
  refused: null,
  heard: null,
}
