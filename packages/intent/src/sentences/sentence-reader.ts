import { setMaxListeners } from 'node:events'
import type { Embedder } from '@marketplace-agent/llm'
import type { CallContext, Log } from '@marketplace-agent/domain'
import { type HeadModel, type ReadVector, createHead } from './head.ts'

/** Reads tasks from sentence vectors, while there is an embedder and a head for it. */
export interface SentenceReader {
  readonly ready: boolean
  /**
   * Probabilities of the tasks for each text, in order; null for a text that has no word. All null where vectors can't be
   * had in time: that is said by `context.degrade('embedder')` and in the log, without the text. Never rejects.
   */
  read(texts: readonly string[], context: CallContext | undefined): Promise<(Float64Array | null)[] | null>
  /** As `Understander.sentences`. */
  use(embedder: Embedder | null): Promise<boolean>
}

export interface SentenceReaderOptions {
  openHead(embedder: Embedder, context: CallContext): Promise<HeadModel>
  readonly log: Log
  /** How long a customer waits for a vector, in milliseconds. */
  readonly patience: number
  /** On the monotonic clock, in milliseconds. */
  now(): number
}

export function createSentenceReader({ openHead, log, patience, now }: SentenceReaderOptions): SentenceReader {
  let current: { readonly embedder: Embedder; readonly head: ReadVector } | null = null
  let opening = new AbortController()

  const contextOf = (signal: AbortSignal, deadline: number): CallContext => ({ signal, deadline, degrade() {}, log })
  const never = new AbortController().signal

  return {
    get ready() {
      return current !== null
    },
    async read(texts, context = contextOf(never, Infinity)) {
      if (current === null) return null
      const { embedder, head } = current
      const deadline = Math.min(context.deadline, now() + patience)
      const { signal } = context
      const hurried = contextOf(signal, deadline)
      try {
        // One at a time: so they are kept, and go before the shop's own texts.
        const vectors = await Promise.all(texts.map((text) => embedder.embed([text], hurried)))
        return vectors.map(([vector]) => (vector?.some((value) => value !== 0) ? head(vector) : null))
      } catch (error) {
        if (signal.aborted) return null
        context.degrade('embedder')
        context.log.warn(
          { code: (error as { code?: unknown }).code },
          'A sentence vector could not be had; the n-grams decide.',
        )
        return null
      }
    },
    async use(embedder) {
      opening.abort()
      current = null
      if (embedder === null) return false
      opening = new AbortController()
      const { signal } = opening
      setMaxListeners(0, signal)
      try {
        const model = await openHead(embedder, contextOf(signal, Infinity))
        if (signal.aborted) return false
        current = { embedder, head: createHead(model) }
        return true
      } catch (error) {
        if (!signal.aborted)
          log.warn(
            { code: (error as { code?: unknown }).code },
            'The sentence classifier could not be trained; the n-grams decide.',
          )
        return false
      }
    },
  }
}
