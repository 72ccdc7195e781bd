import type { Clause, Entities, Understanding } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import type { OpenProposal } from './conversation.ts'
import { addsOn } from './wording.en.ts'
import { mentionsOf, ordersOf } from './filling.ts'
import { meansWhatIsLeft } from './wishes.en.ts'

/** What was asked for, and waits for a yes or was refused. */
type Amendable = Pick<OpenProposal, 'request'>

const namesItems = (entities: Entities) =>
  mentionsOf(entities, 'product').length > 0 ||
  mentionsOf(entities, 'category').length > 0 ||
  entities.mentions.some(({ negated, kind }) => negated && (kind === 'product' || kind === 'category')) ||
  entities.quantities.length > 0 ||
  entities.everything

const wishes = (entities: Entities) => entities.remedies.some(({ negated }) => !negated)

/** The tasks that end in a proposal, and what of it a clause can change. */
export const proposable: Readonly<Record<string, (entities: Entities, text: string) => boolean>> = {
  start_refund: (entities, text) => namesItems(entities) || meansWhatIsLeft(text),
  file_complaint: (entities) => wishes(entities) || namesItems(entities),
  change_address: (entities) => entities.address !== null,
  cancel_order: () => false,
}

/** Tasks that are asked for in the words of one another. */
const alike: Readonly<Record<string, readonly string[]>> = {
  start_refund: ['start_refund', 'return_how', 'return_possible', 'exchange'],
  file_complaint: ['file_complaint', 'exchange', 'start_refund'],
  change_address: ['change_address', 'change_order'],
}

/** Whether a clause is about the proposal rather than a request of its own. */
const isAboutIt = (clause: Clause, task: string) =>
  clause.act !== 'ask' || !clause.confident || clause.entities.only || (alike[task] ?? [task]).includes(clause.task)

export const namesAnotherOrder = ({ entities }: Clause, { request }: Amendable) => {
  const mine = ordersOf(request)
  return entities.orders.length > 0 && !entities.orders.every((number) => mine.includes(number))
}

/** "I don't want a refund, just a replacement": the other wish, in place of the money. */
function wishesInstead(clause: Clause, { request }: Amendable, message: string): Request | null {
  const { remedies } = clause.entities
  const declined =
    request.task === 'start_refund' && remedies.some(({ remedy, negated }) => negated && remedy === 'money_back')
  if (!declined || !remedies.some(({ negated }) => !negated)) return null
  return {
    clause: { ...clause, task: 'file_complaint', intent: 'complaint' },
    task: 'file_complaint',
    intent: 'complaint',
    confident: true,
    before: [request.clause, ...(request.before ?? [])],
    said: [request.said ?? request.clause.text, message].join('\n'),
  }
}

/** What was wrong was said before: "only one of them" is no other reason. */
const withoutReason = (clause: Clause, request: Request): Clause =>
  [request.clause, ...(request.before ?? [])].some(({ entities }) => entities.complaintReason !== null)
    ? { ...clause, entities: { ...clause.entities, complaintReason: null } }
    : clause

const isGoods = ({ kind }: Clause['entities']['mentions'][number]) => kind === 'product' || kind === 'category'

/** Most words of what is only added ("and the memory card too"). */
const mostAddedWords = 8

const isAdded = ({ text, entities }: Clause, task: string) =>
  task === 'start_refund' &&
  addsOn(text) &&
  text.split(/\s+/).length <= mostAddedWords &&
  entities.mentions.some(isGoods)

/** What is added stands beside what was named before; null where pieces were counted: whose count is it then? */
function added(clause: Clause, request: Request): Clause | null {
  const named = [request.clause, ...(request.before ?? [])].find(({ entities }) => entities.mentions.some(isGoods))
  if (named === undefined) return clause
  if (named.entities.quantities.length > 0) return null
  const mentions = [...named.entities.mentions.filter(isGoods), ...clause.entities.mentions]
  return { ...clause, entities: { ...clause.entities, mentions } }
}

/** A correction of an address that doesn't say the whole of it: the proposal is wrong, and the right one isn't known. */
const spoilsAddress = ({ act, text, entities }: Clause, task: string) =>
  task === 'change_address' && act === 'correct' && entities.address === null && /\d/.test(text)

const withoutAddress = (clause: Clause): Clause => ({ ...clause, entities: { ...clause.entities, address: null } })

/**
 * The proposal as a message wants it changed ("no, only the earbuds", "make it two", "yes, but to this address"); null:
 * it changes nothing of it. A question is never a change, nor is a further order.
 */
export function changesProposal(
  proposal: Amendable,
  { clauses, answer }: Understanding,
  message: string,
): Request | null {
  const { request } = proposal
  const { task, intent } = request
  if (answer === 'yes') return null
  for (const clause of clauses) {
    if (clause.text.trimEnd().endsWith('?')) continue
    const instead = wishesInstead(clause, proposal, message)
    if (instead !== null) return instead
    if (spoilsAddress(clause, task)) {
      const before = [request.clause, ...(request.before ?? [])].map(withoutAddress)
      return { ...request, clause: { ...clause, task, intent }, before, confident: true }
    }
    if (isAdded(clause, task) && !namesAnotherOrder(clause, proposal)) {
      const whole = added(clause, request)
      if (whole === null) return null
      return {
        ...request,
        clause: { ...whole, task, intent },
        before: [request.clause, ...(request.before ?? [])],
        confident: true,
      }
    }
    const changes = proposable[task]?.(clause.entities, clause.text) === true
    if (changes && isAboutIt(clause, task) && !namesAnotherOrder(clause, proposal)) {
      return {
        clause: { ...withoutReason(clause, request), task, intent },
        task,
        intent,
        confident: true,
        before: [request.clause, ...(request.before ?? [])],
        said: request.said ?? request.clause.text,
        askedFor: request.askedFor ?? [],
      }
    }
  }
  return null
}
