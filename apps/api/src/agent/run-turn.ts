import {
  type CallContext,
  type ChatAnswer,
  CodedError,
  type Proposal,
  type ToolResult,
} from '@marketplace-agent/domain'
import type { Agent, TurnInput } from './agent.ts'
import { answerRequests } from './answer-requests.ts'
import type { Caller, GateContext } from './caller.ts'
import { createChannel } from './channel.ts'
import { composeAnswer } from './compose-answer.ts'
import { stillWaits } from './dialogue/move.ts'
import { advance } from './dialogue/advance.ts'
import { type Conversation, newConversation } from './dialogue/conversation.ts'
import { historyOf } from './dialogue/history.ts'
import { understandParts } from './dialogue/understand-parts.ts'
import { heardIn } from './heard-in.ts'
import { identify } from './identify.ts'
import { focusWith, nextConversation } from './next-conversation.ts'
import { notesOf } from './notes-of.ts'
import { openProposal } from './open-proposal.ts'
import type { Call, Done } from './request.ts'
import { subjectOf } from './subject-of.ts'
import type { Turn } from './turn.ts'
import type { TurnEvent } from './turn-event.ts'

type Emit = (event: TurnEvent) => void

/** The tools, as this turn's caller may use them, told as they are used. */
function handsOf({ gate, catalog }: Agent, caller: Caller, context: GateContext, emit: Emit) {
  const told = async (tool: string, about: string | null, work: () => Promise<ToolResult>) => {
    emit({ type: 'tool_started', tool, title: gate.tool(tool).title, about })
    const result = await work()
    emit({ type: 'tool_result', result })
    return result
  }
  return {
    confirm: ({ id, tool }: Proposal) => told(tool, null, () => gate.confirm(id, caller, null, context)),
    call: (calls: readonly Call[]): Promise<Done[]> =>
      Promise.all(
        calls.map(async (call) => ({
          call,
          result: await told(call.tool, subjectOf(call.input, catalog), () =>
            gate.call(call.tool, call.input, caller, context),
          ),
        })),
      ),
  }
}

/** What a message was answered with before; null: it is new. */
const answeredBefore = ({ exchanges }: Conversation, input: TurnInput): ChatAnswer | null =>
  // Who can guess a conversation's id can guess a message's: there the words have to be the same, too.
  exchanges.find(
    ({ messageId, message }) =>
      messageId !== null && messageId === input.messageId && (input.strong || message === input.message),
  )?.answer ?? null

/** Does what a message asks for: hears who writes, moves the dialogue, settles what waits, calls the tools. */
async function actOn(before: Conversation, agent: Agent, input: TurnInput, emit: Emit): Promise<Turn> {
  const { gate } = agent
  const degraded = new Set<string>()
  const context: GateContext = {
    signal: input.signal,
    log: input.log,
    degrade(part) {
      if (!degraded.has(part)) agent.observer.degraded(part)
      degraded.add(part)
    },
  }
  const inner: CallContext = { ...context, deadline: Infinity }
  const understanding = await understandParts(agent.understander, input.message, inner)
  const present = { ...before, proof: input.proof ?? before.proof }
  const from = { conversation: input.strong ? input.sessionId : null, address: input.caller.address }
  const identified = await identify(present, understanding, from, agent.prove, inner)
  const { proof, told, gaveEmail } = identified
  if (present.proof !== null && proof !== null && present.proof.email !== proof.email)
    await gate.drop(input.sessionId, inner)
  const open = await openProposal(before, understanding, gate, input.sessionId, proof, inner)
  const conversation: Conversation = { ...present, proposal: open?.kept ?? null }
  const known = {
    ...conversation,
    proof,
    focus: focusWith(conversation, identified),
    refused: conversation.proof?.email === proof?.email ? conversation.refused : null,
  }
  const move = advance(
    known,
    understanding,
    { proved: told.kind === 'proved', gaveEmail },
    agent.catalog,
    input.message,
  )

  const hands = handsOf(
    agent,
    { ...input.caller, conversation: input.sessionId, proof: identified.proof },
    context,
    emit,
  )
  const confirmed = move.proposal === 'confirm' && open !== null ? await hands.confirm(open.proposal) : null
  if (move.proposal === 'drop') await gate.drop(input.sessionId, inner)
  const waits = stillWaits(move) || move.dropWaiting
  const requests = [...move.requests, ...(waits ? [] : conversation.waiting)]
  const view = {
    requests,
    focus: known.focus,
    catalog: agent.catalog,
    tools: gate.tools,
    proof,
    claim: identified.claim,
    history: historyOf(conversation, input.message),
    record: conversation.record,
    questioned: move.question === 'kept',
    proposed: move.proposal === 'restate',
  }
  const outcome = await answerRequests(view, hands.call)
  return {
    before: conversation,
    agent,
    input,
    understanding,
    identified,
    move,
    open,
    expired: before.proposal !== null && open === null && proof !== null,
    waits: before.proposal,
    confirmed,
    requests,
    outcome,
    degraded,
  }
}

async function answerTurn(
  before: Conversation,
  agent: Agent,
  input: TurnInput,
  emit: Emit,
): Promise<{ state: Conversation; result: ChatAnswer }> {
  const repeated = answeredBefore(before, input)
  if (repeated !== null) return { state: before, result: repeated }
  const turn = await actOn(before, agent, input, emit)
  // What nobody waits for any more is not remembered as said; what was committed is.
  if (input.signal.aborted && turn.confirmed === null) throw new CodedError('aborted', 'The request was given up.')
  const { answer, said } = composeAnswer(turn)
  const next = nextConversation(turn, answer, turn.move.question === 'kept' ? said.question : null)
  const state = { ...next, heard: heardIn(turn, said.silent) }
  for (const note of notesOf(turn, state, agent.understander.read)) agent.keeper.keep(note)
  return { state, result: answer }
}

const untold: Emit = () => {}

/** One turn of a conversation: its answer, or what went wrong. `emit` hears what is done on the way. */
export async function takeTurn(agent: Agent, input: TurnInput, emit: Emit = untold): Promise<ChatAnswer> {
  const started = agent.clock.monotonic()
  const context: CallContext = { signal: input.signal, deadline: Infinity, degrade: () => {}, log: input.log }
  const answer = await agent.sessions.transact(
    input.sessionId,
    (state) => answerTurn(state ?? newConversation, agent, input, emit),
    context,
  )
  agent.observer.turnDone(answer.intent, agent.clock.monotonic() - started)
  return answer
}

/** The same, told as it happens; the last event is `done` with the answer. */
export async function* runTurn(agent: Agent, input: TurnInput): AsyncGenerator<TurnEvent> {
  const channel = createChannel<TurnEvent>()
  takeTurn(agent, input, channel.push).then((answer) => {
    channel.push({ type: 'done', answer })
    channel.end()
  }, channel.fail)
  yield* channel
}
