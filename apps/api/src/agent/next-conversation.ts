import type { Card, ChatAnswer, Proposal } from '@marketplace-agent/domain'
import { type AnyTool, writes } from '../tools/define-tool.ts'
import { counted } from './counted.ts'
import { stillWaits } from './dialogue/move.ts'
import { recordAfter } from './dialogue/about-record.ts'
import {
  type Conversation,
  type Focus,
  type OpenProposal,
  type OpenQuestion,
  newConversation,
} from './dialogue/conversation.ts'
import { earlierAfter } from './dialogue/earlier.ts'
import { remember } from './dialogue/remember.ts'
import type { Identified } from './identify.ts'
import { isProposal } from './is-proposal.ts'
import type { Question, Request } from './request.ts'
import type { Turn } from './turn.ts'

/** Whose order was proved is what is talked about; what another customer was shown of theirs isn't. */
export function focusWith({ focus, proof: before }: Conversation, { told, proof }: Identified): Focus {
  const theirs = before !== null && before.email === proof?.email ? focus : { ...focus, orders: [] }
  return told.kind === 'proved' && proof?.kind === 'customer' ? { ...theirs, order: proof.number } : theirs
}

/** Whether a call may be made again to say the same once more: not what does something. */
const repeatable = (tool: AnyTool) => !writes(tool) && tool.limit === undefined

function openQuestion(questions: readonly Question[], requests: readonly Request[]): OpenQuestion | null {
  const last = questions.at(-1)
  const request = last === undefined ? undefined : requests[last.request]
  if (last === undefined || request === undefined) return null
  const { tool, field, text } = last
  // What was settled without the answer isn't any more.
  const { calls: _calls, ...open } = request
  return { tool, field, text, request: open }
}

/**
 * The question that stays open, and what waits until it is answered. Of two for the same proof the first stays; else the
 * new one does, and what was asked for before comes back after it.
 */
export function questionAfter(
  asked: OpenQuestion | null,
  kept: OpenQuestion | null,
): { readonly question: OpenQuestion | null; readonly later: readonly Request[] } {
  if (asked === null || kept === null) return { question: asked ?? kept, later: [] }
  if (asked.field === 'proof' && kept.field === 'proof')
    return { question: { ...kept, text: asked.text }, later: [asked.request] }
  return { question: asked, later: asked.request.task === kept.request.task ? [] : [kept.request] }
}

/** Cards that leave what was refused the subject. */
const beside = new Set<Card['kind']>(['passages', 'order', 'order_details', 'return_options', 'refusal'])

/** The request for a change that a rule refused, until something else is talked about or done. */
function refusedAfter(turn: Turn, cards: readonly Card[]): Conversation['refused'] {
  const request = refusedIn(turn)
  if (request !== null) return { request, fresh: true }
  const { before, confirmed, identified, move } = turn
  const anothers = identified.proof?.email !== before.proof?.email
  const goesOn = cards.every(({ kind }) => beside.has(kind)) && confirmed === null && !move.restart && !anothers
  return goesOn && before.refused !== null ? { ...before.refused, fresh: false } : null
}

function refusedIn({ outcome, requests, agent }: Turn): Request | null {
  const refused = outcome.done.find(
    ({ call, result }) => result.data?.kind === 'refusal' && writes(agent.gate.tool(call.tool)),
  )
  const request = refused === undefined ? undefined : requests[refused.call.request]
  if (request === undefined) return null
  // It stays about that order, whatever is talked about next.
  const number = refused?.call.input['order_number']
  const { clause } = request
  return typeof number === 'string'
    ? { ...request, clause: { ...clause, entities: { ...clause.entities, orders: [number] } } }
    : request
}

/** What waits for the yes of somebody who has to prove again who they are goes on waiting; it has to be said again. */
const unseen = ({ input, identified, before, waits }: Turn): OpenProposal | null =>
  !input.strong && identified.proof === null && before.proposal === null && waits !== null
    ? { ...waits, asked: false }
    : null

function proposalAfter(turn: Turn, answer: ChatAnswer, proposal: Proposal | null): OpenProposal | null {
  const { outcome, open, requests } = turn
  const made = outcome.done.find(({ result }) => isProposal(result))
  const request = made === undefined ? open?.kept.request : requests[made.call.request]
  if (proposal === null || request === undefined) return unseen(turn)
  const { id, summary } = proposal
  // A yes means it only where the customer has read it, and nothing was asked after it.
  return { id, summary, request, asked: outcome.questions.length === 0 && answer.response.includes(summary) }
}

/** Order numbers that no order has: neither talked about nor part of a proof any more. */
const unknownOrders = ({ outcome }: Turn): ReadonlySet<unknown> =>
  new Set(
    outcome.done.flatMap(({ call, result }) => (result.outcome === 'not_found' ? call.input['order_number'] : [])),
  )

/** The conversation after a turn. `kept`: the question that was open before and stays so, as it was said again. */
export function nextConversation(turn: Turn, answer: ChatAnswer, kept: OpenQuestion | null): Conversation {
  const { before, agent, input, identified, move, confirmed, outcome, requests } = turn
  const start = move.restart ? newConversation : before
  const { question, later } = questionAfter(openQuestion(outcome.questions, requests), kept)
  const stillWaiting = stillWaits(move) ? before.waiting : []
  const cards = answer.tool_results.flatMap(({ data }) => data ?? [])
  const remembered = remember(move.restart ? start : { ...start, focus: focusWith(before, identified) }, {
    exchange: { at: agent.clock.now().toISOString(), message: input.message, messageId: input.messageId, answer },
    cards,
    question,
    requests,
    done: counted(outcome.done),
    repeatable: (tool) => repeatable(agent.gate.tool(tool)),
  })
  const unknown = unknownOrders(turn)
  const { focus } = remembered
  const claim = {
    ...identified.claim,
    numbers: identified.claim.numbers.filter(({ number }) => !unknown.has(number)),
  }
  return {
    ...remembered,
    focus: unknown.has(focus.order) ? { ...focus, order: null } : focus,
    earlier: earlierAfter(start.earlier, cards, confirmed),
    record: move.restart ? null : recordAfter(before.record, answer.tool_results),
    refused: refusedAfter(turn, cards),
    turns: before.turns + 1,
    proposal: proposalAfter(turn, answer, answer.proposal ?? null),
    waiting: [...(move.dropWaiting ? [] : stillWaiting), ...outcome.waiting, ...later],
    proof: input.strong && !move.restart ? identified.proof : null,
    claim: move.restart || !input.strong ? newConversation.claim : claim,
  }
}
