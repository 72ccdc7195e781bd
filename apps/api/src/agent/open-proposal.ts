import type { CallContext, Proof, Proposal } from '@marketplace-agent/domain'
import type { Understanding } from '@marketplace-agent/intent'
import type { Conversation, OpenProposal } from './dialogue/conversation.ts'
import type { Gate } from './gate.ts'

/** A proposal that waits for its yes, as the conversation and as the gate have it. */
export interface Waiting {
  readonly kept: OpenProposal
  readonly proposal: Proposal
}

/**
 * The proposal that waits for a customer's yes; a form may have made one, and time may have ended one. Whoever hasn't
 * proved who they are sees none.
 */
export async function openProposal(
  conversation: Conversation,
  { clauses: [clause] }: Understanding,
  gate: Gate,
  sessionId: string,
  proof: Proof | null,
  context: CallContext,
): Promise<Waiting | null> {
  const proposal = proof === null ? null : await gate.openProposal(sessionId, proof, context)
  if (proposal === null) return null
  const { id, tool, summary } = proposal
  if (conversation.proposal?.id === id) return { kept: conversation.proposal, proposal }
  if (clause === undefined) return null
  const settled = { task: tool, intent: gate.tool(tool).intent }
  const request = { clause: { ...clause, ...settled }, ...settled, confident: true }
  return { kept: { id, summary, request, asked: false }, proposal }
}
