import { CodedError } from '@marketplace-agent/domain'
import { expect, it } from 'vitest'
import { quietContext } from '../testing/contexts.ts'
import { createCallQueue } from './call-queue.ts'

const clock = { monotonic: () => 1000 }
const vector = Float32Array.of(1)

it('takes queries before longer calls, even those that are halfway through', async () => {
  const queue = createCallQueue<string>(clock)
  void queue.add(['a', 'b', 'c'], quietContext())
  expect(queue.next()?.input).toBe('a')
  void queue.add(['q1', 'q2'], quietContext())
  void queue.add(['r'], quietContext())
  const order = Array.from({ length: 6 }, () => queue.next()?.input)
  expect(order).toEqual(['q1', 'q2', 'r', 'b', 'c', undefined])
})

it('resolves a call when all of its texts are done', async () => {
  const queue = createCallQueue<string>(clock)
  const call = queue.add(['a', 'b'], quietContext())
  queue.next()!.resolve(vector)
  queue.next()!.resolve(vector)
  expect(await call).toEqual([vector, vector])
  expect(await queue.add([], quietContext())).toEqual([])
})

it('drops the rest of a call whose caller gave up', async () => {
  const queue = createCallQueue<string>(clock)
  const caller = new AbortController()
  const call = queue.add(['a', 'b', 'c'], quietContext(caller.signal))
  const under = queue.next()!
  caller.abort()
  await expect(call).rejects.toMatchObject({ code: 'aborted' })
  expect(queue.next()).toBeUndefined()
  under.resolve(vector)
})

it('rejects a call whose deadline passes or has passed', async () => {
  const queue = createCallQueue<string>(clock)
  const soon = queue.add(['a'], { ...quietContext(), deadline: 1005 })
  await expect(soon).rejects.toMatchObject({ code: 'deadline_exceeded' })
  await expect(queue.add(['a'], { ...quietContext(), deadline: 999 })).rejects.toMatchObject({
    code: 'deadline_exceeded',
  })
  expect(queue.next()).toBeUndefined()
})

it('rejects the whole call when one text fails, and all that wait when told to', async () => {
  const queue = createCallQueue<string>(clock)
  const [first, second, third] = [['a', 'b', 'c'], ['d', 'e', 'f'], ['g']].map((texts) =>
    queue.add(texts, quietContext()),
  )
  const query = queue.next()!
  queue.next()!.reject(new CodedError('unavailable', 'broken'))
  await expect(first).rejects.toMatchObject({ code: 'unavailable', message: 'broken' })
  queue.rejectAll(new CodedError('unavailable', 'closed'))
  await expect(second).rejects.toMatchObject({ message: 'closed' })
  query.resolve(vector)
  expect(await third).toEqual([vector])
})
