import { describe, expect, test } from 'vitest'
import { problemExample } from '../../testing/examples.ts'
import { createIdentity } from './identity.ts'

function open({ sessionId = null as string | null, proved = null as string | null } = {}) {
  const asked: object[] = []
  const server = { proved }
  let stored = sessionId
  const identity = createIdentity({
    read: () => stored,
    write: (id) => (stored = id),
    prove: async (body) => {
      asked.push(body)
      server.proved = body.number ?? server.proved
      if (server.proved === null) throw problemExample(403, 'refused')
      const session_id = body.session_id ?? 's_new'
      return { token: `token ${asked.length}`, expires: '', session_id, number: server.proved }
    },
  })
  return { identity, asked, stored: () => stored }
}

describe('a token', () => {
  test('is not asked for where there is no conversation', async () => {
    const { identity, asked } = open()
    expect(await identity.token()).toBeUndefined()
    expect(asked).toEqual([])
  })

  test('comes from what was proved in the conversation, once for all who ask', async () => {
    const { identity, asked } = open({ sessionId: 's_1', proved: 'A-1' })
    expect(await Promise.all([identity.token(), identity.token()])).toEqual(['token 1', 'token 1'])
    expect(await identity.token()).toBe('token 1')
    expect(asked).toEqual([{ session_id: 's_1' }])
    expect(identity.get().proof).toBe('A-1')
  })

  test('is not asked for again where nothing was proved', async () => {
    const { identity, asked } = open({ sessionId: 's_1' })
    expect(await identity.token()).toBeUndefined()
    expect(await identity.token()).toBeUndefined()
    expect(asked).toHaveLength(1)
    expect(identity.get().proof).toBeNull()
  })

  test('that was not taken is replaced', async () => {
    const { identity } = open({ sessionId: 's_1', proved: 'A-1' })
    await identity.token()
    identity.dropToken()
    expect(await identity.token()).toBe('token 2')
  })

  test('is another one after another proof', async () => {
    const { identity } = open({ sessionId: 's_1', proved: 'A-1' })
    await identity.token()
    identity.adopt('s_1', 'A-2')
    expect(await identity.token()).toBe('token 2')
  })
})

/** An identity whose server answers when it is told to. */
function openSlow(sessionId: string) {
  const answers: ((number: string | null) => void)[] = []
  const identity = createIdentity({
    read: () => sessionId,
    write: () => {},
    prove: ({ session_id = '' }) =>
      new Promise((resolve, reject) =>
        answers.push((number) =>
          number === null
            ? reject(problemExample(403, 'refused'))
            : resolve({ token: `token for ${session_id} ${number}`, expires: '', session_id, number }),
        ),
      ),
  })
  return { identity, answers }
}

describe('a token that comes late', () => {
  test.each(['A-1', null])('changes nothing where something else was proved meanwhile (%s)', async (late) => {
    const { identity, answers } = openSlow('s_1')
    const token = identity.token()
    const proving = identity.prove('A-2', 'ann@example.com')
    answers[1]?.('A-2')
    await proving
    answers[0]?.(late)
    expect(await token).toBe('token for s_1 A-2')
    expect(identity.get().proof).toBe('A-2')
  })

  test('is of its own conversation alone', async () => {
    const { identity, answers } = openSlow('s_1')
    const old = identity.token()
    identity.adopt('s_2', 'A-2')
    const next = identity.token()
    answers[0]?.('A-1')
    answers[1]?.('A-2')
    expect(await old).toBeUndefined()
    expect(await next).toBe('token for s_2 A-2')
  })
})

describe('a proof', () => {
  test('begins a conversation where there is none, which is kept', async () => {
    const { identity, stored } = open()
    await identity.prove('A-1', 'ann@example.com')
    expect(identity.get()).toEqual({ sessionId: 's_new', proof: 'A-1' })
    expect(stored()).toBe('s_new')
    expect(await identity.token()).toBe('token 1')
  })

  test('gives its token to who hears of it, too', async () => {
    const { identity, asked } = open()
    const heard: unknown[] = []
    identity.subscribe(() => heard.push(identity.token()))
    await identity.prove('A-1', 'ann@example.com')
    expect(await Promise.all(heard)).toEqual(['token 1'])
    expect(asked).toHaveLength(1)
  })

  test('belongs to the conversation that there is', async () => {
    const { identity, asked } = open({ sessionId: 's_1' })
    await identity.prove('A-1', 'ann@example.com')
    expect(asked).toEqual([{ number: 'A-1', email: 'ann@example.com', session_id: 's_1' }])
  })

  test('is gone with the conversation', async () => {
    const { identity, stored } = open({ sessionId: 's_1', proved: 'A-1' })
    await identity.token()
    identity.forget()
    expect(await identity.token()).toBeUndefined()
    expect(stored()).toBeNull()
  })
})
