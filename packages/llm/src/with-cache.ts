import { type CallContext, CodedError } from '@marketplace-agent/domain'
import type { Embedder } from './embedder.ts'
import { performanceClock, whenStopped } from './when-stopped.ts'

/** A call of more texts than this builds an index: what it asks for is not asked for again soon. */
const longestCached = 4

interface Inference {
  readonly vector: Promise<Float32Array>
  readonly abandon: AbortController
  waiting: number
}

/**
 * Remembers the vectors of the texts last asked for, `capacity` of them. Who asks for a text that is being embedded waits
 * for that; it is abandoned when all who wait have given up. Calls of more than four texts pass by. Vectors are copies.
 */
export function withCache(embedder: Embedder, capacity: number, clock = performanceClock): Embedder {
  /** Least recently asked for first. */
  const kept = new Map<string, Float32Array>()
  const underWay = new Map<string, Inference>()

  function keep(text: string, vector: Float32Array) {
    kept.delete(text)
    kept.set(text, vector)
    if (kept.size > capacity) kept.delete(kept.keys().next().value!)
  }

  async function settle(text: string, inference: Inference): Promise<void> {
    const vector = await inference.vector.catch(() => null)
    if (underWay.get(text) === inference) underWay.delete(text)
    if (vector !== null) keep(text, vector)
  }

  function start(text: string, { degrade, log }: CallContext): Inference {
    const abandon = new AbortController()
    const embedding = embedder.embed([text], { signal: abandon.signal, deadline: Infinity, degrade, log })
    const vector = embedding.then(([only]) => only!)
    const inference: Inference = { vector, abandon, waiting: 0 }
    underWay.set(text, inference)
    void settle(text, inference)
    return inference
  }

  async function waitFor(text: string, context: CallContext): Promise<Float32Array> {
    const inference = underWay.get(text) ?? start(text, context)
    const stopped = Promise.withResolvers<never>()
    const release = whenStopped(context, clock, stopped.reject)
    inference.waiting++
    try {
      return await Promise.race([inference.vector, stopped.promise])
    } finally {
      release()
      inference.waiting--
      if (inference.waiting === 0 && underWay.get(text) === inference) {
        underWay.delete(text)
        inference.abandon.abort()
      }
    }
  }

  async function embedOne(text: string, context: CallContext): Promise<Float32Array> {
    if (context.signal.aborted) {
      throw new CodedError('aborted', 'Embedding was stopped.', { cause: context.signal.reason })
    }
    const known = kept.get(text)
    if (known === undefined) return (await waitFor(text, context)).slice()
    keep(text, known)
    return known.slice()
  }

  return {
    id: embedder.id,
    kind: embedder.kind,
    dimensions: embedder.dimensions,
    embed(texts, context) {
      if (texts.length > longestCached) return embedder.embed(texts, context)
      return Promise.all(texts.map((text) => embedOne(text, context)))
    },
    close() {
      kept.clear()
      return embedder.close()
    },
  }
}
