import type { OpenQuestion } from './dialogue/conversation.ts'
import { gateWords } from './gate.en.ts'
import { proofWords } from './identify.en.ts'
import type { Identified } from './identify.ts'
import { counted } from './counted.ts'
import { turnWords, undoes } from './reply.en.ts'
import { isProposal } from './is-proposal.ts'
import type { Request } from './request.ts'
import type { Turn } from './turn.ts'

export type AroundView = Omit<Turn, 'agent' | 'input' | 'confirmed' | 'waits' | 'degraded'> & {
  readonly contact: string
  /** What a task is called, by the tool that serves it. */
  readonly titleOf: (task: string) => string
}

/** What waits, in few words: what is to be done, and with which order. */
function inShort({ task, clause, calls = [] }: Request, titleOf: AroundView['titleOf']): string {
  const called = calls.map(({ input }) => input['order_number']).find((number) => typeof number === 'string')
  const order = called ?? clause.entities.orders[0]
  const title = titleOf(task).toLowerCase()
  return order === undefined ? title : `${title} (${order})`
}

/** What is said around the answers of a turn. */
export interface Said {
  readonly lead: readonly string[]
  readonly tail: readonly string[]
  /** Requests, by their position, that this answers already: small talk beside it would only distract. */
  readonly silent: ReadonlySet<number>
  /** The question that stays open, as it was said again. */
  readonly question: OpenQuestion | null
  /** What the figures said here rest on. */
  readonly evidence: readonly string[]
}

/** Requests that come to nothing but small talk. */
const isSmall = ({ task, clause, confident }: Request) =>
  ['give_email', 'yes', 'no', 'never_mind', 'chitchat'].includes(task) ||
  clause.act === 'thank' ||
  clause.act === 'greet' ||
  !confident

const isCourtesy = ({ clause }: Request) => clause.act === 'thank' || clause.act === 'greet'

/** The question for the proof as it stands now: half of it may have been given. */
function proofText({ claim }: Identified, fallback: string): string {
  const [number] = claim.numbers
  if (claim.email !== null && number === undefined) return proofWords.number
  if (claim.email === null && number !== undefined) return proofWords.email(number.number)
  return fallback
}

/** How many answers back something done is still what a "take it back" means. */
const lately = 3

/** Whether something that was just done is to be undone: it isn't, and nobody shall believe that it was. */
function wantsUndone({ before, move, requests }: AroundView): boolean {
  if (move.proposal !== null || before.question !== null) return false
  const done = before.exchanges
    .slice(-lately)
    .some(({ answer }) => answer.tool_results.some(({ message }) => before.earlier.done.includes(message)))
  return done && requests.some(({ clause }) => clause.act === 'cancel' || undoes(clause.text))
}

function leadOf(view: AroundView): string[] {
  const { identified, move, expired, understanding, contact, requests, outcome } = view
  const answers = counted(outcome.done)
  const { told } = identified
  const lead: string[] = []
  if (move.restart) return [turnWords.restarted]
  if (told.kind === 'wrong') lead.push(proofWords.wrong(contact))
  if (told.kind === 'closed') lead.push(proofWords.closed(told.minutes, contact))
  if (told.kind === 'proved' && answers.length === 0 && requests.every(isSmall) && outcome.questions.length === 0)
    lead.push(proofWords.thanks(told.number), turnWords.welcome)
  if (told.kind === 'known' && answers.length === 0 && requests.every(isSmall) && outcome.questions.length === 0)
    lead.push(proofWords.known, turnWords.welcome)
  if (expired && understanding.answer === 'yes') lead.push(gateWords.gone)
  if (move.proposal === 'drop' && !outcome.done.some(({ result }) => isProposal(result))) lead.push(turnWords.dropped)
  if (move.question === 'dropped') lead.push(turnWords.notAsked)
  if (wantsUndone(view)) lead.push(turnWords.done(contact))
  return lead
}

/** What is said before and after the answers: who somebody is, what was dropped, what still waits, the way back. */
export function sayAround(view: AroundView): Said {
  const { identified, move, open, outcome, before, requests, understanding } = view
  const { told } = identified
  const lead = leadOf(view)
  const tail: string[] = []
  const evidence: string[] = told.kind === 'closed' ? [String(told.minutes)] : []

  const proposes = outcome.done.some(({ result }) => isProposal(result))
  let question: OpenQuestion | null = null
  if (move.question === 'kept' && before.question !== null) {
    const { question: open } = before
    question = open.field === 'proof' ? { ...open, text: proofText(identified, open.text) } : open
    evidence.push(question.text)
    const digressed =
      move.proposal !== null || requests.some((request) => !isSmall(request)) || counted(outcome.done).length > 0
    // After a wrong try the words say already what is wanted; beside a proposal only that is asked.
    const asksElse = outcome.questions.length > 0 || move.proposal === 'restate' || proposes
    if (!asksElse && told.kind !== 'wrong' && told.kind !== 'closed')
      tail.push(digressed ? turnWords.wayBack(question.text) : question.text)
  } else if (identified.gaveEmail && told.kind === 'nothing' && identified.proof === null && requests.every(isSmall)) {
    lead.push(proofWords.noted)
  }
  if (move.proposal === 'restate' && open !== null) {
    const { summary } = open.proposal
    evidence.push(JSON.stringify(open.proposal))
    const say =
      move.restated !== undefined
        ? turnWords[move.restated]
        : understanding.answer === 'unclear'
          ? turnWords.plainly
          : turnWords.stillOpen
    if (outcome.questions.length === 0) tail.push(`${say(summary)} ${gateWords.confirm}`)
  }
  if (outcome.waiting.length > 0 && (proposes || outcome.questions.length > 0))
    tail.push(turnWords.waiting(outcome.waiting.map((request) => inShort(request, view.titleOf))))

  const answered =
    lead.length > 0 ||
    move.proposal === 'restate' ||
    (move.question === 'kept' && before.question !== null && identified.gaveEmail)
  return {
    lead,
    tail,
    silent: new Set(
      answered
        ? requests.flatMap((request, index) =>
            isSmall(request) && !(move.proposal === 'restate' && isCourtesy(request)) ? [index] : [],
          )
        : [],
    ),
    question,
    evidence,
  }
}
