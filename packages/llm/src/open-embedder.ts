import { CodedError, type Log, OperatorError } from '@marketplace-agent/domain'
import type { Embedder } from './embedder.ts'
import { createLexicalEmbedder } from './lexical/lexical-embedder.ts'
import type { DownloadLimits } from './minilm/download-model.ts'
import type { HttpAnswer, HttpGet } from './minilm/http-get.ts'
import { type ModelSource, openSentenceEmbedder } from './minilm/open-sentence-embedder.ts'
import { type MonotonicClock, performanceClock } from './when-stopped.ts'

export type { DownloadLimits, HttpAnswer, HttpGet, ModelSource }

export type EmbedderSettings = { readonly kind: 'lexical' } | SentenceSettings

export interface SentenceSettings {
  /** Both look for the sentence model; `auto` goes on without it. */
  readonly kind: 'auto' | 'minilm'
  /** The model's id on the hub, and its folder's path below the folder of models. */
  readonly model?: string | undefined
  readonly source: ModelSource
  readonly log: Log
  readonly clock?: MonotonicClock | undefined
}

export const defaultModel = 'sentence-transformers/all-MiniLM-L6-v2'

export type EmbedderStatus =
  | { readonly state: 'lexical' }
  | { readonly state: 'opening' }
  | { readonly state: 'ready'; readonly id: string }
  /** `reason` is half a sentence for the operator. */
  | { readonly state: 'missing'; readonly reason: string }

export interface OpenedEmbedder {
  /** Usable at once: the lexical one. */
  readonly first: Embedder
  /**
   * The sentence model, loaded and proved; null where it isn't asked for, or can't be had, of which one warning was logged.
   * Rejects with OperatorError where `minilm` can't be had.
   */
  readonly better: Promise<Embedder | null>
  status(): EmbedderStatus
  /** Ends a download or a load under way, and closes both embedders. */
  close(): Promise<void>
}

/** Opens the lexical embedder at once and, unless only that is asked for, the sentence model in the background. */
export function openEmbedder(settings: EmbedderSettings): OpenedEmbedder {
  const first = createLexicalEmbedder()
  if (settings.kind === 'lexical') {
    return {
      first,
      better: Promise.resolve(null),
      status: () => ({ state: 'lexical' }),
      close: () => first.close(),
    }
  }

  const { kind, model = defaultModel, source, log, clock = performanceClock } = settings
  const closing = new AbortController()
  let status: EmbedderStatus = { state: 'opening' }

  async function open(): Promise<Embedder | null> {
    const { signal } = closing
    try {
      const embedder = await openSentenceEmbedder({ model, source, log, clock, signal })
      status = { state: 'ready', id: embedder.id }
      return embedder
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown'
      status = { state: 'missing', reason }
      if (error instanceof CodedError && error.code === 'aborted') return null
      if (kind === 'minilm') throw new OperatorError(`EMBEDDER=minilm: the sentence model can't be used: ${reason}.`)
      log.warn({ model }, `The sentence model can't be used: ${reason}. Texts are compared by their spelling instead.`)
      return null
    }
  }

  const better = open()
  // Whoever needs it hears of it by waiting for it, which may be later.
  better.catch(() => {})
  return {
    first,
    better,
    status: () => status,
    async close() {
      closing.abort()
      const opened = await better.catch(() => null)
      await Promise.all([first.close(), opened?.close()])
    },
  }
}
