import type { Act } from '@marketplace-agent/domain'
import type { Entities, Understander, Understanding } from '@marketplace-agent/intent'
import type { Conversation, Exchange } from './dialogue/conversation.ts'
import { putRight } from './put-right.en.ts'
import type { Request } from './request.ts'
import type { ConcernedNumber, Heard, TurnNote } from './turn-note.ts'
import type { Turn } from './turn.ts'

/** What a message does that asks for nothing new. */
const asksNothing = new Set<Act>(['yes', 'no', 'greet', 'thank', 'cancel', 'repeat'])

/** The first that surely asks for something. */
const askedIn = ({ requests }: Turn): Request | undefined =>
  requests.find(({ confident, task, clause }) => confident && task !== 'correction' && !asksNothing.has(clause.act))

/** What the words after "no, I meant" ask for, where they say it surely; else nothing. */
function askedInstead(message: string, read: Understander['read']): Pick<Request, 'intent' | 'task'> | null {
  const meant = putRight(message)
  if (meant === null) return null
  const asks = ({ act, confident, task }: Understanding['clauses'][number]) =>
    confident && task !== 'correction' && !asksNothing.has(act)
  return read(meant).clauses.find(asks) ?? null
}

/** Words that tell what a message is about: the longer ones. */
const contentOf = (message: string) =>
  new Set((message.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 5)))

function shareWords(one: string, other: string): boolean {
  const words = contentOf(one)
  return [...contentOf(other)].some((word) => words.has(word))
}

/**
 * What the message before was meant as, where this one puts it right: it says that something else was meant, or it is
 * understood where that one wasn't. Undefined: it is about something else.
 */
function meantBefore(
  turn: Turn,
  last: Exchange,
  heard: Heard,
  read: Understander['read'],
): TurnNote['meant'] | undefined {
  const { before, understanding, input, confirmed, move } = turn
  const [first] = understanding.clauses
  if (first === undefined || before.heard === null || confirmed !== null || move.restart) return undefined
  const corrects = understanding.clauses.some(({ act, confident }) => act === 'correct' && confident)
  // Where nothing was asked, a no that asks for something else says that the answer was wrong.
  const denies = first.act === 'no' && before.question === null && before.proposal === null
  const rephrases = before.heard.unsure && !heard.unsure && before.question === null && !asksNothing.has(first.act)
  if (!corrects && !denies && !rephrases) return undefined
  const request = heard.unsure ? undefined : askedIn(turn)
  const instead = request ?? (corrects ? askedInstead(input.message, read) : null)
  if (instead === null) return corrects ? null : undefined
  const { intent, task } = instead
  return { intent, task, sure: corrects || shareWords(last.message, input.message) }
}

const numbersIn = ({ orders, complaints, refunds, trackingNumbers }: Entities): ConcernedNumber[] => [
  ...orders.map((number) => ({ kind: 'order' as const, number })),
  ...complaints.map((number) => ({ kind: 'complaint' as const, number })),
  ...refunds.map((number) => ({ kind: 'refund' as const, number })),
  ...trackingNumbers.map((number) => ({ kind: 'tracking' as const, number })),
]

function concernsOf({ before, identified, understanding }: Turn): TurnNote['concerns'] {
  const proofs = [before.proof, identified.proof].filter((proof) => proof !== null)
  const claims = [before.claim, identified.claim]
  const entities = understanding.clauses.map((clause) => clause.entities)
  const { order } = before.focus
  return {
    emails: [
      ...proofs.map(({ email }) => email),
      ...claims.flatMap(({ email }) => email ?? []),
      ...entities.flatMap(({ emails }) => emails),
    ],
    numbers: [
      ...proofs.map((proof) => ({
        kind: proof.kind === 'record' ? proof.record : ('order' as const),
        number: proof.number,
      })),
      ...claims.flatMap(({ numbers }) => numbers),
      ...(before.record === null ? [] : [before.record]),
      ...(order === null ? [] : [{ kind: 'order' as const, number: order }]),
      ...entities.flatMap(numbersIn),
    ].map(({ kind, number }) => ({ kind, number })),
  }
}

const said = ({ at, message, answer: { tool_results: results } }: Exchange) => ({
  at,
  message,
  tools: results.map(({ tool, outcome }) => ({ tool, outcome })),
})

/**
 * What of a turn is worth reading again: its message, where it was asked back about or passed on to a person; and the
 * one before, where this one puts it right or its answer was what led to the person. `after`: the conversation after it;
 * `read` reads what is said to have been meant.
 */
export function notesOf(
  turn: Turn,
  after: Pick<Conversation, 'heard' | 'exchanges'>,
  read: Understander['read'],
): readonly TurnNote[] {
  const { before, requests, outcome } = turn
  const { heard } = after
  const now = after.exchanges.at(-1)
  if (heard === null || now === undefined) return []
  const notes: TurnNote[] = []
  const wantsPerson = requests.some(({ task, confident }) => task === 'person' && confident)
  const handed = wantsPerson || outcome.done.some(({ result }) => result.data?.kind === 'handover')
  const last = before.exchanges.at(-1)
  // A form or a button says nothing that could have been misread.
  if (last !== undefined && last.message !== '' && before.heard !== null) {
    const understood = before.heard
    const earlier = () => ({ ...said(last), understood, concerns: concernsOf(turn) })
    const meant = handed ? undefined : meantBefore(turn, last, heard, read)
    if (meant !== undefined) notes.push({ ...earlier(), why: 'corrected', meant })
    if (handed && understood.task !== 'person') notes.push({ ...earlier(), why: 'handed_over', meant: null })
  }
  if (handed || heard.unsure)
    notes.push({
      ...said(now),
      why: handed ? 'handed_over' : 'unsure',
      understood: heard,
      meant: null,
      concerns: concernsOf(turn),
    })
  return notes
}
