import type { Catalog, Shop } from '@marketplace-agent/catalog'
import type { CallContext, Card, Edge, Format, Intent } from '@marketplace-agent/domain'
import type { ProductGraph } from '@marketplace-agent/graph'
import type { Retriever } from '@marketplace-agent/rag'
import type { Store } from '@marketplace-agent/store'
import type { Static, TObject } from '@sinclair/typebox'

/** The ports a tool may use. */
export interface ToolPorts {
  readonly shop: Shop
  readonly store: Store
  readonly graph: ProductGraph
  readonly retriever: Retriever
}

/**
 * What of a message fills a field of a tool's input. The dialogue knows how to find each:
 * one `product` or `order` a call (several named make several calls; `first_product` is just the first), or all of
 * them in one field.
 */
export type Slot =
  | 'order'
  | 'tracking_number'
  | 'product'
  | 'first_product'
  | 'other_product'
  | 'products'
  | 'attributes'
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
  | 'sort'
  | 'document_kinds'
  | 'about_products'
  | 'about_categories'
  | 'about_only'

/** What a call came to, before it is put into words. `reason` is one of the words' `otherwise`. */
export type ToolReply<D extends Card> =
  | { readonly outcome: 'ok'; readonly data: D; readonly edges?: readonly Edge[] }
  | {
      readonly outcome: 'not_found' | 'refused' | 'needs_input'
      readonly reason: string
      readonly values?: Readonly<Record<string, string>>
    }

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
  /** Words to search for instead of the customer's where those found nothing, by task. */
  readonly topics?: Readonly<Record<string, string>>
  /** A sentence after the answer, by task. */
  readonly afterwords?: Readonly<Record<string, (kit: WordsKit) => string>>
  /** What the customer might say next, most useful first. */
  next(data: D, kit: WordsKit, input: Input): readonly string[]
}

export interface Tool<Schema extends TObject = TObject, D extends Card = Card> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly intent: Intent
  /** The tasks of the language data that it serves in chat; none: only by REST. */
  readonly tasks: readonly string[]
  readonly access: 'public' | 'staff'
  readonly input: Schema
  /** How a message fills the input, by field. */
  readonly slots: { readonly [Field in keyof Static<Schema>]?: Slot }
  /** The kind of card its result is shown as. */
  readonly card: D['kind']
  /** Tasks of other tools whose answers it adds to; it never asks there, and finding nothing is no answer. */
  readonly background?: readonly string[]
  /** True where it may answer instead of a question back, when another tool lacks an input. */
  readonly standsIn?: boolean
  /** The tool to turn to when this one finds nothing. */
  readonly otherwise?: string
  readonly words: ToolWords<Static<Schema>, D>
  run(input: Static<Schema>, ports: ToolPorts, context: CallContext): Promise<ToolReply<D>>
}

/** A tool whose input and card types are forgotten, as the list of tools has it. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of tools is over every input and card type
export type AnyTool = Tool<any, any>

export const defineTool = <Schema extends TObject, D extends Card>(tool: Tool<Schema, D>): Tool<Schema, D> => tool
