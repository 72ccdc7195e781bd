import type { Act, ToolResult } from '@marketplace-agent/domain'
import type { Request } from '../request.ts'
import type { Conversation, TalkedRecord } from './conversation.ts'
import { onlyPasses } from './wording.en.ts'
import { mentionsOf } from './filling.ts'
import { settledAs } from './settled-as.ts'
import { asksOfDelivery } from './own-data.en.ts'

/** What asks how a record stands. */
export const statusOf = {
  order: { task: 'order_status', intent: 'order_status' },
  refund: { task: 'refund_status', intent: 'refund' },
  complaint: { task: 'complaint_status', intent: 'complaint' },
} as const

/** Tasks about an order, in whose words one asks of a refund or a complaint, too ("how much was it?"). */
const ofAnOrder = new Set([
  'order_details',
  'order_status',
  'order_contents',
  'track_parcel',
  'late_delivery',
  'payment',
])

/** Most words of "and?", "why?", "when is that": longer ones say what they mean. */
const mostWords = 10

/** Acts that ask nothing. */
const elsewhere = new Set<Act>(['cancel', 'thank', 'greet', 'person', 'no'])

/**
 * "Is it being looked at?", "where is it": what can't be told by itself, right after an order, a refund or a complaint was
 * shown, is about that.
 */
export function aboutRecord(request: Request, record: TalkedRecord | null): Request {
  const { clause, confident, task } = request
  const { entities, text } = clause
  if (record === null || record.refused === true || elsewhere.has(clause.act)) return request
  const names =
    entities.orders.length + entities.refunds.length + entities.complaints.length > 0 ||
    mentionsOf(entities, 'product').length + mentionsOf(entities, 'category').length > 0
  if (names) return request
  const words = text.split(/\s+/).length
  const unsure = !confident && task !== 'out_of_scope' && (entities.pronoun || words < 3)
  if (words > mostWords) return request
  const asOfAnOrder = record.kind !== 'order' && ofAnOrder.has(task)
  const asOfAProduct =
    record.kind === 'order' && clause.intent === 'product_info' && entities.pronoun && asksOfDelivery(text)
  if (!unsure && !asOfAnOrder && !asOfAProduct) return request
  return settledAs(request, statusOf[record.kind])
}

/** What of orders, refunds and complaints a turn has shown: the one of the last card; products change the subject. */
export function recordAfter(before: TalkedRecord | null, results: readonly ToolResult[]): TalkedRecord | null {
  return results.reduce<TalkedRecord | null>((record, { tool, data: card }) => {
    switch (card?.kind) {
      case 'refusal': {
        const order = card.facts.find(({ label }) => label === 'order')?.text
        const refund = card.facts.find(({ label }) => label === 'refund')?.text
        if (refund !== undefined) return { kind: 'refund', number: refund }
        return order === undefined
          ? record
          : { kind: 'order', number: order, returning: tool === 'start_refund', refused: true }
      }
      case 'order':
      case 'order_details':
        return { kind: 'order', number: card.number }
      case 'return_options':
        return { kind: 'order', number: card.order_number, returning: true }
      case 'orders':
        return card.orders.length === 1 && card.orders[0] !== undefined
          ? { kind: 'order', number: card.orders[0].number }
          : null
      case 'proposal':
        return { kind: 'order', number: card.proposal.order_number }
      case 'refunds':
        return card.refunds[0] === undefined ? record : { kind: 'refund', number: card.refunds[0].number }
      case 'complaints':
        return card.complaints[0] === undefined ? record : { kind: 'complaint', number: card.complaints[0].number }
      case 'product':
      case 'products':
      case 'comparison':
      case 'related':
      case 'stock':
      case 'fit':
        return null
      default:
        return record
    }
  }, before)
}

/**
 * "The TV then", "now the watch from …": right after what can be returned, or after a refund, an item named in passing is
 * the next to go back. It is only proposed.
 */
export function returnsNext(
  request: Request,
  { record, proof, proposal }: Pick<Conversation, 'record' | 'proof' | 'proposal'>,
): Request {
  const { clause, confident, task } = request
  // "Yes please" to what can go back asks for it; it is only proposed.
  if (record?.returning === true && record.refused !== true && proof !== null && clause.act === 'yes')
    return settledAs(request, { task: 'start_refund', intent: 'refund' })
  const returning = record?.kind === 'refund' || record?.returning === true || proposal?.request.task === 'start_refund'
  if (!returning || proof === null || clause.text.includes('?') || clause.text.split(/\s+/).length > mostWords)
    return request
  const names = mentionsOf(clause.entities, 'product').length + mentionsOf(clause.entities, 'category').length > 0
  const wrong = clause.entities.complaintReason !== null || clause.entities.remedies.length > 0
  // Anything said of it but its name is about something else: "show me laptops", "tell me more about the TV".
  const asked = confident && (task === 'start_refund' || task === 'return_how')
  if (!names || wrong || !(asked || onlyPasses(clause.masked))) return request
  return settledAs(request, { task: 'start_refund', intent: 'refund' })
}
