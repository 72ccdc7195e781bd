import type { Catalog, Shop } from '@marketplace-agent/catalog'
import type {
  CallContext,
  Card,
  Change,
  Clock,
  Edge,
  Fact,
  Format,
  Intent,
  OrderRecord,
  Proof,
  RefusalCard,
  RefundSums,
  ShopRules,
} from '@marketplace-agent/domain'
import type { ProductGraph } from '@marketplace-agent/graph'
import type { Retriever } from '@marketplace-agent/rag'
import type { NumberedRecord, Store } from '@marketplace-agent/store'
import type { Static, TObject } from '@sinclair/typebox'

/** The ports a tool may use. */
export interface ToolPorts {
  readonly shop: Shop
  readonly store: Store
  readonly graph: ProductGraph
  readonly retriever: Retriever
  readonly rules: ShopRules
  readonly clock: Clock
  /** A reference that nobody can guess, short enough to be read out on the phone. */
  readonly newReference: () => string
  readonly kit: () => WordsKit
}

/** What of a shop a field may hold. */
export type ShopValue =
  | 'product'
  | 'other_product'
  | 'products'
  | 'words'
  | 'categories'
  | 'brands'
  | 'spec_limits'
  | 'facts'
  | 'document'
  | 'order'
  | 'tracking'
  | 'complaint'
  | 'refund'

/**
 * Marks a field by what of the shop it holds: the description of the API gives it an example that the shop has, and
 * numbers of records are read however people type them.
 */
export const holds = (kind: ShopValue) => ({ 'x-holds': kind })

const recordNumbers = ['order', 'tracking', 'complaint', 'refund'] as const
export type RecordNumber = (typeof recordNumbers)[number]

/** The fields of an input that hold a record's number. */
export const numberFields = (input: TObject): readonly (readonly [field: string, kind: RecordNumber])[] =>
  Object.entries(input.properties).flatMap(([field, schema]) => {
    const kind = recordNumbers.find((each) => each === schema['x-holds'])
    return kind === undefined ? [] : [[field, kind] as const]
  })

/** A value in an input that fits the schema, but isn't to be had in this shop. `path`: where it is, such as `category/0`. */
export interface InputFault {
  readonly path: string
  readonly detail: string
}

/** Whose data a call opens: the customer's of a record, or all of the customer's who proved who they are. */
export type Opens =
  | { readonly record: 'order' | 'complaint' | 'refund'; readonly number: string }
  | { readonly record: 'customer' }

/** Who asks, as the gate has made sure of it. `record`: the order that the call opens, with all that belongs to it. */
export interface Subject {
  readonly proof: Proof | null
  readonly record: OrderRecord | null
}

/** How often a tool may be used: by one conversation and from one address, in so many minutes. */
export interface Limit {
  readonly conversation: number
  readonly address: number
  readonly minutes: number
}

/**
 * What of a message fills a field of a tool's input. The dialogue knows how to find each:
 * one `product` or `order` a call (several named make several calls; `first_product` is just the first), or all of
 * them in one field.
 */
export type Slot =
  | 'order'
  | 'order_facts'
  | 'tracking_number'
  | 'product'
  | 'first_product'
  | 'other_product'
  | 'products'
  | 'attributes'
  | 'yes_or_no'
  | 'ahead'
  | 'purpose'
  | 'compared_kinds'
  | 'count'
  | 'feature'
  | 'question'
  | 'text'
  | 'category'
  | 'brand'
  | 'min_price'
  | 'max_price'
  | 'above_price'
  | 'below_price'
  | 'min_rating'
  | 'in_stock'
  | 'specs'
  | 'exclude'
  | 'sort'
  | 'claim'
  | 'document_kinds'
  | 'about_products'
  | 'about_categories'
  | 'about_only'
  | 'overview'
  | 'topic'
  | 'items'
  | 'everything'
  | 'address'
  | 'story'
  | 'complaint_reason'
  | 'remedy'
  | 'refund'
  | 'complaint'
  | 'any_order'
  | 'order_item'
  | 'conversation'
  | 'order_states'
  | 'order_products'
  | 'order_placed'
  | 'order_sort'
  | 'order_limit'

/** Why a call came to nothing. `reason` is one of the words' `otherwise`; `needs` the field that is missing. */
export interface Otherwise {
  readonly outcome: 'not_found' | 'refused' | 'needs_input'
  readonly reason: string
  readonly values?: Readonly<Record<string, string>>
  readonly needs?: string
  readonly data?: Card
}

/** What a call came to, before it is put into words. */
export type ToolReply<D extends Card> =
  | { readonly outcome: 'ok'; readonly data: D; readonly edges?: readonly Edge[] }
  | Otherwise

/** A change as it would be made now. `changes` takes the number of the record it makes, where it makes one. */
export interface Draft {
  readonly outcome: 'proposal'
  readonly record: OrderRecord
  /** The rule that allows it. */
  readonly rule: string
  /** What the customer gets back, in major units; null: no money moves. */
  readonly amount: number | null
  /** How the amount of a refund comes about. */
  readonly sums?: RefundSums
  readonly numbered: NumberedRecord | null
  changes(number: string): readonly Change[]
}

/** What of a refusal may be asked for. */
export type Explained = 'reason' | 'instead'

