import type { Problem, Proposal, RefusalCard, ToolResult } from '@marketplace-agent/api-client'
import { needsProof } from '../proof/needs-proof.ts'

/** What has come of asking for a change: nothing is changed by any of these. */
export type Proposing =
  | { step: 'idle' | 'busy' }
  | {
      step: 'proposed'
      proposal: Proposal
      /** It waited before; what was asked for now has to wait for it. */ waiting: boolean
    }
  | { step: 'refused'; card: RefusalCard; message: string }
  | { step: 'unproved'; error: Problem }
  | { step: 'failed'; error: unknown }

interface Asked {
  status: 'idle' | 'pending' | 'success' | 'error'
  data: ToolResult | undefined
  error: Problem | null
}

/** Reads it from the answer, or the problem, of a route that proposes a change. */
export function proposingOf({ status, data, error }: Asked): Proposing {
  if (status === 'idle') return { step: 'idle' }
  if (status === 'pending') return { step: 'busy' }
  if (data?.data?.kind === 'proposal') return { step: 'proposed', proposal: data.data.proposal, waiting: false }
  const result = error?.tool_result
  if (error?.status === 409 && result?.data?.kind === 'proposal') {
    return { step: 'proposed', proposal: result.data.proposal, waiting: true }
  }
  if (result?.data?.kind === 'refusal') return { step: 'refused', card: result.data, message: result.message }
  if (error !== null && needsProof(error) !== null) return { step: 'unproved', error }
  return { step: 'failed', error: error ?? new Error(data?.message ?? 'There is no proposal in the answer.') }
}
