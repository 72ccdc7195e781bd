import { RotateCcw } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { IconButton } from '../../components/ui/icon-button.tsx'
import { SkeletonLines } from '../../components/ui/skeleton.tsx'
import { useChat, useChatState } from './chat-context.ts'
import { Announcer } from './announcer.tsx'
import { Composer } from './composer.tsx'
import { Log } from './log.tsx'
import { RestartDialog } from './restart-dialog.tsx'
import { Welcome } from './welcome.tsx'

interface ConversationProps {
  /** Buttons of whoever shows it. */
  actions?: ReactNode
  /** It is the page's content, not beside it. */
  page?: boolean
}

/** The conversation: what was said, what is being said, and where one writes. */
export function Conversation({ actions, page = false }: ConversationProps) {
  const { exchanges, turn, phase } = useChatState()
  const chat = useChat()
  const [restarting, setRestarting] = useState(false)
  const Heading = page ? 'h1' : 'h2'
  const begun = exchanges.length > 0 || turn !== null
  return (
    <section aria-label="Conversation" className="flex h-full flex-col">
      <header className="flex min-h-14 items-center gap-1 border-b border-line pr-2 pl-4">
        <Heading className="grow text-lg font-bold">Ask us</Heading>
        {begun && (
          <IconButton label="Start over" icon={<RotateCcw aria-hidden />} onClick={() => setRestarting(true)} />
        )}
        {actions}
      </header>
      {phase === 'loading' && !begun ? (
        <div className="grow p-5">
          <SkeletonLines lines={4} />
        </div>
      ) : phase === 'unread' && !begun ? (
        <div className="grow p-5">
          <ErrorPanel error={new TypeError('unreachable')} onRetry={() => void chat.refresh()} />
        </div>
      ) : begun ? (
        <Log />
      ) : (
        <Welcome />
      )}
      <Composer page={page} />
      <Announcer />
      <RestartDialog open={restarting} onOpenChange={setRestarting} />
    </section>
  )
}
