import type { ComplaintReason, ListedOrder, OrderFact } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import { contentWords } from './content-words.en.ts'
import { pointsAtOrder, saysTheOneWith, statesIn } from './order-picks.en.ts'
import { orderFactsIn } from './order-questions.en.ts'
import { isPartOf, meansBoth } from './wording.en.ts'
import { keepsNext, meansWhatIsLeft } from './wishes.en.ts'
import { type Filling, type SlotView, clausesOf, nothing, values, whole } from './filling.ts'

type Item = ListedOrder['items'][number]

/** A product or kind of product that a clause names, as ids that it may mean. */
interface Named {
  readonly kind: 'product' | 'category'
  readonly ids: ReadonlySet<number>
  readonly negated: boolean
  readonly start: number
  readonly end: number
}

/** What a clause names of products, by name or by kind ("the laptop"). */
function namedIn({ entities, text, start: begins }: Clause, { catalog }: SlotView): Named[] {
  return entities.mentions.flatMap(({ kind, candidates, negated: ruledOut, start, end }): Named[] => {
    const negated = ruledOut || keepsNext(text.slice(0, Math.max(0, start - begins)))
    if (kind === 'product')
      return [{ kind, ids: new Set(candidates.map(({ id }) => id as number)), negated, start, end }]
    if (kind !== 'category') return []
    const category = String(candidates[0]?.id)
    const ids = catalog.all().flatMap((product) => (product.category === category ? [product.id] : []))
    return [{ kind, ids: new Set(ids), negated, start, end }]
  })
}

/** What the newest clause that names products names. */
function latestNamed(view: SlotView): readonly Named[] {
  for (const clause of clausesOf(view)) {
    const named = namedIn(clause, view)
    if (named.length > 0) return named
  }
  return []
}

const has = (order: ListedOrder, named: readonly Named[]) =>
  named.some(({ ids, negated }) => !negated && order.items.some(({ product_id }) => ids.has(product_id)))

/** Whether a clause answers which items are meant. */
const asksItems = ({ askedFor }: SlotView) => askedFor?.at(-1) === 'items'

/**
 * The order meant where none is named: of the customer's orders that which has what is named, the one talked about, or
 * the only one that suits. Several that suit equally are nothing: it is asked.
 */
function meant(view: SlotView, orders: readonly ListedOrder[]): ListedOrder | undefined {
  const { focus, suits = () => true, clause } = view
  const named = latestNamed(view)
  const withIt = named.length === 0 ? [] : orders.filter((order) => has(order, named))
  // "The one that hasn't shipped": what is said of it tells which it is.
  const states = pointsAtOrder(clause.text) ? statesIn(clause.text) : null
  const inState = (withIt.length > 0 ? withIt : orders).filter(({ state }) => states?.includes(state) === true)
  const pool = inState.length > 0 ? inState : withIt.length > 0 ? withIt : orders
  const inFocus = pool.find(({ number }) => number === focus.order)
  const { ordinal } = clause.entities
  if (ordinal !== null && named.length === 0 && !asksItems(view))
    // Orders are listed newest first: the last order is the first of them.
    return orders[ordinal.position > 0 ? ordinal.position - 1 : -ordinal.position - 1]
  if (inFocus !== undefined) return inFocus
  const suitable = pool.filter(({ state }) => suits(state))
  if (suitable.length === 1) return suitable[0]
  return pool.length === 1 ? pool[0] : undefined
}

/** The number of the order that a request is about. */
export function orderFilling(view: SlotView): Filling {
  for (const clause of clausesOf(view)) if (clause.entities.orders.length > 0) return values(clause.entities.orders)
  if (view.orders !== undefined) {
    const order = meant(view, view.orders)
    return order === undefined ? nothing : values([order.number])
  }
  return values(view.focus.order === null ? [] : [view.focus.order], 'focus')
}

