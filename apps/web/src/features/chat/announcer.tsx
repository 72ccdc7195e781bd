import { useMemo } from 'react'
import { plainText } from '../../components/markdown/plain-text.ts'
import { useChatState } from './chat-context.ts'

/** Says to who can't see it what is being done and, once it is whole, what was answered. */
export function Announcer() {
  const { turn, exchanges } = useChatState()
  const latest = exchanges.at(-1)
  const activity = turn?.activities.findLast(({ done }) => !done)
  const answer = turn === null ? latest?.answer : turn.answer
  const answered = useMemo(() => plainText(answer?.response ?? ''), [answer])
  const words =
    turn?.phase === 'running'
      ? activity === undefined
        ? ''
        : [activity.title, activity.about].filter((each) => each !== null).join(' ')
      : answered
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {words}
    </p>
  )
}
