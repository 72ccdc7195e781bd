import type { Act, Intent, IntentScore } from '@marketplace-agent/domain'
import type { Mention } from '@marketplace-agent/catalog'

/** An amount limit in major units. `approximate`: "around 500". */
export interface PriceLimit {
  readonly min?: number
  readonly max?: number
  readonly minInclusive: boolean
  readonly maxInclusive: boolean
  readonly approximate: boolean
}

/** What a clause names. Offsets are of the whole message. */
export interface Entities {
  /** In the shop's own form ("ord 1002" -> "ORD-1002"), in the order named, each once. */
  readonly orders: readonly string[]
  readonly trackingNumbers: readonly string[]
  readonly complaints: readonly string[]
  readonly refunds: readonly string[]
  readonly emails: readonly string[]
  /**
   * Products, categories, brands, attributes and values, in the order named. `negated`: "not the X1"; `bound`, of a
   * value: "at least 16GB".
   */
  readonly mentions: readonly (Mention & { readonly negated: boolean; readonly bound?: 'at_least' | 'at_most' })[]
  readonly price: PriceLimit | null
  /** "cheapest", "best rated", "longest battery life" -> spec. */
  readonly sort: {
    readonly by: 'price' | 'rating' | 'released' | { readonly spec: string }
    readonly descending: boolean
  } | null
  readonly inStockOnly: boolean
  readonly minRating: number | null
  /** "the second one" 2, "the last" -1, "the last two" -2 with count 2. From 1. */
  readonly ordinal: { readonly position: number; readonly count: number } | null
  /** "it", "this one", "they", "the phone" without a name. */
  readonly pronoun: boolean
}

export interface TaskScore {
  readonly task: string
  readonly score: number
}

/** A part of a message that asks or says one thing. */
export interface Clause {
  readonly text: string
  readonly start: number
  readonly end: number
  /** As the classifier saw it: entities masked, lower case. */
  readonly masked: string
  readonly act: Act
  /** A task of data/language (see tasks.json). */
  readonly task: string
  /** Probability of the task, calibrated. */
  readonly score: number
  readonly intent: Intent
  /** Best first; scores add up to 1. */
  readonly intents: readonly IntentScore[]
  readonly tasks: readonly TaskScore[]
  /** False: too close to call; no tool may run on it. */
  readonly confident: boolean
  readonly entities: Entities
}

export interface Understanding {
  readonly clauses: readonly Clause[]
  /** Of the whole message: the leading clause's intent (small talk never leads where something is asked). */
  readonly intent: Intent
  /** Each intent of the message with its score, best first. */
  readonly intents: readonly IntentScore[]
  /** Anger in the words. */
  readonly upset: boolean
}

/** A message -> what it asks. Synchronous and pure: microseconds. */
export interface Understander {
  understand(message: string): Understanding
  /** Intent scores of one text as it stands (for evaluation), without splitting. */
  classify(text: string): {
    readonly intent: Intent
    readonly intents: readonly IntentScore[]
    readonly outOfScope: boolean
  }
  readonly labels: readonly Intent[]
}
