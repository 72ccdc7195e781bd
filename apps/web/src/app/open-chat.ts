import { deleteConversation, getConversation } from '@marketplace-agent/api-client'
import { createChat, type Chat } from '../features/chat/chat-store.ts'
import { streamTurn } from '../features/chat/stream-turn.ts'
import { conversationChanges } from '../lib/conversation-changes.ts'
import type { Identity } from '../lib/identity/identity.ts'
import { randomId } from '../lib/random-id.ts'

/** The chat over the generated client; a tab that is looked at again shows what was added in another. */
export function openChat(identity: Identity): Chat {
  const chat = createChat({
    identity,
    changes: conversationChanges,
    stream: streamTurn,
    read: async (id) => (await getConversation({ path: { id }, throwOnError: true })).data,
    forget: async (id) => {
      await deleteConversation({ path: { id }, throwOnError: true })
    },
    makeId: randomId,
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void chat.refresh()
  })
  return chat
}
