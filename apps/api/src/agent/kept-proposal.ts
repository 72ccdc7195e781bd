import type { Proposal, ToolResult } from '@marketplace-agent/domain'

/** How long a proposal can be confirmed. */
export const proposalMinutes = 10

/** The last proposal of a conversation. Plain data. */
export interface KeptProposal {
  readonly state: 'open' | 'dropped' | 'committed'
  readonly tool: string
  readonly input: unknown
  readonly proposal: Proposal
  readonly answer: ToolResult | null
}

/** How proposals are kept: neither a look at one nor its being asked for again makes it last longer. */
export const proposalKeeping = {
  minutes: proposalMinutes,
  renews: (before: KeptProposal, after: KeptProposal) => before.proposal.id !== after.proposal.id,
}

/** What a confirmation leaves: what was refused is over, what failed or lacks the proof may be tried again. */
export function keptAfter(kept: KeptProposal, answer: ToolResult): KeptProposal {
  if (answer.outcome === 'ok') return { ...kept, state: 'committed', answer }
  return answer.outcome === 'failed' || answer.outcome === 'needs_input' ? kept : { ...kept, state: 'dropped', answer }
}
