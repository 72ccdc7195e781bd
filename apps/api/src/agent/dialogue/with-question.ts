import type { Catalog } from '@marketplace-agent/catalog'
import type { Clause, Understanding } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import { answersQuestion, wordsBesideEntities } from './answers-question.ts'
import type { Conversation, OpenQuestion } from './conversation.ts'
import { goesBack } from './declined.en.ts'
import { ordersOf } from './filling.ts'
import type { Move, ProofMove } from './move.ts'
import { isDropped, isSmallTalk, mostRequests, requestsOf, sureOnes, taken } from './requests-of.ts'
import { isWish } from './reroute-wish.ts'
import { dropsAll } from './with-proposal.ts'

/** What was asked for, with what a further clause adds to it. */
function goOn({ request, field }: OpenQuestion, clause: Clause, message: string): Request {
  const { task, intent } = request
  return {
    clause: { ...clause, task, intent },
    task,
    intent,
    confident: true,
    before: [request.clause, ...(request.before ?? [])],
    said: [request.said ?? request.clause.text, ...(field === 'text' ? [message] : [])].join('\n'),
    askedFor: [...(request.askedFor ?? []), field],
  }
}

/** Most words beside numbers and e-mails of what only gives them ("sure, it's … and the mail on it is …"). */
const mostGivingWords = 8

/** Tasks of a clause that only gives something. */
const giving = new Set(['give_email', 'correction', 'yes', 'thanks', 'greeting'])

/** A clause that gives a number or an e-mail, and asks for nothing of its own. */
function onlyIdentifies({ entities, masked, text, task, confident }: Clause, { request }: OpenQuestion): boolean {
  const { orders, complaints, refunds, emails } = entities
  const gives = orders.length + complaints.length + refunds.length + emails.length > 0
  const words = wordsBesideEntities(masked)
  // "My order is … and my e-mail is …" sounds like a question for the order; beside an e-mail it only gives both.
  const other = !giving.has(task) && task !== request.task && !(isWish(task) && isWish(request.task))
  const asksItself = other && (emails.length === 0 ? words > 3 : confident && task !== 'order_status')
  return gives && words <= mostGivingWords && !text.includes('?') && !asksItself
}

/** Goes on with what waits for a proof: once it is given, and not before. */
function afterProof(
  question: OpenQuestion,
  { clauses }: Understanding,
  proof: ProofMove,
  message: string,
): { readonly request: Request | null; readonly rest: readonly Clause[] } {
  const given = clauses.filter((clause) => onlyIdentifies(clause, question))
  const rest = clauses.filter((clause) => !given.includes(clause))
  const [first] = given
  if (!proof.proved || namesAnother(rest, question.request)) return { request: null, rest }
  const clause = first === undefined ? question.request.clause : identifying(first, question.request)
  const request = goOn(question, clause, message)
  // What is wished for along with it ("…, and I'd like a replacement") belongs to it.
  const wishes = isWish(request.task) ? rest.filter(({ entities }) => entities.remedies.length > 0) : []
  return {
    request: { ...request, before: [...wishes, ...(request.before ?? [])] },
    rest: rest.filter((each) => !wishes.includes(each)),
  }
}

/** Whether what is asked along with a proof is about another order than what waited for it: then that is meant. */
function namesAnother(clauses: readonly Clause[], request: Request): boolean {
  const mine = ordersOf(request)
  const named = clauses.flatMap(({ entities }) => entities.orders)
  return mine.length > 0 && named.length > 0 && !named.some((number) => mine.includes(number))
}

/**
 * A number beside an e-mail only proves who writes: what was asked has its own order. A number by itself ("oh, … then")
 * puts that right.
 */
const identifying = (clause: Clause, request: Request): Clause =>
  ordersOf(request).length === 0 || clause.entities.emails.length === 0
    ? clause
    : { ...clause, entities: { ...clause.entities, orders: [] } }

/** Entities of clauses that together answer one question: their lists joined, the first of what there is one of. */
function mergeEntities(clauses: readonly Clause[]): Clause['entities'] {
  const [first, ...others] = clauses.map(({ entities }) => entities) as [Clause['entities'], ...Clause['entities'][]]
  return others.reduce(
    (all, each) => ({
      ...all,
      orders: [...all.orders, ...each.orders],
      mentions: [...all.mentions, ...each.mentions],
      quantities: [...all.quantities, ...each.quantities],
      remedies: [...all.remedies, ...each.remedies],
      everything: all.everything || each.everything,
      only: all.only || each.only,
      address: all.address ?? each.address,
      complaintReason: all.complaintReason ?? each.complaintReason,
      ordinal: all.ordinal ?? each.ordinal,
    }),
    first,
  )
}

/** What a message does while a question waits for its answer. */
export function withQuestion(
  question: OpenQuestion,
  conversation: Conversation,
  understanding: Understanding,
  proof: ProofMove,
  catalog: Catalog,
  message: string,
): Move {
  const { clauses, answer } = understanding
  const read = (some: readonly Clause[]) => requestsOf(some, conversation, catalog, message)
  const move = (decided: Move['question'], requests: readonly Request[]): Move => ({
    requests: requests.slice(0, mostRequests),
    proposal: null,
    question: decided,
    restart: false,
    // What waits for the same proof goes with it.
    dropWaiting: decided === 'dropped' && (question.field === 'proof' || dropsAll(clauses)),
  })
  const refused = clauses.some(isDropped) || answer === 'no'
  if (clauses.some(({ text }) => goesBack(text))) return move('kept', [])
  if (question.field === 'proof') {
    const { request, rest } = afterProof(question, understanding, proof, message)
    const others = sureOnes(read(rest))
    if (request !== null) return move('settled', [request, ...others])
    if (refused || (proof.proved && namesAnother(rest, question.request))) return move('dropped', others)
    if (proof.gaveEmail || rest.length < clauses.length) return move('kept', others)
    return move('kept', taken(read(clauses)))
  }
  const answering = clauses.filter((clause) => answersQuestion(clause, question))
  const [first] = answering
  if (first !== undefined) {
    // Free words are all of the message.
    const rest = question.field === 'text' ? [] : clauses.filter((clause) => !answering.includes(clause))
    const merged = answering.length === 1 ? first : { ...first, entities: mergeEntities(answering) }
    return move('settled', [goOn(question, merged, message), ...sureOnes(read(rest))])
  }
  const requests = taken(read(clauses))
  return refused
    ? move(
        'dropped',
        requests.filter(({ clause }) => !isSmallTalk(clause)),
      )
    : move('kept', requests)
}
