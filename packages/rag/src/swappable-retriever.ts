import type { Log } from '@marketplace-agent/domain'
import type { Retriever } from './port.ts'

/** A retriever that is exchanged for another one while it is in use. */
export interface SwappableRetriever extends Retriever {
  /** From here on `next` is asked. The one before it is closed when its last search has ended. */
  swap(next: Retriever): void
}

/** Calls of one retriever, until it is closed. */
interface Service {
  readonly retriever: Retriever
  during<T>(call: (retriever: Retriever) => Promise<T>): Promise<T>
  /** Closes it, after the last call. */
  end(): Promise<void>
}

export function createSwappableRetriever(first: Retriever, log: Log): SwappableRetriever {
  let current = serve(first)
  const ending = new Set<Promise<void>>()

  return {
    retrieve: (query, options, context) => current.during((retriever) => retriever.retrieve(query, options, context)),
    document: (id) => current.retriever.document(id),
    documents: () => current.retriever.documents(),
    status: (context) => current.during((retriever) => retriever.status(context)),
    swap(next) {
      const ended: Promise<void> = current
        .end()
        .catch((error: unknown) => log.warn({ err: error }, 'The index that was replaced did not close'))
        .finally(() => ending.delete(ended))
      ending.add(ended)
      current = serve(next)
    },
    async close() {
      await Promise.all([...ending, current.end()])
    },
  }
}

function serve(retriever: Retriever): Service {
  let calls = 0
  let onIdle: (() => void) | null = null
  return {
    retriever,
    async during(call) {
      calls++
      try {
        return await call(retriever)
      } finally {
        if (--calls === 0) onIdle?.()
      }
    },
    async end() {
      if (calls > 0) await new Promise<void>((resolve) => (onIdle = resolve))
      await retriever.close()
    },
  }
}
