import { createContext, use, useSyncExternalStore } from 'react'
import type { Chat, ChatState } from './chat-store.ts'

export const ChatContext = createContext<Chat | null>(null)

export function useChat(): Chat {
  const chat = use(ChatContext)
  if (chat === null) throw new Error('There is no chat around this component.')
  return chat
}

export function useChatState(): ChatState {
  const chat = useChat()
  return useSyncExternalStore(chat.subscribe, chat.get)
}
