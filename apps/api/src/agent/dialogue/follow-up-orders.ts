import type { Act, ListedOrder } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import { saysToCancel } from './already-cancelled.en.ts'
import { contentWords } from './content-words.en.ts'
import { type SlotView, mentionsOf } from './filling.ts'
import { asRequest } from './follow-up-request.ts'
import { asksWhich, saysTheOne } from './follow-up-words.en.ts'
import {
  asksAmongOwnOrders,
  asksWhatIsPossible,
  asksWhere,
  choosesOrders,
  extremeIn,
  placedIn,
  pointsAtOrder,
  saysTheOneWith,
  statesIn,
} from './order-picks.en.ts'
import { productsCalled, productsNamed } from './order-picks.ts'
import { asksWhyCancelled } from './order-questions.en.ts'

/** Acts that choose nothing. */
const elsewhere = new Set<Act>(['yes', 'no', 'cancel', 'greet', 'thank', 'repeat', 'person'])

/** Tasks that find the order they are about themselves, once the customer's orders are looked up. */
const findsItself = new Set([
  'cancel_order',
  'start_refund',
  'return_how',
  'exchange',
  'change_address',
  'change_order',
  'file_complaint',
  'refund_status',
  'complaint_status',
])

/** Tasks about one order, which stay what they are where the order is pointed at. */
const ofOneOrder = new Set([...findsItself, 'order_status', 'order_contents', 'order_details', 'track_parcel'])

/** Most words of what only chooses ("and the headphones?"). */
const mostChoosingWords = 6

const isOneOf = (order: ListedOrder, products: readonly number[]) =>
  order.items.some(({ product_id }) => products.includes(product_id))

/** The orders listed that have in them what a clause names; null: it names nothing that any of them has. */
function withNamed(view: SlotView): readonly ListedOrder[] | null {
  const { orders } = view.focus
  const named = productsNamed(view)
  const bought = [...new Set(orders.flatMap(({ items }) => items.map(({ product_id }) => product_id)))]
  const meant = named.length > 0 ? named : productsCalled(view, bought)
  const found = orders.filter((order) => isOneOf(order, meant))
  return found.length === 0 ? null : found
}

/** The order at a place of those listed ("the second one"). */
function atPlace({ clause: { entities }, focus: { orders } }: SlotView): ListedOrder | undefined {
  const { ordinal } = entities
  if (ordinal === null || ordinal.count > 1) return undefined
  return orders.at(ordinal.position > 0 ? ordinal.position - 1 : ordinal.position)
}

/** A clause that names an order in place of what pointed at it. */
const ofOrder = (clause: Clause, { number }: ListedOrder): Clause => ({
  ...clause,
  entities: { ...clause.entities, orders: [number], mentions: [], pronoun: false, ordinal: null, continuation: false },
})

/** One order that was pointed at: what is asked of it, else how it stands. */
function ofOne(clause: Clause, order: ListedOrder): Request {
  const named = ofOrder(clause, order)
  const { task, intent, confident } = clause
  return confident && ofOneOrder.has(task)
    ? asRequest(named, task, intent)
    : asRequest(named, 'order_status', 'order_status')
}

/**
 * What is asked of the orders that were listed: which of them are in a state, of a time or ahead of the others; and one of
 * them pointed at by what is in it or by its place. They are looked up again.
 */
export function amongOrders(view: SlotView): readonly Request[] | null {
  const { clause, focus } = view
  const { entities, text, act, task, confident } = clause
  const listed = focus.orders.length > 0
  const own = asksAmongOwnOrders(text)
  if (elsewhere.has(act) || entities.orders.length + entities.refunds.length + entities.complaints.length > 0)
    return null
  if (!listed && !own) return null
  if (listed && task !== 'cancel_order' && ofOneOrder.has(task) && saysToCancel(text))
    return [asRequest(clause, 'cancel_order', 'order_status')]
  const asks = asksWhich(text) || own
  if (asksWhatIsPossible(text) || asksWhyCancelled(text)) return null
  // "Cancel the one that hasn't shipped" asks for no list, however near the two are.
  if (findsItself.has(task) && !asks)
    return !confident && listed && pointsAtOrder(text) && saysToCancel(text)
      ? [asRequest(clause, task, clause.intent)]
      : null
  const limited = entities.price !== null && choosesOrders(text)
  const filters = limited || statesIn(text) !== null || placedIn(text) !== null || extremeIn(text) !== null
  const list = [asRequest(clause, 'list_orders', 'order_status')]
  if (!listed) return filters ? list : null

  const points = saysTheOne(text) || entities.continuation || entities.ordinal !== null
  const place = mentionsOf(entities, 'product').length === 0 ? atPlace(view) : undefined
  if (place !== undefined) return [ofOne(clause, place)]
  const found = points || asks ? withNamed(view) : null
  const [one] = found ?? []
  const short = text.split(/\s+/).length <= mostChoosingWords
  if (one !== undefined && (saysTheOne(text) || asks || asksWhere(text) || short)) {
    // "The decaf one, did it ship?" asks of one; "which with the decaf has shipped?" chooses.
    return found?.length === 1 && (!filters || !asks) ? [ofOne(clause, one)] : list
  }
  if (saysTheOneWith(text) && productsNamed(view).length > 0) return list
  if (
    !filters ||
    !choosesOrders(text) ||
    entities.mentions.some(({ kind }) => kind === 'attribute' || kind === 'value')
  )
    return null
  // "The cheapest charger" is none of the orders.
  const others = mentionsOf(entities, 'product').length + mentionsOf(entities, 'category').length > 0
  return others || (extremeIn(text) !== null && contentWords(clause) !== '' && !asks) ? null : list
}
