import type { Catalog } from '@marketplace-agent/catalog'
import type { Clause } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import { afterCancelling } from './already-cancelled.ts'
import { aboutMoney } from './about-money.ts'
import { aboutAllOrders, aboutNumbers, aboutOwnData, aboutOwnOrder } from './about-own-order.ts'
import { aboutOrderFacts } from './about-order-facts.ts'
import { aboutContact, aboutPolicy } from './about-policy.ts'
import { aboutRecord, returnsNext } from './about-record.ts'
import { withoutAside } from './asides.en.ts'
import { complaintMeant } from './complaint-meant.ts'
import type { Conversation } from './conversation.ts'
import { followUps } from './follow-up.ts'
import { mergeWishes } from './merge-wishes.ts'
import { rerouteWish } from './reroute-wish.ts'
import { settledAs } from './settled-as.ts'
import { eachQuestion } from './several-questions.ts'
import { withSuppositions } from './with-suppositions.ts'

/** Most requests taken from one message. */
export const mostRequests = 8

/** What no tool and no answer follows: said beside a request it is passed over. */
export const isSmallTalk = ({ act, task }: Clause): boolean =>
  act === 'greet' ||
  act === 'thank' ||
  act === 'yes' ||
  act === 'no' ||
  task === 'chitchat' ||
  task === 'yes' ||
  task === 'no' ||
  task === 'give_email'

export const isDropped = ({ act }: Clause): boolean => act === 'cancel'

const asks = ({ clause }: Request) => !isSmallTalk(clause) && !isDropped(clause)

/** "I mean order …" where there is nothing to correct names the order that is asked about. */
const asOrder = (request: Request): Request =>
  request.task === 'correction' && request.clause.entities.orders.length > 0
    ? settledAs(request, { task: 'order_status', intent: 'order_status' })
    : request

/** A complaint's or refund's number says what is asked about where the words don't. */
function byNumber(request: Request): Request {
  const { clause, confident, intent } = request
  const { complaints, refunds } = clause.entities
  if (complaints.length + refunds.length === 0 || (confident && intent !== 'product_info' && intent !== 'general'))
    return request
  return complaints.length > 0
    ? settledAs(request, { task: 'complaint_status', intent: 'complaint' })
    : settledAs(request, { task: 'refund_status', intent: 'refund' })
}

/** What the clauses of a message ask for, in the light of what is talked about. */
export function requestsOf(
  clauses: readonly Clause[],
  conversation: Conversation,
  catalog: Catalog,
  message: string,
): readonly Request[] {
  const { focus, record } = conversation
  const requests = followUps(
    withSuppositions(clauses)
      .map(withoutAside)
      .flatMap((clause) => eachQuestion(clause, catalog)),
    focus,
    catalog,
    conversation.earlier.products,
  )
    .map(rerouteWish)
    .map(asOrder)
    .map(byNumber)
    .map(aboutNumbers)
    .map(aboutAllOrders)
    .map((request) => aboutMoney(request, conversation))
    .map((request) => aboutOrderFacts(request, record))
    .map((request) => aboutRecord(request, record))
    .map((request) => returnsNext(request, conversation))
    .map((request) => aboutOwnOrder(request, conversation))
    .map((request) => aboutOwnData(request, conversation))
    .map(aboutContact)
    .map((request) => aboutPolicy(request, conversation))
    .map((request) => complaintMeant({ ...request, said: message }, conversation, catalog))
  return mergeWishes(afterCancelling(requests))
}

/** Requests that surely ask for something. */
export const sureOnes = (requests: readonly Request[]): readonly Request[] =>
  requests.filter((request) => request.confident && asks(request))

/** Of the requests of a message those that count: unsure ones only where nothing else is asked. */
export function taken(requests: readonly Request[]): readonly Request[] {
  const asking = requests.filter(asks)
  const sure = sureOnes(requests)
  return (sure.length > 0 ? sure : asking.length > 0 ? asking.slice(0, 1) : requests.slice(0, 1)).slice(0, mostRequests)
}
