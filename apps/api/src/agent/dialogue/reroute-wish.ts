import type { Request } from '../request.ts'
import { isDeclined } from './declined.en.ts'
import { mentionsOf } from './filling.ts'
import { saysComplaint } from './wishes.en.ts'
import { asComplaint, asRefund } from './settled-as.ts'
import { saysWrongCame } from './wrong-delivery.en.ts'

/** Tasks in whose words a complaint with a wish may come. */
const wishful = new Set(['start_refund', 'exchange', 'return_how', 'file_complaint'])

/** Whether a task is one that somebody wants something of a purchase by. */
export const isWish = (task: string): boolean => wishful.has(task)

/** From this probability of all of them together on it is clear that somebody wants something of a purchase. */
const clearWish = 0.6

/**
 * What a request wants of a purchase that went wrong, by the wish it names: who wants a repair, a replacement or an
 * apology and not the money complains; who wants the money back asks for a refund.
 */
export function rerouteWish(request: Request): Request {
  return ofWrongDelivery(request) ?? ofWish(request)
}

/** Tasks in whose words one tells that something else came than was ordered. */
const mayTell = new Set([
  ...wishful,
  'order_contents',
  'order_status',
  'order_details',
  'change_order',
  'late_delivery',
])

/** "The box of the X1 has a G1 in it": a complaint about what was ordered. */
function ofWrongDelivery(request: Request): Request | null {
  const { clause, task, confident } = request
  const { entities } = clause
  if (confident && !mayTell.has(task)) return null
  const names = mentionsOf(entities, 'product').length + mentionsOf(entities, 'category').length
  if (entities.complaintReason !== null || !saysWrongCame(clause.text, names)) return null
  return asComplaint({ ...request, clause: { ...clause, entities: { ...entities, complaintReason: 'wrong_item' } } })
}

function ofWish(request: Request): Request {
  const { clause, task, confident } = request
  const { remedies, complaintReason } = clause.entities
  const mass = clause.tasks.reduce((sum, each) => sum + (wishful.has(each.task) ? each.score : 0), 0)
  // Which of them it is may be too close to call where it is clear that it is one; what a number named is no answer then.
  const sure = confident && wishful.has(task)
  if (!sure && (clause.confident || mass < clearWish || !(remedies.length > 0 || complaintReason !== null)))
    return request
  if (task === 'file_complaint' && confident) return request
  if (saysComplaint(clause.text) && !isDeclined('file_complaint', clause.text)) return asComplaint(request)
  const wanted = remedies.filter(({ negated }) => !negated).map(({ remedy }) => remedy)
  const noMoney = remedies.some(({ remedy, negated }) => negated && remedy === 'money_back')
  const other = wanted.some((remedy) => remedy !== 'money_back')
  if (other && !wanted.includes('money_back') && (noMoney || complaintReason !== null)) return asComplaint(request)
  if (sure) return request
  if (wanted.includes('money_back')) return asRefund(request)
  return complaintReason !== null ? asComplaint(request) : request
}
