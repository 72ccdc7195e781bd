import { useChat } from './chat-context.ts'

/** What one might say next, to be said by a press. */
export function Suggestions({ suggestions, label }: { suggestions: readonly string[]; label: string }) {
  const chat = useChat()
  if (suggestions.length === 0) return null
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {suggestions.map((suggestion) => (
        <li key={suggestion}>
          <button
            type="button"
            onClick={() => void chat.send(suggestion)}
            className="min-h-10 rounded-xl border border-accent/50 bg-surface px-3.5 py-1.5 text-left text-sm font-medium text-accent-strong transition-colors hover:border-accent hover:bg-accent-soft"
          >
            {suggestion}
          </button>
        </li>
      ))}
    </ul>
  )
}
