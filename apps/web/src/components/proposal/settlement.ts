import type { ConversationExchange, ConversationView, Proposal, ToolResult } from '@marketplace-agent/api-client'
import type { ProposalFate } from './proposal-card.tsx'

export interface Settlement {
  fate: ProposalFate
  /** What came of it, where it was confirmed. */
  result: ToolResult | null
}

const closed: Settlement = { fate: 'closed', result: null }
const dropped: Settlement = { fate: 'dropped', result: null }

/**
 * How a proposal that waits no more was settled, by the exchanges since it was made. Each answer names the proposal that waits
 * after it; the first one that doesn't name this one has settled it. A result of its tool there says that it was done. It was
 * dropped where it comes back, or where nothing is said of its tool while there was time for a yes.
 */
export function settledBy(proposal: Proposal, since: readonly ConversationExchange[]): Settlement {
  const settling = since.find(({ answer }) => answer.proposal?.id !== proposal.id)
  if (settling === undefined) return closed
  const { at, answer } = settling
  const results = answer.tool_results.filter(({ tool }) => tool === proposal.tool)
  const done = results.find(({ outcome, data }) => outcome === 'ok' && data?.kind !== 'proposal')
  if (done !== undefined) return { fate: 'confirmed', result: done }
  if (results.some(({ data }) => data?.kind === 'proposal' && data.proposal.id === proposal.id)) return dropped
  const said = results.length === 0 && answer.proposal === undefined
  return said && Date.parse(at) < Date.parse(proposal.expires) ? dropped : closed
}

/**
 * How a proposal stands by the conversation that it belongs to, wherever it was settled: by a button here, a "yes" in the
 * chat, or in another tab. `since` is when the conversation's last exchange was made while it was still open ('' for none).
 */
export function settlementOf(
  proposal: Proposal,
  { proposal: open, exchanges }: ConversationView,
  since: string,
): Settlement {
  if (open?.id === proposal.id) return { fate: 'open', result: null }
  return settledBy(
    proposal,
    exchanges.filter(({ at }) => at > since),
  )
}
