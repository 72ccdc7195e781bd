import type { ChatAnswer } from '@marketplace-agent/domain'
import type { Understanding } from '@marketplace-agent/intent'
import { ground } from './ground.ts'
import { isProposal } from './is-proposal.ts'
import { type Reply, composeReply } from './reply.ts'
import type { Request } from './request.ts'
import { type Said, sayAround } from './say-around.ts'
import { smallTalk } from './small-talk.ts'
import type { Turn } from './turn.ts'

/**
 * The intents of the turn: those understood, unless what is named, or what was open, settled a request otherwise; then
 * the first such request leads.
 */
function intentsOf(
  { intent, intents }: Understanding,
  asked: readonly Pick<Request, 'intent'>[],
): Pick<ChatAnswer, 'intent' | 'intents'> {
  const [first] = asked
  if (first === undefined || asked.some((request) => request.intent === intent))
    return { intent, intents: [...intents] }
  const rest = intents.filter((each) => each.intent !== first.intent)
  return {
    intent: first.intent,
    intents: [{ intent: first.intent, score: 1 }, ...rest.map((each) => ({ ...each, score: 0 }))],
  }
}

/** How many messages back something counts as just said. */
const lately = 3

/** The reply without the figures that nothing shows. */
function grounded(turn: Turn, reply: Reply, said: Said): string {
  const { before, agent, input, identified, outcome } = turn
  const evidence = [
    input.message,
    ...outcome.done.map(({ call }) => JSON.stringify(call.input)),
    ...outcome.questions.flatMap(({ suggestions }) => suggestions),
    ...outcome.done.flatMap(({ call, result }) => (call.role === 'lookup' ? JSON.stringify(result.data) : [])),
    ...said.evidence,
    ...[before.focus.order, identified.proof?.number].flatMap((number) => number ?? []),
    ...identified.claim.numbers.map(({ number }) => number),
  ]
  const { text, unknown } = ground(reply.response, reply.results, evidence, agent.format, agent.ownFigures)
  if (unknown.length > 0) {
    agent.observer.ungrounded(unknown.length)
    input.log.warn({ figures: unknown.length }, 'figures without evidence were left out of a reply')
  }
  // Never nothing: where every sentence had a figure that nothing shows, it is asked again.
  return text === '' ? (smallTalk(agent.templates, 'unsure', before.turns, {}) ?? reply.response) : text
}

/** What is said of a turn, and what was said around the answers. */
export function composeAnswer(turn: Turn): { readonly answer: ChatAnswer; readonly said: Said } {
  const { before, agent, input, understanding, move, open, confirmed, outcome, requests } = turn
  const said = sayAround({
    ...turn,
    contact: agent.gate.kit.contact,
    titleOf: (task) => agent.gate.tools.find((tool) => tool.tasks.includes(task))?.title ?? task,
  })
  const reply = composeReply({
    understanding,
    requests,
    silent: new Set([...outcome.taken, ...said.silent]),
    done: outcome.done,
    // While no tries are taken, a proof isn't asked for.
    questions: outcome.questions.filter(({ field }) => field !== 'proof' || turn.identified.told.kind !== 'closed'),
    lead: said.lead,
    tail: said.tail,
    restated: move.proposal === 'restate' && outcome.questions.length === 0,
    confirmed,
    turn: before.turns,
    waited: before.question?.tool ?? null,
    messages: [input.message, ...before.exchanges.slice(-lately).map(({ message }) => message)],
    gate: agent.gate,
    templates: agent.templates,
    greeting: agent.greeting,
  })
  const made = outcome.done.find(({ result }) => isProposal(result))?.result.data
  const kept = move.proposal === 'restate' ? (open?.proposal ?? null) : null
  const proposal = made?.kind === 'proposal' ? made.proposal : kept
  const asked = move.proposal === 'confirm' && open !== null ? [open.kept.request, ...requests] : requests
  const answer: ChatAnswer = {
    response: grounded(turn, reply, said),
    session_id: input.sessionId,
    ...intentsOf(understanding, asked),
    sources: [...reply.sources],
    tool_results: [...reply.results],
    ...(proposal !== null && { proposal }),
    suggestions: [...reply.suggestions],
    degraded: [...turn.degraded],
  }
  return { answer, said }
}