/** Facts of an order that are told with how it stands. */
const tellsStatus = new Set<OrderFact>(['cancelled', 'events', 'lost'])

/** What is asked of the order; of one that is named for the first time, how it stands after that. */
export function orderFactsFilling({ clause, focus }: SlotView): Filling {
  const facts = orderFactsIn(clause.text)
  if (facts.length === 0) return nothing
  const { orders, trackingNumbers } = clause.entities
  const isNew = trackingNumbers.length > 0 || (orders.length > 0 && !orders.every((number) => number === focus.order))
  if (!isNew || facts.every((fact) => tellsStatus.has(fact))) return values([facts])
  return values([[...facts.filter((fact) => fact === 'items'), 'status']])
}

/** The order that a request is about, with what is in it; undefined where it isn't one of the customer's. */
function orderOf(view: SlotView): ListedOrder | undefined {
  const filling = orderFilling(view)
  const number = filling.found === 'values' ? String(filling.values[0]).toLowerCase() : null
  return view.orders?.find((order) => order.number.toLowerCase() === number)
}

/** The counts of pieces in a clause; "the one with the speakers" counts none. */
const countsIn = ({ text, start, entities }: Clause) =>
  pointsAtOrder(text) || saysTheOneWith(text)
    ? entities.quantities.filter((each) => !/^ones?$/i.test(text.slice(each.start - start, each.end - start)))
    : entities.quantities

/** How many of a thing are meant: the count that stands before it and after what was named last. */
function countOf(clause: Clause, named: Named, all: readonly Named[]): number | undefined {
  const from = Math.max(0, ...all.filter(({ end }) => end <= named.start).map(({ end }) => end))
  const { text, start: offset } = clause
  const counts = countsIn(clause).filter(({ start, end }) => start >= from && end <= named.start)
  const last = counts.at(-1)
  const whole = counts.at(-2)
  // "One of the two speakers": one is meant.
  const part =
    last !== undefined && whole !== undefined && isPartOf(text.slice(whole.end - offset, last.start - offset))
  return (part ? whole : last)?.count
}

const itemsFor = ({ ids }: Named, items: readonly Item[]) => items.filter(({ product_id }) => ids.has(product_id))

/** Items whose names have a word of the clause that no other item's has: "the tab" of an order with one tablet. */
function itemsByWords(clause: Clause, items: readonly Item[]): readonly Item[] {
  const words = new Set(
    contentWords(clause)
      .split(' ')
      .filter((word) => word.length > 2),
  )
  const found = items.filter(({ name }) => nameWords(name).some((word) => words.has(word)))
  return found.filter((item) =>
    nameWords(item.name).some(
      (word) => words.has(word) && found.every((other) => other === item || !nameWords(other.name).includes(word)),
    ),
  )
}

const nameWords = (name: string): readonly string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function quantityOf(clause: Clause): { readonly quantity?: number } {
  const [only, ...others] = countsIn(clause)
  return only !== undefined && others.length === 0 ? { quantity: only.count } : {}
}

/** "The second one", "the last two" of the items of an order. */
function itemsAt(ordinal: Clause['entities']['ordinal'], items: readonly Item[]): readonly Item[] {
  if (ordinal === null) return []
  const from = ordinal.position > 0 ? ordinal.position - 1 : items.length + ordinal.position
  return from < 0 ? [] : items.slice(from, from + ordinal.count)
}

interface Wanted {
  readonly product_id: number
  readonly quantity?: number
}

