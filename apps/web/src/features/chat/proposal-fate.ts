import type { ConversationExchange, Proposal } from '@marketplace-agent/api-client'
import type { ProposalFate } from '../../components/proposal/proposal-card.tsx'
import { settledBy } from '../../components/proposal/settlement.ts'

/**
 * How a proposal of the exchange at a position ended, read from what came after it. It is open while the server says so; asked
 * once more, it stands open, and is settled, further down.
 */
export function proposalFate(
  proposal: Proposal,
  position: number,
  exchanges: readonly ConversationExchange[],
  open: Proposal | null,
): ProposalFate {
  const later = exchanges.slice(position + 1)
  if (open?.id !== proposal.id) return settledBy(proposal, later).fate
  return later.some(({ answer }) => answer.proposal?.id === proposal.id) ? 'closed' : 'open'
}
