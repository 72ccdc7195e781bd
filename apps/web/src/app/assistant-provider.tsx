import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { useChat } from '../features/chat/chat-context.ts'
import { composerId } from '../features/chat/use-composer-focus.ts'
import { type Assistant, AssistantContext } from '../lib/assistant.ts'
import { readStored, writeStored } from '../lib/stored-value.ts'
import { useIsWide } from '../lib/use-media-query.ts'

const key = 'assistant'

/** Whether the assistant stands beside the shop, which is remembered, and how a page asks it something. */
export function AssistantProvider({ children }: { children: ReactNode }) {
  const wide = useIsWide()
  const navigate = useNavigate()
  const chat = useChat()
  const [isOpen, setIsOpen] = useState(() => readStored(key) === 'open')
  const assistant = useMemo((): Assistant => {
    const show = (opened: boolean) => {
      writeStored(key, opened ? 'open' : null)
      setIsOpen(opened)
    }
    const open = () => (wide ? show(true) : void navigate({ to: '/chat' }))
    return {
      isOpen,
      open,
      close: () => show(false),
      ask: (text, { send = false } = {}) => {
        open()
        // While an answer is coming the words wait where one writes.
        if (send && chat.get().turn?.phase !== 'running') return void chat.send(text)
        chat.setDraft(text)
        document.getElementById(composerId)?.focus()
      },
    }
  }, [wide, navigate, chat, isOpen])
  return <AssistantContext value={assistant}>{children}</AssistantContext>
}
