import type { Understanding } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import { statusOf } from './about-record.ts'
import type { Conversation } from './conversation.ts'
import { mentionsOf } from './filling.ts'
import { asRequest } from './follow-up-request.ts'
import { asksInstead, asksWhy } from './verdict-questions.en.ts'

/**
 * What "why not?" and "what can I do instead?" ask after something was refused, or after a refund or complaint was shown:
 * that once more, looked up again. Null: the message asks something else.
 */
export function aboutVerdict(
  { refused, record }: Pick<Conversation, 'refused' | 'record'>,
  { clauses }: Pick<Understanding, 'clauses'>,
  message: string,
): Request | null {
  const [clause] = clauses
  const names = clauses.some(
    ({ entities }) =>
      entities.orders.length + entities.refunds.length + entities.complaints.length > 0 ||
      mentionsOf(entities, 'product').length + mentionsOf(entities, 'category').length > 0,
  )
  if (clause === undefined || names) return null
  const explain = asksWhy(message) ? 'reason' : asksInstead(message) ? 'instead' : null
  if (refused !== null) {
    if (explain !== null) return { ...refused.request, explain }
    return refused.fresh && clauses.length === 1 && clause.act === 'repeat' ? refused.request : null
  }
  if (explain === null || record === null || record.kind === 'order') return null
  const { kind, number } = record
  const { task, intent } = statusOf[kind]
  // What was decided is told again with its grounds; what else can be done is for people to say.
  if (explain === 'instead') return asRequest(clause, 'shop_info', intent)
  return {
    ...asRequest(clause, task, intent),
    calls: [{ tool: task, input: { [`${kind}_number`]: number }, role: 'answer' }],
  }
}
