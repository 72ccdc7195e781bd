import { type CallContext, type ChatAnswer, CodedError, type ToolResult } from '@marketplace-agent/domain'
import { newConversation } from './dialogue/conversation.ts'
import { remember } from './dialogue/remember.ts'
import { gateWords } from './gate.en.ts'
import type { Caller, GateContext } from './caller.ts'
import { turnWords } from './reply.en.ts'
import type { Agent } from './agent.ts'

export interface Settlement {
  readonly proposal: string
  readonly decision: 'confirm' | 'drop'
  readonly idempotencyKey: string | null
  readonly caller: Caller
}

/**
 * The yes or no of a button: what "yes" and "no" do in chat, in the conversation's turn, and remembered there.
 * Throws CodedError `conflict` for an idempotency key that was used for another proposal.
 */
export async function settleProposal(agent: Agent, settlement: Settlement, context: GateContext): Promise<ToolResult> {
  const { gate } = agent
  const { proposal, decision, caller, idempotencyKey } = settlement
  const { conversation } = caller
  const settle = () =>
    decision === 'confirm'
      ? gate.confirm(proposal, caller, idempotencyKey, context)
      : drop(agent, proposal, caller, context)
  if (conversation === null) return settle()
  const call: CallContext = { ...context, deadline: Infinity }
  return agent.sessions.transact(
    conversation,
    async (state) => {
      const before = state ?? newConversation
      const result = await settle()
      const known = before.exchanges.some(
        ({ answer }) => JSON.stringify(answer.tool_results) === JSON.stringify([result]),
      )
      if (result.outcome === 'not_found' || known) return { state: before, result }
      const { intent } = gate.tool(result.tool)
      const answer: ChatAnswer = {
        response: result.message,
        session_id: conversation,
        intent,
        intents: [{ intent, score: 1 }],
        sources: [],
        tool_results: [result],
        suggestions: [],
        degraded: [],
      }
      const exchange = { at: agent.clock.now().toISOString(), message: '', messageId: null, answer }
      const next = remember(before, {
        exchange,
        cards: result.data === null ? [] : [result.data],
        question: before.question,
        requests: [],
        done: [],
      })
      return { state: { ...next, proposal: null }, result }
    },
    call,
  )
}

async function drop({ gate }: Agent, id: string, caller: Caller, context: GateContext): Promise<ToolResult> {
  const call: CallContext = { ...context, deadline: Infinity }
  const { conversation } = caller
  // The proof is the customer's: nobody else drops what they were asked.
  if (caller.proof === null) throw new CodedError('refused', gateWords.unproved)
  const open = conversation === null ? null : await gate.openProposal(conversation, caller.proof, call)
  if (conversation === null || open === null || open.id !== id)
    return { tool: 'proposal', outcome: 'not_found', data: null, message: gateWords.nothingWaits }
  await gate.drop(conversation, call)
  return { tool: open.tool, outcome: 'ok', data: { kind: 'proposal', proposal: open }, message: turnWords.dropped }
}
