import { expect, it } from 'vitest'
import { quietContext } from './testing/contexts.ts'
import { embedderContract } from './testing/embedder-contract.ts'
import { fakeSentenceEmbedder } from './testing/fake-sentence-embedder.ts'
import { withCache } from './with-cache.ts'

embedderContract('a fake with a cache', async () => withCache(fakeSentenceEmbedder(), 2))

function open(capacity = 10) {
  const inner = fakeSentenceEmbedder()
  const cached = withCache(inner, capacity)
  return { inner, cached, embed: (...texts: string[]) => cached.embed(texts, quietContext()) }
}

it('passes on what the embedder says of itself', async () => {
  const { inner, cached } = open()
  expect(cached).toMatchObject({ id: inner.id, kind: 'semantic', dimensions: 384 })
  await cached.close()
  expect(inner.closed).toBe(true)
})

it('asks once for a text, and for each of two in one call', async () => {
  const { inner, embed } = open()
  const [first] = await embed('a')
  const [again, other] = await embed('a', 'b')
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
  expect(inner.calls).toEqual([['a'], ['b']])
})

it('forgets what was asked for longest ago', async () => {
  const { inner, embed } = open(2)
  for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) await embed(text)
  expect(inner.calls.flat()).toEqual(['a', 'b', 'c', 'b'])
})

it('gives copies', async () => {
  const { embed } = open()
  const [first] = await embed('a')
  const before = first!.slice()
  first!.fill(7)
  expect(await embed('a')).toEqual([before])
})

it('lets long calls pass by', async () => {
  const { inner, embed } = open()
  await embed('a', 'b', 'c', 'd', 'e')
  await embed('a')
  expect(inner.calls).toEqual([['a', 'b', 'c', 'd', 'e'], ['a']])
})

it('shares one inference among those who ask at once', async () => {
  const { inner, embed } = open()
  const release = inner.hold()
  const all = Promise.all([embed('a'), embed('a', 'a'), embed('a')])
  release()
  const [[one], [two, three]] = await all
  expect(two).toEqual(one)
  expect(three).not.toBe(two)
  expect(inner.calls).toEqual([['a']])
})

it('goes on for the others when one gives up or is late', async () => {
  const { inner, cached, embed } = open()
  const release = inner.hold()
  const caller = new AbortController()
  const given = cached.embed(['a'], quietContext(caller.signal))
  const late = cached.embed(['a'], { ...quietContext(), deadline: performance.now() + 5 })
  const patient = embed('a')
  caller.abort()
  await expect(given).rejects.toMatchObject({ code: 'aborted' })
  await expect(late).rejects.toMatchObject({ code: 'deadline_exceeded' })
  release()
  expect(await patient).toHaveLength(1)
  expect(inner.calls).toEqual([['a']])
})

it('abandons an inference that nobody waits for, and starts anew for who asks next', async () => {
  const { inner, cached, embed } = open()
  const release = inner.hold()
  const caller = new AbortController()
  const given = cached.embed(['a'], quietContext(caller.signal))
  caller.abort()
  await expect(given).rejects.toMatchObject({ code: 'aborted' })
  const next = embed('a')
  release()
  expect(await next).toHaveLength(1)
  expect(inner.calls).toEqual([['a'], ['a']])
})

it('does not remember a failure', async () => {
  const { inner, embed } = open()
  inner.failWith(new Error('no'))
  await expect(Promise.all([embed('a'), embed('a')])).rejects.toThrow('no')
  inner.failWith(null)
  expect(await embed('a')).toHaveLength(1)
})
