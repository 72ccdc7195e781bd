import type { CallContext, ConversationView, Proof } from '@marketplace-agent/domain'
import { type Conversation, newConversation } from './dialogue/conversation.ts'
import { summaryOf } from './dialogue/earlier.ts'
import type { Agent } from './agent.ts'

/** A conversation as whoever holds its id may read it; null: there is none, or not any more. */
export async function readConversation(
  agent: Agent,
  sessionId: string,
  context: CallContext,
): Promise<ConversationView | null> {
  const conversation = await agent.sessions.read(sessionId, context)
  if (conversation === null) return null
  return {
    session_id: sessionId,
    turns: conversation.turns,
    exchanges: conversation.exchanges.map(({ at, message, answer }) => ({ at, message, answer })),
    summary: summaryOf(conversation, agent.catalog, agent.format),
    proposal:
      conversation.proof === null ? null : await agent.gate.openProposal(sessionId, conversation.proof, context),
    proof: conversation.proof?.number ?? null,
  }
}

/** Forgets a conversation, with what it proposed. */
export async function deleteConversation(agent: Agent, sessionId: string, context: CallContext): Promise<void> {
  await agent.gate.drop(sessionId, context)
  await agent.sessions.delete(sessionId, context)
}

/** Lets a conversation know what was proved outside of it. */
export const putProof = (agent: Agent, sessionId: string, proof: Proof, context: CallContext): Promise<void> =>
  agent.sessions.transact(
    sessionId,
    async (state) => {
      const before: Conversation = state ?? newConversation
      const order = proof.kind === 'customer' ? proof.number : before.focus.order
      return { state: { ...before, proof, focus: { ...before.focus, order } }, result: undefined }
    },
    context,
  )
