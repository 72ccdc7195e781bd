import type { ChatRequest, ConversationView } from '@marketplace-agent/api-client'
import { describe, expect, test, vi } from 'vitest'
import { createIdentity } from '../../lib/identity/identity.ts'
import { answerExample, conversationExample, exchangeExample, problemExample } from '../../testing/examples.ts'
import { createChat } from './chat-store.ts'
import type { TurnEvent } from './turn-event.ts'

/** A chat over a server that answers as told; `kept` is what it has of the conversation. */
function openChat(kept: ConversationView | null = null, sessionId = kept?.session_id ?? null) {
  const server = {
    kept,
    sent: [] as ChatRequest[],
    forgotten: [] as string[],
    isReachable: true,
    reading: undefined as Promise<void> | undefined,
    answer: async function* (_signal: AbortSignal): AsyncGenerator<TurnEvent> {
      yield { type: 'session', sessionId: 's_1' }
      yield { type: 'done', answer: answerExample() }
    },
  }
  let stored = sessionId
  const told: (() => void)[] = []
  const identity = createIdentity({
    read: () => stored,
    write: (id) => (stored = id),
    prove: async () => {
      throw problemExample(403, 'refused')
    },
  })
  let made = 0
  const chat = createChat({
    identity,
    changes: { announce: () => {}, listen: (listener) => (told.push(listener), () => {}) },
    stream: (body, signal) => {
      server.sent.push(body)
      return server.answer(signal)
    },
    read: async () => {
      const { kept } = server
      await server.reading
      if (kept === null) throw problemExample(404, 'not_found')
      return kept
    },
    forget: async (id) => {
      if (!server.isReachable) throw new TypeError('fetch failed')
      server.forgotten.push(id)
    },
    makeId: () => `m-${++made}`,
  })
  const elsewhere = async () => {
    for (const tell of told) tell()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { chat, server, identity, elsewhere, stored: () => stored }
}

describe('a message', () => {
  test('is answered, and becomes part of the conversation', async () => {
    const { chat, server, stored } = openChat()
    server.kept = conversationExample({ exchanges: [exchangeExample(1, 'hi')], proof: 'A-1002' })
    await chat.send('  hi ')
    expect(server.sent).toEqual([{ message: 'hi', message_id: 'm-1' }])
    expect(chat.get()).toMatchObject({ turn: null, exchanges: [{ message: 'hi' }] })
    expect(stored()).toBe('s_1')
  })

  test('goes to the conversation that there is', async () => {
    const { chat, server } = openChat(conversationExample({ exchanges: [exchangeExample(1, 'hi')] }))
    await chat.send('and then?')
    expect(server.sent).toEqual([{ message: 'and then?', message_id: 'm-1', session_id: 's_1' }])
  })

  test('that could not be sent waits, and is sent again under the same name', async () => {
    const { chat, server } = openChat()
    const { answer } = server
    server.answer = async function* () {
      yield* []
      throw new TypeError('fetch failed')
    }
    await chat.send('hi')
    expect(chat.get().turn).toMatchObject({ phase: 'failed', message: 'hi' })
    server.answer = answer
    server.kept = conversationExample({ exchanges: [exchangeExample(1, 'hi')] })
    await chat.retry()
    expect(server.sent.map(({ message_id }) => message_id)).toEqual(['m-1', 'm-1'])
    expect(chat.get().turn).toBeNull()
  })

  test('whose answer broke off, but was whole on the server, is there after all', async () => {
    const { chat, server } = openChat()
    server.answer = async function* () {
      yield { type: 'session', sessionId: 's_1' }
      throw new TypeError('network error')
    }
    server.kept = conversationExample({ exchanges: [exchangeExample(1, 'hi')] })
    await chat.send('hi')
    expect(chat.get()).toMatchObject({ turn: null, exchanges: [{ message: 'hi' }] })
  })

  test('can be stopped, and written anew', async () => {
    const { chat, server } = openChat()
    server.answer = async function* (signal) {
      yield { type: 'text', text: 'It is' }
      await new Promise((stopped) => signal.addEventListener('abort', stopped))
    }
    const sending = chat.send('hi')
    await vi.waitFor(() => expect(chat.get().turn?.text).toBe('It is'))
    chat.stop()
    await sending
    expect(chat.get().turn).toMatchObject({ phase: 'stopped' })
    chat.edit()
    expect(chat.get()).toMatchObject({ turn: null, draft: 'hi' })
  })

  test('is not sent while another is being answered', async () => {
    const { chat, server } = openChat()
    const first = chat.send('one')
    await chat.send('two')
    await first
    expect(server.sent).toHaveLength(1)
  })

  test('that is written while the last answer comes to its end stays', async () => {
    const { chat, server } = openChat()
    const end = Promise.withResolvers<void>()
    server.answer = async function* () {
      yield { type: 'done', answer: answerExample() }
      await end.promise
    }
    const sending = chat.send('one')
    await vi.waitFor(() => expect(chat.get().turn?.phase).toBe('done'))
    chat.setDraft('two')
    await chat.sendDraft()
    expect(chat.get().draft).toBe('two')
    end.resolve()
    await sending
    await chat.sendDraft()
    expect(chat.get().draft).toBe('')
    expect(server.sent.map(({ message }) => message)).toEqual(['one', 'two'])
  })
})

describe('a conversation', () => {
  test('from before comes back', async () => {
    const { chat } = openChat(conversationExample({ exchanges: [exchangeExample(1, 'hi')], summary: 'Order A-1002.' }))
    await chat.refresh()
    expect(chat.get()).toMatchObject({ phase: 'ready', summary: 'Order A-1002.', exchanges: [{ message: 'hi' }] })
  })

  test('that the server has forgotten is forgotten here, too', async () => {
    const { chat, stored } = openChat(null, 's_1')
    await chat.refresh()
    expect(stored()).toBeNull()
    expect(chat.get()).toMatchObject({ phase: 'ready', exchanges: [], ended: false })
  })

  test('that ends while one looks at it stays to be read, and the next message begins another', async () => {
    const { chat, server } = openChat()
    server.kept = conversationExample({ exchanges: [exchangeExample(1, 'hi')] })
    await chat.send('hi')
    server.kept = null
    await chat.refresh()
    expect(chat.get()).toMatchObject({ ended: true, exchanges: [{ message: 'hi' }] })
    await chat.send('hello?')
    expect(server.sent.at(-1)).toEqual({ message: 'hello?', message_id: 'm-2' })
  })

  test('shows what was added in another tab', async () => {
    const { chat, server, elsewhere } = openChat(conversationExample({ exchanges: [exchangeExample(1, 'hi')] }))
    await chat.refresh()
    server.kept = conversationExample({ exchanges: [exchangeExample(1, 'hi'), exchangeExample(2, 'more')] })
    await elsewhere()
    expect(chat.get().exchanges.map(({ message }) => message)).toEqual(['hi', 'more'])
  })

  test('that comes late, after what was read since, takes nothing away', async () => {
    const { chat, server } = openChat(conversationExample({ exchanges: [exchangeExample(1, 'hi')] }))
    const { promise, resolve } = Promise.withResolvers<void>()
    server.reading = promise
    const late = chat.refresh()
    server.reading = undefined
    server.kept = conversationExample({ exchanges: [exchangeExample(1, 'hi'), exchangeExample(2, 'more')] })
    await chat.refresh()
    resolve()
    await late
    expect(chat.get().exchanges.map(({ message }) => message)).toEqual(['hi', 'more'])
  })

  test('that was read before something was proved says nothing of the proof', async () => {
    const { chat, server, identity } = openChat(conversationExample({ exchanges: [exchangeExample(1, 'hi')] }))
    await chat.refresh()
    expect(identity.get().proof).toBeNull()
    const { promise, resolve } = Promise.withResolvers<void>()
    server.reading = promise
    const reading = chat.refresh()
    identity.adopt('s_1', 'A-1002')
    resolve()
    await reading
    expect(identity.get().proof).toBe('A-1002')
  })

  test('keeps what the server has let go of', async () => {
    const { chat, server } = openChat(conversationExample({ exchanges: [exchangeExample(1, 'one')] }))
    await chat.refresh()
    server.kept = conversationExample({ exchanges: [exchangeExample(2, 'two')], summary: 'one' })
    await chat.refresh()
    expect(chat.get()).toMatchObject({ summary: '', exchanges: [{ message: 'one' }, { message: 'two' }] })
  })

  test('starts over without a trace', async () => {
    const { chat, server, stored } = openChat(conversationExample({ exchanges: [exchangeExample(1, 'hi')] }))
    await chat.refresh()
    await chat.restart()
    expect(server.forgotten).toEqual(['s_1'])
    expect(stored()).toBeNull()
    expect(chat.get()).toMatchObject({ exchanges: [], turn: null })
  })

  test('goes on where it could not be started over, with the message that was on its way', async () => {
    const { chat, server } = openChat(conversationExample({ exchanges: [exchangeExample(1, 'hi')] }))
    server.answer = async function* (signal) {
      yield { type: 'text', text: 'It is' }
      await new Promise((stopped) => signal.addEventListener('abort', stopped))
    }
    const sending = chat.send('and then?')
    await vi.waitFor(() => expect(chat.get().turn?.text).toBe('It is'))
    server.isReachable = false
    await expect(chat.restart()).rejects.toThrow('fetch failed')
    await sending
    expect(chat.get().turn).toMatchObject({ phase: 'stopped', message: 'and then?' })
  })
})
