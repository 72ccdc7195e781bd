import type { Catalog, MentionCandidate } from '@marketplace-agent/catalog'
import type { ProductRecord } from '@marketplace-agent/domain'
import type { Clause, Entities } from '@marketplace-agent/intent'
import { contentWords } from './content-words.en.ts'
import type { Focus } from './conversation.ts'
import { type SlotView, idsOf, mentionsOf } from './filling.ts'
import { excludedIds, withoutLeftOut } from './search-slots.ts'
import {
  adjectiveIn,
  asksPrice,
  asksWhich,
  comparisonIn,
  placeOfTheOne,
  placesNamed,
  pointsBy,
  saysAtTheStart,
  saysMore,
  saysSeveral,
  saysSuperlative,
  saysTheMost,
  saysTheOne,
  saysTheOther,
} from './follow-up-words.en.ts'

/** Most products that "they" or "all of them" means. */
const mostMeant = 5

/** What something is weighed by, and which end of it is wanted. */
export interface Leaning {
  readonly by: string
  readonly descending: boolean
}

/** "Cheaper", "the lightest", "with the longer battery life". */
export function leaningOf({ comparative, sort }: Entities): Leaning | null {
  const found = comparative ?? sort
  if (found === null) return null
  const descending = 'direction' in found ? found.direction === 'higher' : found.descending
  return { by: typeof found.by === 'string' ? found.by : found.by.spec, descending }
}

/** What two that are named are compared by ("is the X1 lighter than the X2?", "does it have more memory than …?"). */
export function comparedBy({ text: said, start, entities }: Clause, catalog: Catalog): Leaning | null {
  // "Does the cheaper one fit …?" only points by it.
  const text = mentionsOf(entities, 'product').reduce((rest, mention) => {
    const [from, to] = [Math.max(0, mention.start - start), Math.max(0, mention.end - start)]
    return rest.slice(0, from) + ' '.repeat(Math.max(0, to - from)) + rest.slice(to)
  }, said)
  const [attribute] = idsOf(entities, 'attribute').map(String)
  const more = saysMore(text)
  if (attribute !== undefined && more !== null) {
    const better = /\b(?:better|worse)\b/i.test(text) ? (catalog.spec(attribute)?.better ?? 'higher') : 'higher'
    return { by: attribute, descending: better === 'higher' ? more : !more }
  }
  const found = comparisonIn(text)
  if (found === null) return null
  const [by] = found.hints.flatMap((hint) =>
    catalog.link(hint).flatMap(({ kind, candidates }) => (kind === 'attribute' ? (candidates[0]?.id ?? []) : [])),
  )
  return by === undefined ? null : { by: String(by), descending: found.descending }
}

/** What a product is in one respect, as it can be put in order; null: not known. */
export function measureOf(product: ProductRecord, by: string): number | string | null {
  if (by === 'price') return product.price
  if (by === 'rating') return product.rating
  if (by === 'released') return product.released ?? null
  if (by === 'warranty_months' || by === 'quantity') return product[by]
  const value = product.specs[by]
  return typeof value === 'number' ? value : null
}

/**
 * The products that a choice is among: those compared or talked about one after the other, else those listed. A hub and
 * the laptop that it fits are no choice where there is a list.
 */
export function inView({ products, recent, list, asked }: Focus, catalog: Catalog): readonly number[] {
  const alike = (ids: readonly number[]) => new Set(ids.map((id) => catalog.get(id)?.category)).size === 1
  const isChoice = (ids: readonly number[]) =>
    ids.length > 1 && (list.length < 2 || ids.every((id) => list.includes(id)) || alike(ids))
  const last = asked.at(-1)
  const together =
    last !== undefined && last.task !== 'check_compatibility' && products.every((id) => last.products.includes(id))
  if (isChoice(products) || (products.length > 1 && together)) return products
  const lastTwo = recent.slice(0, 2)
  if (isChoice(lastTwo)) return lastTwo
  return list.length > 1 ? list : products
}

