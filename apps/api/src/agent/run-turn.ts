import {
  type CallContext,
  type ChatAnswer,
  type Clock,
  CodedError,
  type Format,
  type Log,
} from '@marketplace-agent/domain'
import type { Catalog } from '@marketplace-agent/catalog'
import type { Understander, Understanding } from '@marketplace-agent/intent'
import type { SessionStore } from '@marketplace-agent/session'
import { createChannel } from './channel.ts'
import { type DecideView, decideByRules, planRequests } from './decide.ts'
import { advance } from './dialogue/advance.ts'
import { type Conversation, type OpenQuestion, newConversation } from './dialogue/conversation.ts'
import { remember } from './dialogue/remember.ts'
import type { Caller, Gate } from './gate.ts'
import { ground } from './ground.ts'
import { composeReply } from './reply.ts'
import type { Call, Decision, Done, Question, Request } from './request.ts'
import type { SmallTalk } from './small-talk.ts'
import type { TurnEvent } from './turn-event.ts'

/** What a turn is made with. */
export interface Agent {
  readonly understander: Understander
  readonly sessions: SessionStore<Conversation>
  readonly gate: Gate
  readonly catalog: Catalog
  readonly format: Format
  readonly clock: Clock
  readonly templates: SmallTalk
  readonly greeting: string
  /** Names of the shop's own that may hold figures: its name, categories, specs, contact. */
  readonly vocabulary: readonly string[]
  readonly observer: TurnObserver
}

export interface TurnObserver {
  turnDone(intent: ChatAnswer['intent'], milliseconds: number): void
  degraded(part: string): void
  ungrounded(figures: number): void
}

export interface TurnInput {
  readonly message: string
  readonly sessionId: string
  readonly caller: Caller
  readonly signal: AbortSignal
  readonly log: Log
}

/** More rounds of calls than this is a fault of the decider. */
const mostRounds = 4

type Emit = (event: TurnEvent) => void
type TurnContext = Omit<CallContext, 'deadline'>

async function callAll(
  calls: readonly Call[],
  agent: Agent,
  input: TurnInput,
  context: TurnContext,
  emit: Emit,
): Promise<Done[]> {
  return Promise.all(
    calls.map(async (call) => {
      emit({ type: 'tool_started', tool: call.tool, title: agent.gate.tool(call.tool).title })
      const result = await agent.gate.call(call.tool, call.input, input.caller, context)
      emit({ type: 'tool_result', result })
      return { call, result }
    }),
  )
}

/** Decides and calls until there is nothing left to call. */
async function loop(
  view: Omit<DecideView, 'done'>,
  call: (calls: readonly Call[]) => Promise<Done[]>,
): Promise<{ done: readonly Done[]; questions: readonly Question[]; asked: ReadonlySet<number> }> {
  const plans = planRequests(view)
  const asked = new Set(
    plans.flatMap(({ calls }, index) => (calls.some(({ role }) => role === 'answer') ? [index] : [])),
  )
  const done: Done[] = []
  for (let round = 0; round < mostRounds; round++) {
    const decision: Decision = decideByRules(plans, { ...view, done })
    if (decision.kind === 'answer') return { done, questions: decision.questions, asked }
    done.push(...(await call(decision.calls)))
  }
  throw new CodedError('internal', `The decider was not done after ${mostRounds} rounds.`)
}

function openQuestion(questions: readonly Question[], requests: readonly Request[]): OpenQuestion | null {
  const last = questions.at(-1)
  const request = last === undefined ? undefined : requests[last.request]
  if (last === undefined || request === undefined) return null
  return { tool: last.tool, field: last.field, task: request.task, intent: request.intent }
}

/**
 * The intents of the turn: those understood, unless what is named or an open question settled a request otherwise;
 * then the first such request leads.
 */
function intentsOf(
  { intent, intents }: Understanding,
  requests: readonly Request[],
): Pick<ChatAnswer, 'intent' | 'intents'> {
  const [first] = requests
  if (first === undefined || requests.some((request) => request.intent === intent))
    return { intent, intents: [...intents] }
  const rest = intents.filter((each) => each.intent !== first.intent)
  return {
    intent: first.intent,
    intents: [{ intent: first.intent, score: 1 }, ...rest.map((each) => ({ ...each, score: 0 }))],
  }
}

async function answerTurn(
  conversation: Conversation,
  agent: Agent,
  input: TurnInput,
  emit: Emit,
): Promise<{ state: Conversation; result: ChatAnswer }> {
  const degraded = new Set<string>()
  const context: TurnContext = {
    signal: input.signal,
    log: input.log,
    degrade(part) {
      if (!degraded.has(part)) agent.observer.degraded(part)
      degraded.add(part)
    },
  }
  const understanding = agent.understander.understand(input.message)
  const requests = advance(conversation, understanding)
  const { done, questions, asked } = await loop(
    { requests, focus: conversation.focus, catalog: agent.catalog, tools: agent.gate.tools },
    (calls) => callAll(calls, agent, input, context, emit),
  )
  // What nobody waits for any more is not remembered as said.
  if (input.signal.aborted) throw new CodedError('aborted', 'The request was given up.')
  const reply = composeReply({
    understanding,
    requests,
    done,
    questions,
    asked,
    turn: conversation.turns,
    gate: agent.gate,
    templates: agent.templates,
    greeting: agent.greeting,
  })
  const said = [
    input.message,
    ...agent.vocabulary,
    ...done.map(({ call }) => JSON.stringify(call.input)),
    ...questions.flatMap(({ suggestions }) => suggestions),
  ]
  const { text, unknown } = ground(reply.response, reply.results, said, agent.format)
  if (unknown.length > 0) {
    agent.observer.ungrounded(unknown.length)
    input.log.warn({ figures: unknown.length }, 'figures without evidence were left out of a reply')
  }
  const { intent, intents } = intentsOf(understanding, requests)
  const exchange = { at: agent.clock.now().toISOString(), message: input.message, response: text, intent }
  const cards = reply.results.flatMap(({ data }) => data ?? [])
  return {
    state: remember(conversation, { exchange, cards, question: openQuestion(questions, requests) }),
    result: {
      response: text,
      session_id: input.sessionId,
      intent,
      intents,
      sources: [...reply.sources],
      tool_results: [...reply.results],
      suggestions: [...reply.suggestions],
      degraded: [...degraded],
    },
  }
}

/** One turn of a conversation, told as it happens; the last event is `done` with the answer. */
export async function* runTurn(agent: Agent, input: TurnInput): AsyncGenerator<TurnEvent> {
  const started = agent.clock.monotonic()
  const channel = createChannel<TurnEvent>()
  const context: CallContext = { signal: input.signal, deadline: Infinity, degrade: () => {}, log: input.log }
  agent.sessions
    .transact(input.sessionId, (state) => answerTurn(state ?? newConversation, agent, input, channel.push), context)
    .then((answer) => {
      agent.observer.turnDone(answer.intent, agent.clock.monotonic() - started)
      channel.push({ type: 'done', answer })
      channel.end()
    })
    .catch(channel.fail)
  yield* channel
}
