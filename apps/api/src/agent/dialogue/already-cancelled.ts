import type { Request } from '../request.ts'
import { saysCancelledBefore, saysToCancel } from './already-cancelled.en.ts'
import { settledAs } from './settled-as.ts'
import { moneyOfTool, topicOfTool, withMoney } from './topics.en.ts'
import { asksOfMoney } from './wishes.en.ts'

/** Tasks in whose words one tells that an order was cancelled. */
const telling = new Set(['cancel_order', 'order_status', 'order_details'])

/** Tasks in whose words one asks for the money. */
const ofMoney = new Set(['refund_status', 'return_how', 'start_refund', 'payment', 'cancel_order', 'order_status'])

function moneyOfCancelled(request: Request): Request {
  const q = withMoney(request.clause.text, moneyOfTool['cancel_order'] ?? '')
  const input = { q, about: topicOfTool['cancel_order'], kind: ['faq', 'policy'] }
  return {
    ...settledAs(request, { task: 'return_how', intent: 'refund' }),
    calls: [{ tool: 'search_documents', input, role: 'answer' }],
  }
}

/**
 * "I cancelled it yesterday, when do I see my money?": the terms of cancelling, which hold whoever asks; what only tells
 * that an order was cancelled asks how it stands, and never to cancel it.
 */
export function afterCancelling(requests: readonly Request[]): readonly Request[] {
  const told = requests.filter(
    ({ task, clause }) => telling.has(task) && saysCancelledBefore(clause.text) && !saysToCancel(clause.text),
  )
  if (told.length === 0) return requests
  const asks = (request: Request) => ofMoney.has(request.task) && asksOfMoney(request.clause.text)
  const answered = requests.some(asks)
  return requests.flatMap((request) => {
    if (asks(request)) return [moneyOfCancelled(request)]
    if (!told.includes(request)) return [request]
    return answered ? [] : [settledAs(request, { task: 'order_status', intent: 'order_status' })]
  })
}
