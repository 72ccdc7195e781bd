import type { Catalog } from '@marketplace-agent/catalog'
import type { Clause, Understanding } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import { changesProposal, namesAnotherOrder, proposable } from './changes-proposal.ts'
import type { Conversation, OpenProposal } from './conversation.ts'
import { goesBack, isDeclined, meansAll } from './declined.en.ts'
import { echoes, saysYes, saysYesBesideOk, soundsUnsure, takesNote } from './echoes.en.ts'
import { asksToWait, reportsNo, saysPlainNo } from './hold.en.ts'
import type { Move } from './move.ts'
import { isDropped, mostRequests, requestsOf, sureOnes, taken } from './requests-of.ts'
import { asksWhy } from './verdict-questions.en.ts'
import { keepsAll } from './wishes.en.ts'

/** "Never mind all of that": nothing that waits is wanted any more. */
export const dropsAll = (clauses: readonly Clause[]): boolean =>
  clauses.some((clause) => isDropped(clause) || clause.entities.everything || meansAll(clause.text))

const namesAnything = ({ entities }: Clause) =>
  entities.mentions.length + entities.orders.length + entities.quantities.length > 0 ||
  entities.everything ||
  entities.only ||
  entities.address !== null

/** "Hmm no, leave it": it isn't the plainest no, but there is no yes in it, and nothing is lost by asking again. */
const declinesOnly = ({ clauses, answer }: Understanding, message: string) =>
  answer !== 'yes' &&
  clauses.every(({ act, text }) => (act === 'no' || act === 'cancel') && !text.includes('?')) &&
  !saysYes(message) &&
  !takesNote(message)

/** "No, stop everything" names no other thing. */
const withoutAll = (clause: Clause): Clause => ({ ...clause, entities: { ...clause.entities, everything: false } })

/** "No wait", "no, not that one", "that's wrong": it isn't as it should be, and what it should be isn't said. */
const rejects = ({ clauses }: Understanding, message: string) =>
  !saysYesBesideOk(message) &&
  !message.includes('?') &&
  (saysPlainNo(message)
    ? clauses.every((clause) => !namesAnything(withoutAll(clause)))
    : clauses.some(({ act, confident }) => act === 'correct' && confident) && !clauses.some(namesAnything))

/** Nothing of its own is asked; what is off topic is only told. */
const asksNothing = ({ act, confident, task, text }: Clause) =>
  (act !== 'ask' || !confident || task === 'out_of_scope') && !text.includes('?')

/** A correction that names nothing and a wish to hear the proposal again are answered by what becomes of it. */
const asksSomething = ({ task, clause, calls }: Request) =>
  !(task === 'correction' && !namesAnything(clause)) && !(task === 'repeat' && calls === undefined)

/** A plain yes, or one that only says the proposal once more. */
const agrees = (
  { summary, request: { task } }: OpenProposal,
  { answer, repeats, clauses }: Understanding,
  message: string,
) =>
  !soundsUnsure(message) &&
  (answer === 'yes' ||
    (answer === 'unclear' &&
      (echoes(message, { task, summary }) || (repeats === task && !clauses.some(namesAnything)))))

/** What a message does while a proposal waits for its yes. A question that was open before it stays so. */
export function withProposal(
  proposal: OpenProposal,
  conversation: Conversation,
  understanding: Understanding,
  catalog: Catalog,
  message: string,
): Move {
  const { clauses } = understanding
  const { task } = proposal.request
  const agreed = agrees(proposal, understanding, message)
  const answer = agreed ? 'yes' : understanding.answer === 'yes' ? 'unclear' : understanding.answer
  const move = (decided: Move['proposal'], requests: readonly Request[], restated?: Move['restated']): Move => {
    const dropWaiting = decided === 'drop' && dropsAll(clauses)
    const question = conversation.question === null ? null : dropWaiting ? 'dropped' : 'kept'
    const how = restated === undefined ? {} : { restated }
    return { requests, proposal: decided, question, restart: false, dropWaiting, ...how }
  }
  const keeps = task === 'start_refund' && keepsAll(message) && !message.includes('?')
  const changed = answer === 'yes' || keeps ? null : changesProposal(proposal, understanding, message)
  if (changed !== null) return move('drop', [changed])
  const requests = requestsOf(clauses, conversation, catalog, message).filter(asksSomething)
  const sure = sureOnes(requests).slice(0, mostRequests)
  const further = sure.filter((request) => request.task !== task)
  if (answer === 'yes') return move(proposal.asked ? 'confirm' : 'restate', further)
  if (clauses.some(({ text }) => goesBack(text))) return move('restate', [])
  const asksTime = clauses.every(asksNothing) && asksToWait(message)
  const wantsElse = further.some(({ task: wish, clause }) => wish in proposable || clause.act === 'person')
  if (asksTime && !wantsElse && !isDeclined(task, message)) return move('restate', [], 'held')
  const instead = further.filter((request) => request.task in proposable)
  if (instead.length > 0 && (answer === 'no' || answer === 'unclear' || clauses.some(({ act }) => act === 'correct')))
    return move('drop', instead)
  const declined = keeps || (isDeclined(task, message) && !saysYesBesideOk(message))
  const refused =
    answer === 'no' || declined || (reportsNo(message) && !saysYesBesideOk(message)) || rejects(understanding, message)
  if (refused || clauses.some(isDropped) || declinesOnly(understanding, message)) return move('drop', further)
  if (sure.length === 0 && (clauses.some(({ act }) => act === 'repeat') || asksWhy(message)))
    return move('restate', [], 'again')
  if (answer === 'unclear' && sure.length === 0) return move('restate', [])
  // What is asked for once more is told with the proposal itself.
  const again = (request: Request) => request.task === task && !namesAnotherOrder(request.clause, proposal)
  return move(
    'restate',
    taken(requests).filter((request) => !again(request)),
  )
}
