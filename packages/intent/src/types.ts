import type { Mention } from '@marketplace-agent/catalog'
import type { Act, CallContext, ComplaintReason, Intent, IntentScore, Remedy } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'

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
  /** "cheaper", "bigger", "with more memory", "something lighter": better or worse than what was shown, without a figure. */
  readonly comparative: {
    readonly by: 'price' | 'rating' | 'released' | { readonly spec: string }
    readonly direction: 'lower' | 'higher'
  } | null
  /** "and the X2?", "what about …", "how about …": the last question once more, of something else. */
  readonly continuation: boolean
  /** "anything else", "other ones", "show me more", "the next ones". */
  readonly others: boolean
  /** "all of it", "everything", "the whole order", "both of them". */
  readonly everything: boolean
  /** "only the earbuds", "just the hub", "nothing but …": what is named and nothing else. */
  readonly only: boolean
  /** Counts of pieces, in the order said: "two of the cables", "1x hub", "both cables". Offsets as of mentions. */
  readonly quantities: readonly { readonly count: number; readonly start: number; readonly end: number }[]
  /** What is to make a complaint good, as said; `negated`: "I don't want a refund". */
  readonly remedies: readonly { readonly remedy: Remedy; readonly negated: boolean }[]
  /** What is wrong with a purchase, where the words say so. */
  readonly complaintReason: ComplaintReason | null
  /** A postal address as written, its parts as far as they can be told. */
  readonly address: WrittenAddress | null
}

/** Parts of a postal address; `line1` holds house number and street. Only what was written. */
export interface WrittenAddress {
  readonly name?: string
  readonly line1: string
  readonly line2?: string
  readonly city?: string
  readonly region?: string
  readonly postal_code?: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  readonly start: number
  readonly end: number
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
  /** Whose reading it is; `ngram` where the n-grams were sure of every clause, or had to do. */
  readonly decidedBy: ClassifierName
  /** Anger in the words. */
  readonly upset: boolean
  /**
   * The message as the answer to a yes-or-no question. `yes` only where it agrees without a condition, a change, a doubt
   * or a question: a commit hangs on it, so what isn't plainly a yes is `unclear` (it says yes, and something else
   * with it), `no`, or null (it doesn't answer).
   */
  readonly answer: 'yes' | 'no' | 'unclear' | null
  /**
   * The task that a yes says again and nothing more ("yes, cancel it": cancel_order); `answer` is unclear then. It is a yes
   * for whoever knows that just this was proposed, for what the clauses name.
   */
  readonly repeats: string | null
}

/** n-grams alone; sentence vectors alone; sentence vectors where the n-grams aren't sure. */
export type ClassifierName = 'ngram' | 'minilm' | 'cascade'

/**
 * A message -> what it asks. Slips of the pen are put right first, and numbers in words written as figures where a figure is
 * meant; texts and offsets are those of the message so corrected.
 */
export interface Understander {
  /**
   * With the n-grams where they are sure, else, where there is an embedder, with a sentence vector of each clause's
   * `text`. Where that can't be had in time the n-grams decide, and `context.degrade('embedder')` says so. Rejects never.
   */
  understand(message: string, context?: CallContext): Promise<Understanding>
  /** With the n-grams alone: at once and pure, in microseconds. */
  read(message: string): Understanding
  /** Intent scores of one text as it stands, by the n-grams, without splitting. */
  classify(text: string): {
    readonly intent: Intent
    readonly intents: readonly IntentScore[]
    readonly outOfScope: boolean
  }
  /**
   * Takes an embedder of sentences into use, or (null) out of it. True as soon as it is in use: at once where there is a
   * classifier trained for it, else after that was trained in the background. False where it can't be used, or another
   * was given meanwhile. Never rejects.
   */
  sentences(embedder: Embedder | null): Promise<boolean>
  /** What `understand` uses now. */
  readonly classifier: ClassifierName
  /** The same with this classifier, whatever there is now. Throws OperatorError where it isn't there. */
  using(classifier: ClassifierName): Understander
  readonly labels: readonly Intent[]
  /** Every word that customers of any shop use and that this shop writes; in lower case, without apostrophes. */
  readonly vocabulary: ReadonlySet<string>
}
