import type { Request } from '../request.ts'
import { isDeclined } from './declined.en.ts'
import { asksTerms } from './how-long.en.ts'
import { saysComplaint } from './wishes.en.ts'
import { asComplaint, asRefund } from './settled-as.ts'

/** Tasks that are told in several sentences: what is wrong in one, what is wanted in another. */
const together = new Set(['start_refund', 'exchange', 'return_how', 'file_complaint'])

const numbersOf = ({ clause }: Request) => clause.entities.orders

/** Whether two requests may be about one order: not where each names another. */
const sameOrder = (one: Request, other: Request) =>
  numbersOf(one).length === 0 ||
  numbersOf(other).length === 0 ||
  numbersOf(one).some((number) => numbersOf(other).includes(number))

const wanted = ({ clause }: Request) =>
  clause.entities.remedies.filter(({ negated }) => !negated).map(({ remedy }) => remedy)

/** A wish how a purchase be made good that names nothing: what is to be made good stands elsewhere. */
const isBareWish = (request: Request) =>
  wanted(request).length > 0 &&
  !asksTerms(request.clause.text) &&
  numbersOf(request).length + request.clause.entities.mentions.length === 0

const isTold = ({ confident, task }: Request) => confident && together.has(task)

const belong = (one: Request, other: Request) =>
  sameOrder(one, other) && ((isTold(one) && (isTold(other) || isBareWish(other))) || (isBareWish(one) && isTold(other)))

/** One request of two that belong together. Who wants their money back asks for a refund, any other wish complains. */
function merged(one: Request, other: Request): Request {
  const remedies = [...wanted(one), ...wanted(other)]
  const complains = one.task === 'file_complaint' || other.task === 'file_complaint'
  const wishes = remedies.some((remedy) => remedy !== 'money_back')
  const tasks = [one.task, other.task]
  const first = one.task === 'file_complaint' || (together.has(one.task) && other.task !== 'file_complaint')
  const lead = first ? one : other
  const rest = lead === one ? other : one
  const whole: Request = { ...lead, before: [...(lead.before ?? []), rest.clause, ...(rest.before ?? [])] }
  if (saysComplaint(one.clause.text) || saysComplaint(other.clause.text)) return asComplaint(whole)
  if (complains && wishes) return asComplaint(whole)
  if (tasks.includes('start_refund') && (remedies.includes('money_back') || !complains)) return asRefund(whole)
  if (complains && remedies.includes('money_back')) return asRefund(whole)
  return whole
}

const asNo = (request: Request): Request => ({
  ...request,
  task: 'no',
  confident: true,
  clause: { ...request.clause, task: 'no', act: 'no' },
})

/** Unsure words beside an order that was named are about that order. */
const ofNamed = (request: Request, orders: readonly string[]): Request =>
  request.confident || orders.length === 0
    ? request
    : { ...request, task: 'order_status', intent: 'order_status', confident: true }

/** Requests of a message without those that only say what isn't wanted; what those named stays with the others. */
function withoutDeclined(requests: readonly Request[]): readonly Request[] {
  const declined = requests.filter(({ task, clause }) => isDeclined(task, clause.text))
  const wishes = declined.filter((request) => wanted(request).some((remedy) => remedy !== 'money_back'))
  const gone = declined.filter((request) => !wishes.includes(request))
  const left = requests.filter((request) => !gone.includes(request))
  if (gone.length === 0) return requests
  // Where nothing else is wanted, it is left as it is.
  if (left.every(({ clause }) => clause.act === 'greet' || clause.task === 'give_email'))
    return [...left, ...gone.slice(0, 1).map(asNo)]
  // Who declines the money and wants something else of a purchase has something to complain about.
  const money = gone.some(({ task }) => task === 'start_refund')
  const wanting = left.map((request) => (money && request.task === 'exchange' ? asComplaint(request) : request))
  const named = gone
    .map(({ clause }) => clause)
    .filter(({ entities }) => entities.orders.length + entities.mentions.length > 0)
  return named.length === 0
    ? wanting
    : wanting.map((request) => ({
        ...ofNamed(
          request,
          named.flatMap(({ entities }) => entities.orders),
        ),
        before: [...(request.before ?? []), ...named],
      }))
}

/** The requests of a message, those that are told in several sentences put together. */
export function mergeWishes(requests: readonly Request[]): readonly Request[] {
  const result: Request[] = []
  for (const request of withoutDeclined(requests)) {
    const index = result.findIndex((each) => belong(each, request))
    const before = result[index]
    if (before === undefined) result.push(request)
    else result[index] = merged(before, request)
  }
  return result
}
