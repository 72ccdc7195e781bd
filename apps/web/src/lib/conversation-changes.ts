/** Tells that the conversation has gone on (a message was answered, a proposal settled, it was started over), here and in other tabs. */
export interface ConversationChanges {
  announce: () => void
  /** Hears of changes made elsewhere: in another tab, or by another part of this page. */
  listen: (listener: () => void) => () => void
}

const channelName = 'conversation'

export function openConversationChanges(): ConversationChanges {
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', tell)
  return {
    announce() {
      tell()
      channel.postMessage(null)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The page's own. */
export const conversationChanges = openConversationChanges()
