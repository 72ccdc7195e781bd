import type { Understanding } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import { changesProposal } from './changes-proposal.ts'

/** Most words of what only amends a request ("ok, then just the one that is left"). */
const mostAmendingWords = 10

/** What was refused, as a short message amends it. */
export function refusedAgain(request: Request, understanding: Understanding, message: string): Request | null {
  const [clause] = understanding.clauses
  if (clause === undefined || message.includes('?') || message.split(/\s+/).length > mostAmendingWords) return null
  if (clause.confident && clause.act === 'ask' && clause.intent !== request.intent && !clause.entities.only) return null
  return changesProposal({ request }, understanding, message)
}
