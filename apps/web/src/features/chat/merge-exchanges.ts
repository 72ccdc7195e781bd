import type { ConversationExchange } from '@marketplace-agent/api-client'

/**
 * What is known of a conversation together with what the server still has of it, oldest first. The server keeps the last
 * ones only; what this page has seen before stays. An exchange is known by its instant and message.
 */
export function mergeExchanges(
  known: readonly ConversationExchange[],
  kept: readonly ConversationExchange[],
): readonly ConversationExchange[] {
  const first = kept[0]
  if (first === undefined) return known
  const before = known.filter(({ at }) => Date.parse(at) < Date.parse(first.at))
  return [...before, ...kept]
}