/** The one of a group that is furthest in one respect; null where it isn't known or several are level. */
function furthest(group: readonly number[], { by, descending }: Leaning, catalog: Catalog): number | null {
  const known = group.flatMap((id) => {
    const product = catalog.get(id)
    const measure = product === undefined ? null : measureOf(product, by)
    return measure === null ? [] : [{ id, measure }]
  })
  const ordered = known.toSorted((one, other) => (one.measure < other.measure ? -1 : 1) * (descending ? -1 : 1))
  const [first, second] = ordered
  return first === undefined || first.measure === second?.measure ? null : first.id
}

/** The products listed at the places that are named; null: there is no such place. */
function listedAt({ text, entities: { ordinal } }: Clause, list: readonly number[]): readonly number[] | null {
  if (ordinal === null) return null
  const named = placesNamed(text)
  const at = (position: number) => list[position > 0 ? position - 1 : list.length + position]
  if (ordinal.count === 1 && named.length > 1) {
    const found = named.map(at)
    return found.some((id) => id === undefined) ? null : [...new Set(found as number[])]
  }
  const start = ordinal.position > 0 ? ordinal.position - 1 : Math.max(0, list.length + ordinal.position)
  const found = list.slice(start, start + Math.max(1, ordinal.count))
  return found.length === 0 ? null : found
}

/** Whether a product has a value that was named; of a text or a list a part of it is enough. */
function has({ specs }: ProductRecord, { id, value }: MentionCandidate): boolean {
  const own = specs[String(id)]
  if (typeof value !== 'string') return own === value
  const part = value.toLowerCase()
  return [own].flat().some((each) => typeof each === 'string' && each.toLowerCase().includes(part))
}

/** Of those in view, the ones that have what is named ("the black one", "the 16GB one", "the gaming one"). */
function having(clause: Clause, group: readonly number[], catalog: Catalog): readonly number[] {
  const brands = idsOf(clause.entities, 'brand')
  const values = mentionsOf(clause.entities, 'value')
  const place = placeOfTheOne(clause.text)
  const pointing = place === null ? clause.text : clause.text.slice(place.start, place.end)
  const words = contentWords(clause)
    .split(' ')
    .filter((word) => word !== '' && pointing.toLowerCase().includes(word))
  if (brands.length === 0 && values.length === 0 && words.length === 0) return []
  return group.filter((id) => {
    const product = catalog.get(id)
    return (
      product !== undefined &&
      (brands.length === 0 || brands.includes(product.brand)) &&
      values.every(({ candidates }) => candidates.some((candidate) => has(product, candidate))) &&
      words.every((word) => [product.name, ...product.aliases].some((name) => name.toLowerCase().includes(word)))
    )
  })
}

/** The one that is meant by "the other one": not the one ruled out, nor the one that was asked about last. */
function theOtherOf(view: SlotView): readonly number[] {
  const { focus, catalog } = view
  const ruledOut = excludedIds(view)
  const group = inView(focus, catalog)
  const last = ruledOut.length > 0 ? ruledOut : (focus.asked.at(-1)?.products ?? []).slice(0, 1)
  const left = group.filter((id) => !last.includes(id))
  return left.length === 1 ? left : []
}

/** "The laptop", "this laptop", where one was talked about. */
export const namesTheKind = ({ text, start, entities }: Clause): boolean =>
  mentionsOf(entities, 'category').some((mention) =>
    /\b(?:the|this|that)\s+(?:\S+\s+)?$/i.test(text.slice(0, Math.max(0, mention.start - start))),
  )

const ofKind = (ids: readonly number[], kinds: readonly string[], catalog: Catalog): number[] =>
  ids.filter((id) => kinds.length === 0 || kinds.includes(catalog.get(id)?.category ?? ''))

const ofGoods = new Set(['product_info', 'comparison'])

