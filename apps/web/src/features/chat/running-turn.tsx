import { Check, LoaderCircle } from 'lucide-react'
import { Button } from '../../components/ui/button.tsx'
import { Notice } from '../../components/ui/notice.tsx'
import { describeError, isUnreachable } from '../../lib/describe-error.ts'
import { Answer } from './answer.tsx'
import { useChat } from './chat-context.ts'
import { AssistantMessage, CustomerMessage } from './exchange-view.tsx'
import type { Activity, Turn } from './turn.ts'

/** A message on its way: what is being done for it, what has come, and how to go on where nothing comes. */
export function RunningTurn({ turn }: { turn: Turn }) {
  return (
    <article className="grid grid-cols-1 gap-4">
      <CustomerMessage message={turn.message} />
      <AssistantMessage>
        <div className="grid grid-cols-1 gap-3">
          {turn.phase === 'running' && <Activities activities={turn.activities} />}
          <Answer text={turn.text} results={turn.results} sources={turn.answer?.sources ?? []} />
          <Unanswered turn={turn} />
        </div>
      </AssistantMessage>
    </article>
  )
}

const Activities = ({ activities }: { activities: readonly Activity[] }) => (
  <ul className="grid gap-1 text-sm text-muted">
    {activities.map(({ tool, title, about, done }, index) => (
      // The same may be looked up twice.
      <li key={`${tool} ${index}`} className="flex items-center gap-2">
        {done ? (
          <Check aria-hidden className="size-4 text-positive" />
        ) : (
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
        )}
        <span>
          {title}
          {about !== null && <span className="font-medium text-ink"> {about}</span>}
        </span>
      </li>
    ))}
    {activities.length === 0 && (
      <li className="flex items-center gap-2">
        <LoaderCircle aria-hidden className="size-4 animate-spin" />
        Thinking
      </li>
    )}
  </ul>
)

function Unanswered({ turn: { phase, failure } }: { turn: Turn }) {
  const chat = useChat()
  if (phase === 'running' || phase === 'done') return null
  const words =
    phase === 'stopped'
      ? 'Stopped. What you asked for may have been done all the same; sent again it is not done twice.'
      : isUnreachable(failure)
        ? "We couldn't be reached, so your message waits here."
        : describeError(failure).detail
  return (
    <Notice tone={phase === 'stopped' ? 'info' : 'caution'} role={phase === 'failed' ? 'alert' : 'status'}>
      <div className="grid gap-2.5">
        {words}
        <div className="flex flex-wrap gap-2">
          <Button size="small" look="primary" onClick={() => void chat.retry()}>
            Send again
          </Button>
          <Button size="small" onClick={chat.edit}>
            Edit
          </Button>
        </div>
      </div>
    </Notice>
  )
}
