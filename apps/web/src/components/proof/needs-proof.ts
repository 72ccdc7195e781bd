import { problemOf } from '../../lib/describe-error.ts'

/**
 * Whether a question or change failed for want of proof. `other`: something was proved, but not for this; the shop doesn't
 * say whether there is such a thing.
 */
export function needsProof(error: unknown): 'proof' | 'other' | null {
  const problem = problemOf(error)
  if (problem?.status === 401) return 'proof'
  const refusedByRule = problem?.tool_result?.data?.kind === 'refusal'
  return problem?.status === 403 && problem.tool_result?.outcome === 'refused' && !refusedByRule ? 'other' : null
}
