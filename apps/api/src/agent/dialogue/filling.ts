import type { Catalog, Mention } from '@marketplace-agent/catalog'
import type { ListedOrder, OrderState } from '@marketplace-agent/domain'
import type { Clause, Entities } from '@marketplace-agent/intent'
import type { Focus } from './conversation.ts'

/** What a message (or what is talked about) gives for a slot: one value a call, or the products it may mean. */
export type Filling =
  | { readonly found: 'values'; readonly values: readonly unknown[]; readonly from: 'clause' | 'focus' }
  | { readonly found: 'several'; readonly products: readonly number[] }
  | { readonly found: 'nothing' }

export interface SlotView {
  readonly clause: Clause
  readonly focus: Focus
  readonly catalog: Catalog
  /** Products talked about in the whole conversation, newest first. */
  readonly earlier?: readonly number[]
  /** What a customer who proved who they are has ordered; absent where it isn't known. */
  readonly orders?: readonly ListedOrder[]
  /** Whether what is asked for suits an order in a state, where it doesn't suit all. */
  readonly suits?: ((state: OrderState) => boolean) | undefined
  /** The complaint or refund that is talked about, or whose number was proved. */
  readonly talked?: { readonly record: 'complaint' | 'refund'; readonly number: string }
  /** The clauses that the present one only adds to, the newest first. */
  readonly before?: readonly Clause[]
  /** Inputs that were asked for, the one that is answered last. */
  readonly askedFor?: readonly string[]
  /** All that was said about the request, and in the conversation. */
  readonly said?: string
  readonly history?: string
}

/** The clauses of a request, the newest first. */
export const clausesOf = ({ clause, before = [] }: Pick<SlotView, 'clause' | 'before'>): readonly Clause[] => [
  clause,
  ...before,
]

/** The orders that the clauses of a request name. */
export const ordersOf = (request: Pick<SlotView, 'clause' | 'before'>): readonly string[] =>
  clausesOf(request).flatMap(({ entities }) => entities.orders)

export const nothing: Filling = { found: 'nothing' }
export const values = (list: readonly unknown[], from: 'clause' | 'focus' = 'clause'): Filling =>
  list.length === 0 ? nothing : { found: 'values', values: list, from }
export const whole = (value: unknown): Filling => (value === undefined || value === null ? nothing : values([value]))
export const nonEmpty = (list: readonly unknown[]): Filling => (list.length === 0 ? nothing : values([list]))

/** The mentions of one kind that are not ruled out ("not the X1"). */
export const mentionsOf = (entities: Entities, kind: Mention['kind']) =>
  entities.mentions.filter((mention) => mention.kind === kind && !mention.negated)

/** What the mentions of one kind most likely mean, each once. */
export const idsOf = (entities: Entities, kind: Mention['kind']) => [
  ...new Set(mentionsOf(entities, kind).flatMap(({ candidates }) => candidates.slice(0, 1).map(({ id }) => id))),
]
