import { CodedError } from '@marketplace-agent/domain'
import type { Embedder } from '../embedder.ts'
import { performanceClock, whenStopped } from '../when-stopped.ts'

export interface FakeSentenceEmbedder extends Embedder {
  /** The texts of each call so far. */
  readonly calls: readonly (readonly string[])[]
  readonly closed: boolean
  /** Calls from now on wait until the function returned is called. */
  hold(): () => void
  /** Calls from now on reject with it; with null they answer again. */
  failWith(error: Error | null): void
}

export interface FakeOptions {
  readonly id?: string
  /** Words of one group count as one word. */
  readonly synonyms?: readonly (readonly string[])[]
}

const dimensions = 384

/** A sentence embedder without a model: texts are as near as they share words and synonyms. The same in every run. */
export function fakeSentenceEmbedder({ id = 'fake-sentences', synonyms = [] }: FakeOptions = {}): FakeSentenceEmbedder {
  const calls: (readonly string[])[] = []
  const first = new Map(synonyms.flatMap((group) => group.map((word) => [word, group[0]!] as const)))
  let gate = Promise.resolve()
  let failure: Error | null = null
  let closed = false

  return {
    id,
    kind: 'semantic',
    dimensions,
    calls,
    get closed() {
      return closed
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return resolve
    },
    failWith(error) {
      failure = error
    },
    async embed(texts, context) {
      calls.push([...texts])
      const stopped = Promise.withResolvers<never>()
      const release = whenStopped(context, performanceClock, stopped.reject)
      await Promise.race([stopped.promise, gate]).finally(release)
      if (closed) throw new CodedError('unavailable', 'The embedder was closed.')
      if (failure !== null) throw failure
      return texts.map((text) => {
        const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
        return directionOf(words.map((word) => first.get(word) ?? word))
      })
    },
    async close() {
      closed = true
    },
  }
}

function directionOf(words: readonly string[]): Float32Array {
  const vector = new Float32Array(dimensions)
  for (const word of words) {
    let state = 2166136261
    for (const letter of word) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619)
    for (let i = 0; i < dimensions; i++) {
      state = Math.imul(state ^ (state >>> 15), 2246822519) + i
      vector[i]! += (state >>> 0) / 2 ** 31 - 1
    }
  }
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}
