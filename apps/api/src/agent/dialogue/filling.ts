import type { Catalog, Mention } from '@marketplace-agent/catalog'
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
}

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
