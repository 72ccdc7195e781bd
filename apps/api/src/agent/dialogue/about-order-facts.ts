import type { Request } from '../request.ts'
import type { TalkedRecord } from './conversation.ts'
import { mentionsOf } from './filling.ts'
import { asksWhyCancelled, orderFactsIn } from './order-questions.en.ts'
import { settledAs } from './settled-as.ts'

/** Tasks in whose words one asks something of the order that was just shown. */
const near = new Set([
  'order_status',
  'order_contents',
  'track_parcel',
  'late_delivery',
  'product_details',
  'product_attribute',
  'product_how_to',
  'check_stock',
  'list_orders',
  'list_categories',
  'delivery_options',
  'policy_topic',
  'shop_info',
])

/** Most words of a question about the order that was just shown; a longer one has a subject of its own. */
const mostWords = 12

/**
 * "Who brings it?", "what's in it?", "has it passed customs?" right after an order was shown, and "why was it cancelled?"
 * of any: the order answers.
 */
export function aboutOrderFacts(request: Request, record: TalkedRecord | null): Request {
  const { clause, confident, task } = request
  const { entities, text } = clause
  const asOrder = { task: 'order_status', intent: 'order_status' } as const
  // What "it" was taken for isn't named.
  const names = [...mentionsOf(entities, 'product'), ...mentionsOf(entities, 'category')].some(
    ({ start, end }) => end > start,
  )
  if (asksWhyCancelled(text)) return names ? request : settledAs(request, asOrder)
  const others = entities.orders.length + entities.refunds.length + entities.complaints.length > 0
  if (record?.kind !== 'order' || record.refused === true || record.returning === true || others || names)
    return request
  if (text.split(/\s+/).length > mostWords || (confident && !near.has(task))) return request
  const [asked] = orderFactsIn(text)
  if (asked === undefined) return request
  return settledAs(request, asked === 'lost' ? { task: 'late_delivery', intent: 'delivery' } : asOrder)
}
