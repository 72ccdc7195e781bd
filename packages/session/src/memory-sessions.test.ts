import { expect, it } from 'vitest'
import { createMemorySessions } from './memory-sessions.ts'
import { openSessions } from './open-sessions.ts'
import { handClock, sessionContract } from './testing/session-contract.ts'

sessionContract('memory', (clock) => openSessions({ clock }))

it('keeps no more conversations than it may, and forgets the one unused for longest', async () => {
  const { clock } = handClock()
  const sessions = createMemorySessions<number>({ clock, expiry: 10, most: 2 })
  const context = {
    signal: new AbortController().signal,
    deadline: 0,
    degrade: () => {},
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  }
  const put = (id: string) => sessions.transact(id, async () => ({ state: 1, result: null }), context)
  await put('a')
  await put('b')
  await put('a')
  await put('c')
  expect(await Promise.all(['a', 'b', 'c'].map((id) => sessions.read(id, context)))).toEqual([1, null, 1])
})
