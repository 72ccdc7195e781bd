import { expect, it } from 'vitest'
import { createMemorySessions } from './memory-sessions.ts'
import { openSessions } from './open-sessions.ts'
import { handClock, sessionContract, testContext } from './testing/session-contract.ts'

sessionContract('memory', (clock) => openSessions({ clock }))

it('keeps no more conversations than it may, and forgets the one unused for longest', async () => {
  const { clock } = handClock()
  const sessions = createMemorySessions<number>({ clock, expiry: 10, most: 2 })
  const context = testContext()
  const put = (id: string) => sessions.transact(id, async () => ({ state: 1, result: null }), context)
  await put('a')
  await put('b')
  await put('a')
  await put('c')
  expect(await Promise.all(['a', 'b', 'c'].map((id) => sessions.read(id, context)))).toEqual([1, null, 1])
})

it('lets the time of a state go on where a change does not renew it', async () => {
  const { clock, advance } = handClock()
  const sessions = await openSessions<{ name: string; uses: number }>({
    clock,
    minutes: 10,
    renews: (before, after) => before.name !== after.name,
  })
  const context = testContext()
  const put = (name: string, uses: number) =>
    sessions.transact('a', async () => ({ state: { name, uses }, result: null }), context)
  await put('first', 0)
  advance(6 * 60_000)
  await put('first', 1)
  expect(await sessions.read('a', context)).toEqual({ name: 'first', uses: 1 })
  advance(5 * 60_000)
  expect(await sessions.read('a', context)).toBeNull()
  await put('first', 2)
  advance(6 * 60_000)
  await put('second', 0)
  advance(6 * 60_000)
  expect(await sessions.read('a', context)).toEqual({ name: 'second', uses: 0 })
})
