import type { Request } from '../request.ts'
import type { Conversation } from './conversation.ts'
import { mentionsOf } from './filling.ts'
import { settledAs } from './settled-as.ts'
import { moneyOfTool, topicOfTool, withMoney } from './topics.en.ts'
import { asksOfMoney } from './wishes.en.ts'

/** Requests after which "the money" is what comes back. */
const ofRefund = new Set(['start_refund', 'return_possible', 'return_how', 'refund_status'])

/** "And how does the money come?" while a refund or a cancellation is talked about: how and when that is paid. */
export function aboutMoney(
  request: Request,
  { proposal, question, record, focus }: Pick<Conversation, 'proposal' | 'question' | 'record' | 'focus'>,
): Request {
  const { clause, confident, task } = request
  const { entities, intent, text } = clause
  const names = mentionsOf(entities, 'product').length + entities.orders.length + entities.refunds.length > 0
  if (names || !asksOfMoney(text)) return request
  const open = proposal?.request.task ?? question?.request.task ?? focus.asked.at(-1)?.task ?? ''
  const cancelled = focus.topic === topicOfTool['cancel_order']
  const refunding = ofRefund.has(open) || record?.kind === 'refund'
  // Of what is only proposed there is no status yet.
  const proposed = proposal !== null && task === 'refund_status'
  const told = confident && intent !== 'product_info' && intent !== 'general' && !proposed
  if (cancelled ? told && intent !== 'refund' : !refunding || told) return request
  const q = cancelled ? withMoney(text, moneyOfTool['cancel_order'] ?? '') : text
  const about = topicOfTool[cancelled ? 'cancel_order' : 'refund_status']
  const input = { q, about, kind: ['faq', 'policy'] }
  return {
    ...settledAs(request, { task: 'return_how', intent: 'refund' }),
    calls: [{ tool: 'search_documents', input, role: 'answer' }],
  }
}
