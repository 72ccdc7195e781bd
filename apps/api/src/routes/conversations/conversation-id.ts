import { CodedError, sessionIdPattern } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import type { Services } from '../../services.ts'

export const ConversationParams = Type.Object({
  id: Type.String({
    pattern: sessionIdPattern,
    description: "The conversation's session_id.",
    examples: ['s_p3Vn0s5mQnS5tq3u7t2c0Ap3Vn0s5mQn'],
  }),
})

/** Throws CodedError `not_found`: for an id that can be guessed as for one that nobody has. */
export const noConversation = () =>
  new CodedError(
    'not_found',
    'There is no such conversation. Only conversations whose id the server made, or that is a version 4 UUID, have a history, for an hour after their last message.',
  )

/** Lets only ids through that nobody can guess. */
export function ownId(id: string, { identity }: Services): string {
  if (!identity.sessionIds.strong(id)) throw noConversation()
  return id
}
