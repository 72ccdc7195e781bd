import type { Request } from '../request.ts'
import type { Conversation } from './conversation.ts'
import { mentionsOf } from './filling.ts'
import { settledAs } from './settled-as.ts'
import { askedForLater, asksWhetherItReturns } from './wishes.en.ts'
import { asksForAllOrders, asksOwnData, asksWhereNumberIs } from './own-data.en.ts'

/** Tasks that only the dialogue gives a request: the words alone don't tell them from others. */
export const dialogueTasks = ['return_possible'] as const

/** Tasks about money that comes back, and how probable they are together where it is clear that it is one of them. */
const ofReturns = new Set(['return_how', 'start_refund', 'refund_status'])
const clearReturn = 0.6

/** "Can I still return it?" of one's own order is answered by the order and not by the policy. */
export function aboutOwnOrder(
  request: Request,
  { proof, record, refused }: Pick<Conversation, 'proof' | 'record' | 'refused'>,
): Request {
  const { clause, task, confident } = request
  const { orders, pronoun } = clause.entities
  const pointed = pronoun && proof !== null && record?.kind === 'order'
  const mass = clause.tasks.reduce((sum, each) => sum + (ofReturns.has(each.task) ? each.score : 0), 0)
  const sure = clause.confident ? task === 'return_how' && confident : mass >= clearReturn
  if (!sure || (orders.length === 0 && !pointed)) return request
  if (!asksWhetherItReturns(clause.text)) return request
  // Of what hasn't come yet the order tells only that; the policy tells what holds then.
  const later = orders.length === 0 && refused !== null ? askedForLater(clause.text) : null
  if (later !== null) {
    const settled = settledAs(request, { task: 'return_how', intent: 'refund' })
    return { ...settled, clause: { ...settled.clause, text: later } }
  }
  return settledAs(request, { task: 'return_possible', intent: 'refund' })
}

/** Tasks in whose words one asks for what only the customer may see of an order. */
const near = new Set([
  'order_status',
  'order_contents',
  'payment',
  'account',
  'change_address',
  'policy_topic',
  'product_attribute',
  'delivery_options',
  'track_parcel',
])

/** Most words of a question about the order that is talked about; a longer one has a subject of its own. */
const mostWords = 10

/** "Was there a discount on it?", "what address does it go to?" of an order is answered by the order. */
export function aboutOwnData(request: Request, { proof, record }: Pick<Conversation, 'proof' | 'record'>): Request {
  const { clause, task, confident } = request
  const { orders, pronoun } = clause.entities
  if (asksForAllOrders(clause.text)) return request
  if ((confident && !near.has(task)) || task === 'order_details' || !asksOwnData(clause.text)) return request
  const pointed =
    record?.kind === 'order' && (pronoun || proof !== null) && clause.text.split(/\s+/).length <= mostWords
  // What "it" was taken for isn't named.
  const names = [...mentionsOf(clause.entities, 'product'), ...mentionsOf(clause.entities, 'category')].some(
    ({ start, end }) => end > start,
  )
  if (orders.length === 0 && (!pointed || names)) return request
  // "Change the address of …" is no question for it.
  if (task === 'change_address' && (clause.entities.address !== null || !clause.text.includes('?'))) return request
  return settledAs(request, { task: 'order_details', intent: 'order_status' })
}

/** Tasks in whose words one asks for all orders beside the number of one of them. */
const ofOneOrder = new Set(['order_status', 'order_contents', 'order_details'])

/** "List everything I've ordered, one order is …": the number only tells who asks. */
export function aboutAllOrders(request: Request): Request {
  const { clause, task } = request
  if (!ofOneOrder.has(task) || !/\b(?:all|everything|list|orders)\b/i.test(clause.text)) return request
  return asksForAllOrders(clause.text) ? settledAs(request, { task: 'list_orders', intent: 'order_status' }) : request
}

/** "Where do I find my order number?" is for the documents, whoever asks. */
export function aboutNumbers(request: Request): Request {
  if (request.clause.entities.orders.length > 0 || !asksWhereNumberIs(request.clause.text)) return request
  const settled = { task: 'policy_topic', intent: 'order_status' } as const
  return { ...request, ...settled, confident: true, clause: { ...request.clause, ...settled } }
}
