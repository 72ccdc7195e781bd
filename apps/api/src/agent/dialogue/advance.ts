import type { Clause, Understanding } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import type { Conversation } from './conversation.ts'
import { routeTask } from './route-task.ts'
import { mentionsOf } from './filling.ts'

/** Most requests taken from one message. */
const mostRequests = 8
/** An answer to a question is short; more words than this ask something of their own. */
const mostAnswerWords = 6

const wordsOutsidePlaceholders = (masked: string) =>
  masked.replace(/\{[a-z_]+\}/g, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu)?.length ?? 0

/** Whether a clause gives what an open question asked for, and little else. */
function answers(clause: Clause, field: string): boolean {
  const { entities } = clause
  const gives: Record<string, boolean> = {
    order_number: entities.orders.length > 0 || entities.trackingNumbers.length > 0,
    tracking_number: entities.trackingNumbers.length > 0 || entities.orders.length > 0,
    id: mentionsOf(entities, 'product').length > 0,
    other_id: mentionsOf(entities, 'product').length > 0,
    ids: mentionsOf(entities, 'product').length > 0,
  }
  return (
    gives[field] === true && !clause.text.includes('?') && wordsOutsidePlaceholders(clause.masked) <= mostAnswerWords
  )
}

/** What no tool and no answer follows: said beside a request it is passed over. */
const isSmallTalk = ({ act, task }: Clause) =>
  act === 'greet' || act === 'thank' || task === 'chitchat' || task === 'yes' || task === 'no'

/**
 * Moves the dialogue by one message: which requests are in it. An answer to an open question goes on with what was
 * asked for then; small talk beside a request is passed over; unsure clauses count only where nothing else is asked.
 */
export function advance(conversation: Conversation, understanding: Understanding): readonly Request[] {
  const { question } = conversation
  const requests = understanding.clauses.map((clause): Request => {
    if (question !== null && answers(clause, question.field)) {
      return {
        clause: { ...clause, task: question.task, intent: question.intent },
        task: question.task,
        intent: question.intent,
        confident: true,
      }
    }
    const { task, intent, confident } = routeTask(clause)
    return { clause: task === clause.task ? clause : { ...clause, task, intent }, task, intent, confident }
  })
  const asking = requests.filter(({ clause }) => !isSmallTalk(clause) && clause.act !== 'cancel')
  const sure = asking.filter(({ confident }) => confident)
  const taken = sure.length > 0 ? sure : asking.length > 0 ? asking.slice(0, 1) : requests.slice(0, 1)
  return taken.slice(0, mostRequests)
}