/** What the words of a tool may look at. */
export interface WordsKit {
  readonly format: Format
  readonly catalog: Catalog
  readonly shopName: string
  /** How the shop is reached, in words. */
  readonly contact: string
  /** The calendar day in the shop's time zone. */
  readonly today: string
}

/** A tool's words in one language; another language is another sibling file. */
export interface ToolWords<Input, D extends Card> {
  /** The question for each input that may be missing. */
  readonly ask: { readonly [Field in keyof Input]?: string }
  /** The result in sentences; the first one answers. Every figure in it is in the data or the input. */
  say(data: D, kit: WordsKit, input: Input): string
  /** One sentence (or more) for each reason of the other outcomes. */
  readonly otherwise: Readonly<
    Record<string, (input: Input, values: Readonly<Record<string, string>>, kit: WordsKit) => string>
  >
  /** What was refused, as its grounds or what is possible instead are asked for. */
  explain?(refusal: RefusalCard, asked: Explained, kit: WordsKit): string
  /** Words to search for instead of the customer's where those found nothing, by task. */
  readonly topics?: Readonly<Record<string, string>>
  /** A sentence after the answer, by task. */
  readonly afterwords?: Readonly<Record<string, (kit: WordsKit) => string>>
  /** Where it isn't known yet who asks: the question for the proof, what is said before it and after it, what else to say. */
  readonly unproved?: {
    readonly ask: string
    readonly lead?: string
    tail?(kit: WordsKit): string
    readonly next?: readonly string[]
  }
  /** What a result adds to what was said right before it; nothing new: an empty text. */
  rest?(data: D, said: string): string
  /** What the customer might say next where nothing was found. */
  readonly unfound?: readonly string[]
  /** What the customer might say next, most useful first. */
  next(data: D, kit: WordsKit, input: Input): readonly string[]
}

/** The words of a tool that writes: what it would do, and the letter that says it was done. */
export interface WriteWords<Input, D extends Card> extends ToolWords<Input, D> {
  proposal(
    draft: Draft,
    changes: readonly Change[],
    kit: WordsKit,
  ): { readonly summary: string; readonly before: readonly Fact[]; readonly after: readonly Fact[] }
  mail(data: D, kit: WordsKit): { readonly subject: string; readonly text: string }
}

interface ToolBase<Schema extends TObject, D extends Card> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly intent: Intent
  /** The tasks of the language data that it serves in chat; none: only by REST. */
  readonly tasks: readonly string[]
  /** `customer`: only for whom the data that it opens belongs to. */
  readonly access: 'public' | 'customer' | 'staff'
  readonly opens?: (input: Static<Schema>) => Opens
  readonly limit?: Limit
  readonly input: Schema
  /** What in an input that fits the schema isn't to be had in this shop: a category, a spec. Fields may be missing. */
  readonly faults?: (input: Partial<Static<Schema>>, shop: Shop) => readonly InputFault[]
  /** How a message fills the input, by field. */
  readonly slots: { readonly [Field in keyof Static<Schema>]?: Slot }
  /** Inputs that chat asks for once although it can do without them. */
  readonly asks?: readonly (keyof Static<Schema> & string)[]
  /** Of a tool about an order of the customer's: whether it suits an order in a state, where they named none. */
  readonly suits?: (state: OrderRecord['order']['state']) => boolean
  /** The kind of card its result is shown as. */
  readonly card: D['kind']
  /** Tasks of other tools whose answers it adds to; it never asks there, and finding nothing is no answer. */
  readonly background?: readonly string[]
  /** True where it may answer instead of a question back, when another tool lacks an input. */
  readonly standsIn?: boolean
  /** The tool to turn to when this one finds nothing. */
  readonly otherwise?: string
}

/** A tool that reads. */
export interface ReadTool<Schema extends TObject = TObject, D extends Card = Card> extends ToolBase<Schema, D> {
  readonly words: ToolWords<Static<Schema>, D>
  run(input: Static<Schema>, ports: ToolPorts, context: CallContext, subject: Subject): Promise<ToolReply<D>>
}

/** A tool that changes something: it says what would change, and what its result is once the gate has committed it. */
export interface WriteTool<Schema extends TObject = TObject, D extends Card = Card> extends ToolBase<Schema, D> {
  readonly words: WriteWords<Static<Schema>, D>
  /** Run when it is proposed and again when it is committed. */
  propose(
    input: Static<Schema>,
    ports: ToolPorts,
    context: CallContext,
    subject: Subject & { readonly record: OrderRecord },
  ): Promise<Draft | Otherwise>
  /** The result, from the order as it is after the change; `number` is that of the record made, if one was. */
  committed(after: OrderRecord, number: string, ports: ToolPorts): D
}

export type Tool<Schema extends TObject = TObject, D extends Card = Card> = ReadTool<Schema, D> | WriteTool<Schema, D>

/** A tool whose input and card types are forgotten, as the list of tools has it. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of tools is over every input and card type
export type AnyTool = Tool<any, any>

// oxlint-disable-next-line typescript/no-explicit-any -- as above
export const writes = (tool: AnyTool): tool is WriteTool<any, any> => 'propose' in tool

export const defineTool = <Schema extends TObject, D extends Card>(tool: ReadTool<Schema, D>): ReadTool<Schema, D> =>
  tool

export const defineWrite = <Schema extends TObject, D extends Card>(tool: WriteTool<Schema, D>): WriteTool<Schema, D> =>
  tool
