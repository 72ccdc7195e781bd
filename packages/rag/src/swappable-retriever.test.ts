import type { Log } from '@marketplace-agent/domain'
import { quietContext } from '@marketplace-agent/llm/testing'
import { describe, expect, it } from 'vitest'
import type { Retriever } from './port.ts'
import { createSwappableRetriever } from './swappable-retriever.ts'

const context = quietContext()

/** A retriever that answers when it is told to, and notes what happens to it. */
function retriever(name: string, closing: () => Promise<void> = async () => {}) {
  const answers: (() => void)[] = []
  const calls: string[] = []
  const double: Retriever = {
    async retrieve(query) {
      calls.push(query)
      await new Promise<void>((resolve) => answers.push(resolve))
      return []
    },
    document: () => undefined,
    documents: () => [],
    status: async () => ({ adapter: name, chunks: 0, embedder: name }),
    async close() {
      calls.push('close')
      await closing()
    },
  }
  return { double, calls, answer: () => answers.shift()!() }
}

/** Everything that is due has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('a swappable retriever', () => {
  it('asks the new one at once, and closes the old one when its last search has ended', async () => {
    const [old, next] = [retriever('old'), retriever('next')]
    const swappable = createSwappableRetriever(old.double, context.log)
    const searches = [swappable.retrieve('a', {}, context), swappable.retrieve('b', {}, context)]
    swappable.swap(next.double)
    expect((await swappable.status(context)).embedder).toBe('next')
    const search = swappable.retrieve('c', {}, context)
    old.answer()
    await settled()
    expect(old.calls).toEqual(['a', 'b'])
    old.answer()
    await Promise.all(searches)
    await settled()
    expect(old.calls).toEqual(['a', 'b', 'close'])
    next.answer()
    await search
    await swappable.close()
    expect(next.calls).toEqual(['c', 'close'])
  })

  it('closes an idle one at once', async () => {
    const old = retriever('old')
    createSwappableRetriever(old.double, context.log).swap(retriever('next').double)
    await settled()
    expect(old.calls).toEqual(['close'])
  })

  it('waits at the end for all that are going', async () => {
    const [old, next] = [retriever('old'), retriever('next')]
    const swappable = createSwappableRetriever(old.double, context.log)
    const search = swappable.retrieve('a', {}, context)
    swappable.swap(next.double)
    const closed = swappable.close().then(() => old.calls.slice())
    await settled()
    old.answer()
    await search
    expect(await closed).toEqual(['a', 'close'])
  })

  it('says so where an old one does not close, and goes on', async () => {
    const warnings: string[] = []
    const log: Log = { ...context.log, warn: (_, message) => void warnings.push(message) }
    const old = retriever('old', () => Promise.reject(new Error('stuck')))
    const next = retriever('next')
    const swappable = createSwappableRetriever(old.double, log)
    swappable.swap(next.double)
    await swappable.close()
    expect(warnings).toEqual(['The index that was replaced did not close'])
    expect(next.calls).toEqual(['close'])
  })
})
