import type { CallContext, Clock } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import type { SessionStore } from '../port.ts'

export const testContext = (signal = new AbortController().signal): CallContext => ({
  signal,
  deadline: Number.POSITIVE_INFINITY,
  degrade: () => {},
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
})

/** A clock that stands until it is moved. */
export function handClock() {
  let time = 0
  return {
    clock: { now: () => new Date(time), monotonic: () => time } satisfies Clock,
    advance: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

const add = (word: string) => async (state: readonly string[] | null) => ({
  state: [...(state ?? []), word],
  result: state,
})

/** What every adapter of the session store must do; `expiry` is an hour on the clock given. */
export function sessionContract(name: string, open: (clock: Clock) => Promise<SessionStore<readonly string[]>>) {
  const start = async () => {
    const time = handClock()
    return { ...time, sessions: await open(time.clock) }
  }

  describe(`session contract: ${name}`, () => {
    it('keeps what a transaction leaves', async () => {
      const { sessions } = await start()
      expect(await sessions.transact('a', add('one'), testContext())).toBeNull()
      expect(await sessions.transact('a', add('two'), testContext())).toEqual(['one'])
      expect(await sessions.read('a', testContext())).toEqual(['one', 'two'])
      expect(await sessions.read('b', testContext())).toBeNull()
      await sessions.close()
    })

    it('takes transactions of one conversation one after the other, in the order they came', async () => {
      const { sessions } = await start()
      const words = Array.from({ length: 20 }, (_, index) => `w${index}`)
      await Promise.all(
        words.map((word, index) =>
          sessions.transact(
            'a',
            async (state) => {
              for (let turn = 0; turn < (20 - index) % 7; turn++) await Promise.resolve()
              return add(word)(state)
            },
            testContext(),
          ),
        ),
      )
      expect(await sessions.read('a', testContext())).toEqual(words)
      await sessions.close()
    })

    it('lets another conversation go on meanwhile', async () => {
      const { sessions } = await start()
      const gate = Promise.withResolvers<void>()
      const slow = sessions.transact('a', (state) => gate.promise.then(() => add('slow')(state)), testContext())
      await sessions.transact('b', add('quick'), testContext())
      expect(await sessions.read('b', testContext())).toEqual(['quick'])
      gate.resolve()
      await slow
      await sessions.close()
    })

    it('changes nothing when a transaction throws, and goes on', async () => {
      const { sessions } = await start()
      await sessions.transact('a', add('one'), testContext())
      const failing = sessions.transact('a', () => Promise.reject(new Error('no')), testContext())
      const next = sessions.transact('a', add('two'), testContext())
      await expect(failing).rejects.toThrow('no')
      expect(await next).toEqual(['one'])
      await sessions.close()
    })

    it('forgets an hour after the last use', async () => {
      const { sessions, advance } = await start()
      await sessions.transact('a', add('one'), testContext())
      advance(3_599_999)
      await sessions.transact('a', add('two'), testContext())
      advance(3_599_999)
      expect(await sessions.read('a', testContext())).toEqual(['one', 'two'])
      advance(1)
      expect(await sessions.read('a', testContext())).toBeNull()
      expect((await sessions.status(testContext())).conversations).toBe(0)
      await sessions.close()
    })

    it('deletes', async () => {
      const { sessions } = await start()
      await sessions.transact('a', add('one'), testContext())
      await sessions.delete('a', testContext())
      expect(await sessions.read('a', testContext())).toBeNull()
      await sessions.close()
    })

    it('does not begin what was given up while it waited', async () => {
      const { sessions } = await start()
      const gate = Promise.withResolvers<void>()
      const abort = new AbortController()
      const first = sessions.transact('a', (state) => gate.promise.then(() => add('one')(state)), testContext())
      const second = sessions.transact('a', add('two'), testContext(abort.signal))
      abort.abort()
      gate.resolve()
      await first
      await expect(second).rejects.toMatchObject({ code: 'aborted' })
      expect(await sessions.read('a', testContext())).toEqual(['one'])
      await sessions.close()
    })
  })
}
