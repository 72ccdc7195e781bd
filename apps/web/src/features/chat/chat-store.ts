import type { ChatRequest, ConversationExchange, ConversationView, Proposal } from '@marketplace-agent/api-client'
import type { ConversationChanges } from '../../lib/conversation-changes.ts'
import { problemOf } from '../../lib/describe-error.ts'
import type { Identity } from '../../lib/identity/identity.ts'
import { mergeExchanges } from './merge-exchanges.ts'
import type { TurnEvent } from './turn-event.ts'
import { advanceTurn, newTurn, type Turn } from './turn.ts'

export interface ChatState {
  /** `loading`: a conversation from before is being fetched. `unread`: it could not be. */
  readonly phase: 'loading' | 'ready' | 'unread'
  /** Oldest first. */
  readonly exchanges: readonly ConversationExchange[]
  /** What was talked about before those. */
  readonly summary: string
  /** The message that is being answered, or whose answer didn't come. */
  readonly turn: Turn | null
  /** The proposal that waits for a yes or no. */
  readonly proposal: Proposal | null
  /** What is written and not sent. */
  readonly draft: string
  /** The conversation was forgotten by the server; the next message begins another one. */
  readonly ended: boolean
}

export interface ChatOptions {
  readonly identity: Identity
  readonly changes: ConversationChanges
  readonly stream: (body: ChatRequest, signal: AbortSignal) => AsyncIterable<TurnEvent>
  /** Throws the problem; 404 where there is no such conversation (any more). */
  readonly read: (sessionId: string) => Promise<ConversationView>
  readonly forget: (sessionId: string) => Promise<void>
  /** A name nobody else has, for a message. */
  readonly makeId: () => string
}

const empty: ChatState = {
  phase: 'ready',
  exchanges: [],
  summary: '',
  turn: null,
  proposal: null,
  draft: '',
  ended: false,
}

/** The one conversation of this browser, as the page and the panel show it. */
export function createChat({ identity, changes, stream, read, forget, makeId }: ChatOptions) {
  let state = empty
  let shown = identity.get().sessionId
  let running: AbortController | null = null
  let announcing = false
  let reads = 0
  const listeners = new Set<() => void>()

  function set(next: Partial<ChatState>) {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  function announce() {
    announcing = true
    changes.announce()
    announcing = false
  }

  /** Takes what the server has; a message that turns out to have been answered waits no more. */
  function take(view: ConversationView) {
    const known = new Set(state.exchanges.map(({ at }) => at))
    const exchanges = mergeExchanges(state.exchanges, view.exchanges)
    const { turn } = state
    const answered =
      turn !== null &&
      turn.phase !== 'running' &&
      exchanges.some((each) => !known.has(each.at) && each.message === turn.message)
    set({
      phase: 'ready',
      exchanges,
      summary: known.size > 0 ? state.summary : view.summary,
      proposal: view.proposal,
      ended: false,
      ...(answered && { turn: null }),
    })
  }

  async function refresh() {
    const sessionId = shown
    if (sessionId === null) return
    const { proof } = identity.get()
    const mine = ++reads
    /** Neither another conversation nor a later read has taken its place. */
    const holds = () => shown === sessionId && mine === reads
    try {
      const view = await read(sessionId)
      if (!holds()) return
      take(view)
      // What was proved on a page meanwhile is newer than what was read.
      if (identity.get().proof === proof) identity.adopt(sessionId, view.proof)
    } catch (error) {
      if (!holds()) return
      if (problemOf(error)?.status !== 404) return set(state.phase === 'loading' ? { phase: 'unread' } : {})
      // While a message is on its way the conversation may not have begun.
      if (state.turn?.phase === 'running') return
      shown = null
      identity.forget()
      set({ phase: 'ready', proposal: null, ended: state.exchanges.length > 0 })
    }
  }

  async function run(turn: Turn) {
    const controller = new AbortController()
    running = controller
    let current = turn
    const show = (next: Turn) => {
      current = next
      if (running === controller) set({ turn: next })
    }
    show(turn)
    try {
      const body = { message: turn.message, message_id: turn.messageId, ...(shown !== null && { session_id: shown }) }
      for await (const event of stream(body, controller.signal)) {
        if (running !== controller) return
        if (event.type === 'session') {
          shown = event.sessionId
          identity.adoptSession(event.sessionId)
        }
        show(advanceTurn(current, event))
        if (event.type === 'done') set({ proposal: event.answer.proposal ?? null })
      }
    } catch (failure) {
      if (!controller.signal.aborted) show({ ...current, phase: 'failed', failure })
    }
    if (running !== controller) return
    running = null
    if (controller.signal.aborted) set({ turn: { ...current, phase: 'stopped' } })
    await refresh()
    announce()
  }

  function showAnother(sessionId: string | null) {
    running?.abort()
    running = null
    shown = sessionId
    state = { ...empty, draft: state.draft, phase: sessionId === null ? 'ready' : 'loading' }
    set({})
    void refresh()
  }

  identity.subscribe(() => {
    const { sessionId } = identity.get()
    // A proof begins a conversation where there was none; another tab may have gone on in another one.
    if (sessionId !== shown) showAnother(sessionId)
  })
  changes.listen(() => {
    if (!announcing && running === null) void refresh()
  })
  if (shown !== null) {
    state = { ...state, phase: 'loading' }
    void refresh()
  }

  return {
    get: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setDraft: (draft: string) => set({ draft }),
    /** Sends words; while an answer is coming, nothing is sent. */
    async send(text: string) {
      if (running !== null || text.trim() === '') return
      await run(newTurn(makeId(), text.trim()))
    },
    /** Sends what is written; while an answer is coming, it stays. */
    async sendDraft() {
      const text = state.draft.trim()
      if (running !== null || text === '') return
      set({ draft: '' })
      await run(newTurn(makeId(), text))
    },
    /** Sends the message that wasn't answered once more, under its name: what was done is not done twice. */
    async retry() {
      if (running !== null || state.turn === null) return
      await run(newTurn(state.turn.messageId, state.turn.message))
    },
    /** Takes back a message that wasn't answered, to be written anew. */
    edit() {
      if (running !== null || state.turn === null) return
      set({ draft: state.turn.message, turn: null })
    },
    stop() {
      running?.abort()
    },
    /** Forgets the conversation, here and on the server, and begins anew. Throws the problem. */
    async restart() {
      running?.abort()
      if (shown !== null) {
        await forget(shown).catch((error: unknown) => {
          if (problemOf(error)?.status !== 404) throw error
        })
      }
      running = null
      shown = null
      identity.forget()
      set({ ...empty, draft: state.draft })
      announce()
    },
    /** Fetches what was added elsewhere. */
    refresh: async () => {
      if (running === null) await refresh()
    },
  }
}

export type Chat = ReturnType<typeof createChat>
