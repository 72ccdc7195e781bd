import { MessageCircle } from 'lucide-react'
import { useAssistant } from '../../lib/assistant.ts'

/** Questions that the assistant is asked by a press. */
export function AskExamples({ questions, label }: { questions: readonly string[]; label: string }) {
  const { ask } = useAssistant()
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {questions.map((question) => (
        <li key={question}>
          <button
            type="button"
            onClick={() => ask(question, { send: true })}
            className="inline-flex min-h-11 items-center gap-2 rounded-xl border border-accent/50 bg-surface px-3.5 py-2 text-left text-sm font-medium text-accent-strong transition-colors hover:border-accent hover:bg-accent-soft"
          >
            <MessageCircle aria-hidden className="size-4 shrink-0" />
            {question}
          </button>
        </li>
      ))}
    </ul>
  )
}
