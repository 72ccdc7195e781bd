import { ArrowUp, Square } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useIsOnline } from '../../lib/online.ts'
import { useChat, useChatState } from './chat-context.ts'
import { composerId, useComposerFocus } from './use-composer-focus.ts'

/** The longest message that the API takes. */
export const longest = 1000

/** Where one writes: Enter sends, Shift and Enter begins a new line. Offline, what is written stays. */
export function Composer({ page }: { page: boolean }) {
  const chat = useChat()
  const { draft, turn } = useChatState()
  const online = useIsOnline()
  const running = turn?.phase === 'running'
  const input = useRef<HTMLTextAreaElement>(null)

  useComposerFocus(input, { page, phase: turn?.phase })

  function send() {
    if (online) void chat.sendDraft()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  return (
    <form
      className="border-t border-line px-4 py-3 print:hidden"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {!online && (
        <p role="status" className="pb-2 text-sm text-caution">
          You are offline. Your message stays here until you are back.
        </p>
      )}
      <div className="flex items-end gap-2 rounded-xl border border-line-strong bg-surface p-1.5 pl-3.5 focus-within:border-accent focus-within:outline-1 focus-within:outline-accent">
        <textarea
          ref={input}
          id={composerId}
          rows={1}
          aria-label="Your message"
          placeholder="Write a message…"
          value={draft}
          maxLength={longest}
          onChange={(event) => chat.setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-40 min-w-0 grow resize-none self-center bg-transparent py-1.5 outline-none"
        />
        {running ? (
          <button
            type="button"
            aria-label="Stop"
            title="Stop"
            onClick={chat.stop}
            className="flex size-11 shrink-0 items-center justify-center rounded-lg border border-line-strong text-ink hover:bg-sunken"
          >
            <Square aria-hidden className="size-4 fill-current" />
          </button>
        ) : (
          <button
            type="submit"
            aria-label="Send"
            title="Send"
            disabled={!online || draft.trim() === ''}
            className="flex size-11 shrink-0 items-center justify-center rounded-lg bg-accent text-on-accent hover:bg-accent-strong disabled:opacity-45"
          >
            <ArrowUp aria-hidden className="size-5" />
          </button>
        )}
      </div>
    </form>
  )
}