/** What a clause wants of an order's items; null: it names none. */
function wantedBy(clause: Clause, order: ListedOrder, view: SlotView): readonly Wanted[] | null {
  const { entities } = clause
  const named = namedIn(clause, view)
  const wanted = named.filter(({ negated }) => !negated)
  const unwanted = named.filter(({ negated }) => negated)
  const without = (items: readonly Item[]) =>
    items.filter(({ product_id }) => !unwanted.some(({ ids }) => ids.has(product_id)))
  if (wanted.length === 0) {
    const byWords = itemsByWords(clause, order.items)
    if (byWords.length > 0) return byWords.map(({ product_id }) => ({ product_id, ...quantityOf(clause) }))
    const placed = asksItems(view) && clause === view.clause ? itemsAt(entities.ordinal, order.items) : []
    if (placed.length > 0) return placed.map(({ product_id }) => ({ product_id, ...quantityOf(clause) }))
    if (unwanted.length > 0) return without(order.items).map(({ product_id }) => ({ product_id }))
    const [only] = order.items
    const count = countsIn(clause).at(-1)?.count
    // "One of them" of an order with one kind of thing.
    return order.items.length === 1 && only !== undefined && count !== undefined && !entities.everything
      ? [{ product_id: only.product_id, quantity: count }]
      : null
  }
  const found = wanted.flatMap((each) => {
    const items = without(itemsFor(each, order.items))
    const quantity = countOf(clause, each, named) ?? (wanted.length === 1 ? countsIn(clause)[0]?.count : undefined)
    // What isn't in the order is passed on as it was named: the rule says so.
    const ids = items.length > 0 ? items.map(({ product_id }) => product_id) : [...each.ids].slice(0, 1)
    return ids.map((product_id): Wanted => ({ product_id, ...(quantity !== undefined && { quantity }) }))
  })
  return found.filter(({ product_id }, index) => found.findIndex((each) => each.product_id === product_id) === index)
}

/** The items of the order that a request is about. What the newest clause says of items stands for all of it. */
export function itemsFilling(view: SlotView): Filling {
  const order = orderOf(view)
  if (order === undefined) return nothing
  let quantity: number | undefined
  for (const clause of clausesOf(view)) {
    const wanted = wantedBy(clause, order, view)
    // "Just the one", of what was named before.
    if (wanted !== null && meansWhatIsLeft(view.clause.text))
      return values([wanted.map(({ product_id }) => ({ product_id }))])
    if (wanted !== null)
      return values([
        wanted.length === 1 && quantity !== undefined ? wanted.map((each) => ({ ...each, quantity })) : wanted,
      ])
    if (clause.entities.everything || meansBoth(clause.text)) return nothing
    quantity ??= quantityOf(clause).quantity
  }
  return nothing
}

export function everythingFilling(view: SlotView): Filling {
  const order = orderOf(view)
  for (const clause of clausesOf(view)) {
    if (order !== undefined && wantedBy(clause, order, view) !== null) return nothing
    if (clause.entities.everything || meansBoth(clause.text)) return whole(true)
  }
  return nothing
}

/** Faults of a thing, where others are of the whole order. */
const ofThing = new Set<ComplaintReason | null>(['damaged', 'defective'])

/** "But the left one is broken": the item that was talked about, where no order is named anew. */
function talkedAboutIn({ items }: ListedOrder, view: SlotView): Filling {
  const clauses = clausesOf(view)
  const isOfThing = clauses.some(({ entities }) => ofThing.has(entities.complaintReason))
  if (!isOfThing || clauses.some(({ entities }) => entities.orders.length > 0)) return nothing
  const found = items.filter(({ product_id }) => view.focus.products.includes(product_id))
  return found.length === 1 ? whole(found[0]?.product_id) : nothing
}

/** The one item of the order that a request is about. */
export function orderItemFilling(view: SlotView): Filling {
  const order = orderOf(view)
  const named = latestNamed(view).filter(({ negated }) => !negated)
  const [first] = named
  if (order === undefined) return nothing
  if (first === undefined) return talkedAboutIn(order, view)
  // A kind that isn't in the order is only a word ("your phone service"); a product's name is meant, unless another's is
  // in the order ("a kettle came instead of the grinder").
  const [item] = named.flatMap((each) => itemsFor(each, order.items))
  return whole(item?.product_id ?? (first.kind === 'product' ? [...first.ids][0] : undefined))
}
