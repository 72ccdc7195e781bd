import type { Request } from '../request.ts'
import { asksForNumber, asksWhoIsThere } from './contact.en.ts'
import type { Conversation } from './conversation.ts'
import { asksOfPrivacy, asksWhoPays, inPolicyWords, privacyQuestion, whoPaysForFaulty } from './policy-words.en.ts'
import { settledAs } from './settled-as.ts'
import { topicOfTool } from './topics.en.ts'

/** A request that documents are asked about in other words. */
function inWords(request: Request, text: string): Request {
  const { clause } = request
  const end = clause.start + text.length
  const mentions = clause.entities.mentions.map((mention) => ({ ...mention, start: end, end }))
  return { ...request, clause: { ...clause, text, end, entities: { ...clause.entities, mentions } } }
}

/** Tasks in whose words one asks how the shop is reached. */
const mayBeContact = new Set([
  'track_parcel',
  'list_orders',
  'search_products',
  'shop_info',
  'product_attribute',
  'person',
])

/** "Phone number?", "can I talk to somebody on a sunday?": how the shop is reached, and no hand-over. */
export function aboutContact(request: Request): Request {
  const { clause, task, confident } = request
  const { orders, trackingNumbers, mentions } = clause.entities
  if (orders.length + trackingNumbers.length > 0 || mentions.some(({ kind }) => kind === 'product')) return request
  if (confident && !mayBeContact.has(task)) return request
  const asks = asksForNumber(clause.text) || ((task === 'person' || !confident) && asksWhoIsThere(clause.text))
  if (!asks) return request
  const settled = settledAs(request, { task: 'shop_info', intent: 'general' })
  return { ...settled, clause: { ...settled.clause, act: 'ask', entities: { ...clause.entities, mentions: [] } } }
}

/** Whether a complaint is what is talked about. */
const complains = ({ question, proposal, record, focus }: Conversation) =>
  [question?.request.task, proposal?.request.task].includes('file_complaint') ||
  record?.kind === 'complaint' ||
  focus.topic === topicOfTool['file_complaint']

/** What policies tell, asked in their words. */
export function aboutPolicy(request: Request, conversation: Conversation): Request {
  const { clause, task, confident, calls } = request
  const { text, entities } = clause
  if (calls !== undefined) return request
  if (asksOfPrivacy(text))
    return inWords(settledAs(request, { task: 'policy_topic', intent: 'general' }), privacyQuestion)
  if (asksWhoPays(text) && complains(conversation) && (!confident || task !== 'file_complaint'))
    return inWords(settledAs(request, { task: 'return_how', intent: 'refund' }), whoPaysForFaulty)
  const said = entities.orders.length > 0 ? null : inPolicyWords(text)
  return said === null ? request : inWords(request, said)
}