/** Whether one product of a kind is meant that was talked about some time ago ("the price of that charger"). */
function meansOneOf({ clause, catalog }: SlotView): boolean {
  const { entities, text, start, intent, confident } = clause
  if (leaningOf(entities) !== null || entities.price !== null || mentionsOf(entities, 'brand').length > 0) return false
  const plural = mentionsOf(entities, 'category').some((mention) => {
    const said = text.slice(mention.start - start, mention.end - start).toLowerCase()
    const name = catalog.category(String(mention.candidates[0]?.id))?.name.toLowerCase() ?? ''
    return said === name || said.endsWith('s')
  })
  const asksFact = mentionsOf(entities, 'attribute').length > 0 && contentWords(clause) === ''
  return !plural && (ofGoods.has(intent) || !confident || asksPrice(text) || asksFact)
}

/** Whether the word for its kind stands in a product's name ("the soundbar" among speakers). */
const isCalledSo = (id: number, { text, start, entities }: Clause, catalog: Catalog): boolean =>
  mentionsOf(entities, 'category').some((mention) => {
    const word = text.slice(mention.start - start, mention.end - start).toLowerCase()
    return catalog.get(id)?.name.toLowerCase().split(' ').includes(word) === true
  })

/** "The price of the card": what was talked about and has that word for its last in one of its names. */
function calledBefore({ clause, focus, catalog, earlier = [] }: SlotView): readonly number[] {
  const words = contentWords(clause).split(' ')
  const noun = words.at(-1) ?? ''
  if (
    noun === '' ||
    words.length > 2 ||
    !pointsBy(clause.text, noun) ||
    !(ofGoods.has(clause.intent) || !clause.confident)
  )
    return []
  const isCalled = ({ name, aliases }: ProductRecord) =>
    [name, ...aliases]
      .map((each) => each.toLowerCase().split(' '))
      .some((each) => each.at(-1) === noun && words.every((word) => each.includes(word)))
  const [before] = [...focus.products, ...focus.recent, ...focus.list, ...earlier]
    .flatMap((id) => catalog.get(id) ?? [])
    .filter(isCalled)
  const called = before === undefined ? catalog.all().filter(isCalled) : [before]
  return called.length === 1 ? called.map(({ id }) => id) : []
}

/** "The big one", "the cheap one": which way it leans from the others. */
function leaningSaid(text: string, catalog: Catalog): Leaning | null {
  const said = adjectiveIn(text)
  if (said === null) return null
  const [by] = said.hints.flatMap((hint) =>
    catalog.link(hint).flatMap(({ kind, candidates }) => (kind === 'attribute' ? (candidates[0]?.id ?? []) : [])),
  )
  return by === undefined ? null : { by: String(by), descending: said.descending }
}

/** "The cheaper one", "the black one", "the big one" of those in view; else another of the kind that is talked about. */
function theOneOf(view: SlotView, group: readonly number[], kinds: readonly string[], text: string): readonly number[] {
  const { clause, focus, catalog } = view
  const among = saysSuperlative(text) && focus.list.length > 2 ? focus.list : group
  const leaning = leaningOf(clause.entities) ?? leaningSaid(text, catalog)
  const kind = catalog.get(focus.products[0] ?? 0)?.category
  // "The older one" of a watch, after others were listed, is a watch.
  const elsewhere =
    leaning !== null && kinds.length === 0 && kind !== undefined && ofKind(among, [kind], catalog).length === 0
  const fitting = elsewhere
    ? catalog.query({ categories: [kind], limit: catalog.size }).items.map(({ id }) => id)
    : ofKind(among, kinds, catalog)
  const called = having(clause, fitting, catalog)
  const ahead = leaning === null ? null : furthest(fitting, leaning, catalog)
  const found = ahead === null ? called : [ahead]
  const talkedAbout = new Set(focus.products.flatMap((id) => catalog.get(id)?.category ?? []))
  // A laptop and a charger are no choice: "the 100W one" is another charger, though the laptop has 100W, too.
  const isChoice = talkedAbout.size < 2 || !focus.products.includes(found[0] ?? 0)
  if ((fitting.length > 1 || called.length === 1) && found.length === 1 && isChoice) return found
  if (leaning !== null || kinds.length > 0) return fitting.length > 1 && found.length === 1 ? found : []
  // What was named last is what another one stands against.
  const named = (focus.asked.at(-1)?.clause.entities.mentions ?? [])
    .filter(({ kind, start, end }) => kind === 'product' && end > start)
    .flatMap(({ candidates }) => catalog.get(Number(candidates[0]?.id))?.category ?? [])
  const kindsOfIt = isChoice || named.length === 0 ? [...talkedAbout] : named
  const alike = catalog.query({ categories: kindsOfIt, limit: catalog.size }).items.map(({ id }) => id)
  const others = kindsOfIt.length === 0 ? [] : alike.filter((id) => isChoice || !focus.products.includes(id))
  const another = having(clause, others, catalog)
  if (another.length === 1 && (found.length === 0 || !isChoice)) return another
  return fitting.length > 1 && found.length === 1 ? found : []
}

