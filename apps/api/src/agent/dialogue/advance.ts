import type { Catalog } from '@marketplace-agent/catalog'
import type { Understanding } from '@marketplace-agent/intent'
import { aboutVerdict } from './about-verdict.ts'
import type { Conversation } from './conversation.ts'
import { goesBack } from './declined.en.ts'
import type { Move, ProofMove } from './move.ts'
import { refusedAgain } from './refused-again.ts'
import { requestsOf, taken } from './requests-of.ts'
import { withProposal } from './with-proposal.ts'
import { withQuestion } from './with-question.ts'

/**
 * Moves the dialogue by one message, purely: what is asked for, and what becomes of what was open. An answer to an open
 * question goes on with what was asked for then; a yes, a no or a change settles a proposal; anything else is a
 * digression that both survive. Small talk beside a request is passed over.
 */
export function advance(
  conversation: Conversation,
  understanding: Understanding,
  proof: ProofMove,
  catalog: Catalog,
  message: string,
): Move {
  const { proposal, question, refused } = conversation
  const restarts = understanding.clauses.some(({ task, confident }) => task === 'start_over' && confident)
  if (restarts && !goesBack(message))
    return {
      requests: [],
      proposal: proposal === null ? null : 'drop',
      question: 'dropped',
      restart: true,
      dropWaiting: true,
    }
  // A question that was asked since the proposal was last put is what is answered.
  const answered =
    proposal === null || question === null || proposal.asked || understanding.answer !== null
      ? null
      : withQuestion(question, conversation, understanding, proof, catalog, message)
  if (answered?.question === 'settled') return { ...answered, proposal: 'restate' }
  if (proposal !== null) return withProposal(proposal, conversation, understanding, catalog, message)
  if (question !== null) return withQuestion(question, conversation, understanding, proof, catalog, message)
  const verdict = aboutVerdict(conversation, understanding, message)
  if (verdict !== null)
    return { requests: [verdict], proposal: null, question: null, restart: false, dropWaiting: false }
  const amended = refused?.fresh === true ? refusedAgain(refused.request, understanding, message) : null
  const requests =
    amended === null ? taken(requestsOf(understanding.clauses, conversation, catalog, message)) : [amended]
  return { requests, proposal: null, question: null, restart: false, dropWaiting: false }
}
