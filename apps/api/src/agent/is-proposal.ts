import type { ToolResult } from '@marketplace-agent/domain'

export const isProposal = ({ outcome, data }: ToolResult) => outcome === 'ok' && data?.kind === 'proposal'