/** What a clause without a product's name points at among what was shown or talked about; none: nothing. */
export function pointedAt(view: SlotView): readonly number[] {
  const { clause, focus, catalog, earlier = [] } = view
  const { entities } = clause
  const text = withoutLeftOut(clause.text)
  if (mentionsOf(entities, 'product').length > 0) return []
  const kinds = idsOf(entities, 'category').map(String)
  if (saysAtTheStart(text)) return ofKind(earlier, kinds, catalog).slice(-1)
  if (entities.ordinal !== null) {
    const list = kinds.length === 0 ? focus.list : ofKind(focus.list, kinds, catalog)
    return listedAt(clause, list) ?? []
  }
  if (saysTheOther(text)) return theOtherOf(view)
  const group = inView(focus, catalog)
  const one = saysTheOne(text) || (saysTheMost(text) && clause.task !== 'search_products')
  const picked = one && !asksWhich(text) ? theOneOf(view, group, kinds, text) : []
  if (picked.length > 0) return picked
  if (kinds.length > 0 && namesTheKind(clause)) {
    const before = meansOneOf(view) ? earlier : []
    const listed = ofKind(focus.list, kinds, catalog)
    const only = listed.length === 1 ? listed : listed.filter((id) => isCalledSo(id, clause, catalog))
    const inList = only.length === 1 && meansOneOf(view) ? only : []
    return ofKind([...focus.products, ...focus.recent, ...inList, ...before], kinds, catalog).slice(0, 1)
  }
  const known = kinds.length === 0 ? calledBefore(view) : []
  if (known.length > 0) return known
  // "Sort them by rating" puts the list in order.
  const sorts = entities.sort !== null && clause.task === 'search_products'
  const plural = !sorts && (entities.everything || (entities.pronoun && saysSeveral(text)))
  return plural && group.length > 1 && ofKind(group, kinds, catalog).length === group.length
    ? group.slice(0, mostMeant)
    : []
}

/** A clause with the product named that it points at beside others ("does the cheaper one fit the X1?"). */
export function withPointed(view: SlotView): Clause {
  const { clause, catalog } = view
  const { entities, text, start } = clause
  if (clause.act === 'correct' || mentionsOf(entities, 'product').length === 0) return clause
  const place = placeOfTheOne(text)
  if (place === null) return clause
  const at = { start: start + place.start, end: start + place.end }
  if (
    entities.mentions.some((mention) => mention.kind === 'product' && mention.start < at.end && at.start < mention.end)
  )
    return clause
  const others = entities.mentions.filter(({ kind }) => kind !== 'product')
  const [id] = pointedAt({ ...view, clause: { ...clause, entities: { ...entities, mentions: others } } })
  if (id === undefined) return clause
  const kind = catalog.get(id)?.category
  const mentions = [
    ...entities.mentions.filter((mention) => mention.kind !== 'category' || mention.candidates[0]?.id !== kind),
    { kind: 'product' as const, ...at, candidates: [{ id, score: 1 }], negated: false },
  ].toSorted((one, other) => one.start - other.start)
  return { ...clause, entities: { ...entities, mentions, ordinal: null, sort: null, pronoun: false } }
}
