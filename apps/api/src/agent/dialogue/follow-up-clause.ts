import type { Catalog, Mention } from '@marketplace-agent/catalog'
import type { Clause, Entities } from '@marketplace-agent/intent'

type Named = Entities['mentions'][number]

/** A mention of what isn't in the words, but meant by them; it stands at the end and takes no room. */
const mentionAt = (kind: Mention['kind'], id: number | string, at: number): Named => ({
  kind,
  start: at,
  end: at,
  candidates: [{ id, score: 1 }],
  negated: false,
})

/** A clause in which products stand by name where it only pointed at them ("the second laptop" names no kind beside it). */
export function withProducts(
  clause: Clause,
  ids: readonly number[],
  catalog: Catalog,
  place?: Pick<Named, 'start' | 'end'>,
): Clause {
  const kinds = ids.map((id) => catalog.get(id)?.category)
  const asKind = clause.entities.mentions.find(
    ({ kind, negated, candidates }) =>
      kind === 'category' && !negated && kinds.includes(candidates[0]?.id as string | undefined),
  )
  // "How much is the soundbar?": the name stands where the word for its kind does.
  const at = place ?? (ids.length === 1 && asKind !== undefined ? asKind : { start: clause.end, end: clause.end })
  const kept = clause.entities.mentions.filter(
    ({ kind, candidates, negated }) =>
      (kind !== 'product' || negated) &&
      (kind !== 'category' || !kinds.includes(candidates[0]?.id as string | undefined)),
  )
  return {
    ...clause,
    entities: {
      ...clause.entities,
      mentions: [...kept, ...ids.map((id) => ({ ...mentionAt('product', id, at.end), start: at.start }))],
      pronoun: false,
      ordinal: null,
    },
  }
}

/** A clause that is about kinds of products beside what its words name. */
export const ofKinds = (clause: Clause, categories: readonly string[]): Clause => ({
  ...clause,
  entities: {
    ...clause.entities,
    mentions: [...clause.entities.mentions, ...categories.map((id) => mentionAt('category', id, clause.end))],
  },
})

/** A clause without the features and facts that its words name. */
export const withoutAttributes = (clause: Clause): Clause => ({
  ...clause,
  entities: { ...clause.entities, mentions: clause.entities.mentions.filter(({ kind }) => kind !== 'attribute') },
})

/** A clause that asks for facts beside those that its words name. */
export const withAttributes = (clause: Clause, ids: readonly string[]): Clause => ({
  ...clause,
  entities: {
    ...clause.entities,
    mentions: [...clause.entities.mentions, ...ids.map((id) => mentionAt('attribute', id, clause.end))],
  },
})

/** What takes the place of what a clause named, by kind. */
export interface Swap {
  readonly products?: readonly number[]
  readonly mentions?: readonly Named[]
  readonly orders?: readonly string[]
  /** How what takes their place is called, where it isn't products. */
  readonly words?: string
  /** Kinds that stood in for a product ("how do I reset the router?"), and go with it. */
  readonly instead?: readonly Mention['kind'][]
}

/**
 * An earlier clause once more, about something else: the names in its text are exchanged, too, so that a search in
 * documents looks for what is meant now.
 */
export function again(clause: Clause, swap: Swap, catalog: Catalog): Clause {
  const { products, mentions = [], orders, words, instead = [] } = swap
  const asProducts = new Set<Mention['kind']>(['product', ...instead])
  const kinds = new Set<Mention['kind']>([
    ...instead,
    ...mentions.map(({ kind }) => kind),
    ...(products === undefined ? [] : (['product'] as const)),
  ])
  const inText = clause.entities.mentions
    .map((mention) => ({ ...mention, start: mention.start - clause.start, end: mention.end - clause.start }))
    .toSorted((one, other) => one.start - other.start)
  const names = (products ?? []).map((id) => ({ id, name: catalog.get(id)?.name ?? '' }))
  const kept: Named[] = []
  let places = inText.filter(({ kind }) => asProducts.has(kind) && kinds.has(kind)).length
  let called = words
  let calledAt: Pick<Named, 'start' | 'end'> | null = null
  let text = ''
  let from = 0
  const say = (name: string) => {
    text += text === '' || text.endsWith(' ') ? name : ` ${name}`
  }
  const put = (count: number) => {
    for (const { id, name } of names.splice(0, count)) {
      say(name)
      kept.push({ ...mentionAt('product', id, text.length), start: text.length - name.length })
    }
  }
  for (const mention of inText) {
    const inside = mention.start >= from && mention.end <= clause.text.length
    if (inside) text += clause.text.slice(from, mention.start)
    const start = text.length
    if (!kinds.has(mention.kind)) {
      if (inside) text += clause.text.slice(mention.start, mention.end)
      kept.push({ ...mention, start, end: text.length })
    } else if (names.length === 0 || !asProducts.has(mention.kind)) {
      if (called !== undefined && inside) {
        say(called)
        calledAt = { start: text.length - called.length, end: text.length }
        called = undefined
      }
    } else {
      // One name in the place of each, what is left over in the place of the last.
      places -= 1
      put(places === 0 ? names.length : 1)
    }
    if (inside) from = mention.end
  }
  text += clause.text.slice(from)
  put(names.length)
  const end = text.length
  return {
    ...clause,
    text,
    start: 0,
    end,
    entities: {
      ...clause.entities,
      mentions: [...kept, ...mentions.map((mention) => ({ ...mention, ...(calledAt ?? { start: end, end }) }))],
      ...(orders !== undefined && { orders }),
      pronoun: products === undefined && clause.entities.pronoun,
      ordinal: null,
      continuation: false,
    },
  }
}
