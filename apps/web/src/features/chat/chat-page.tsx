import { usePageMeta } from '../../lib/page-meta.ts'
import { Conversation } from './conversation.tsx'

/** The conversation as a page. */
export function ChatPage() {
  usePageMeta({ title: 'Chat' })
  return (
    <div className="mx-auto h-[calc(100dvh-var(--spacing-header)-var(--spacing-bar)-env(safe-area-inset-bottom))] max-w-3xl print:h-auto! lg:h-[calc(100dvh-var(--spacing-header))] lg:border-x lg:border-line lg:bg-surface">
      <Conversation page />
    </div>
  )
}
