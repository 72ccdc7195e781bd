import type { CallContext } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'

/** The same embedder; what was asked before isn't asked again, and all of it is kept. */
export function remembering(embedder: Embedder): Embedder {
  const known = new Map<string, Float32Array>()
  return {
    id: embedder.id,
    kind: embedder.kind,
    dimensions: embedder.dimensions,
    async embed(texts: readonly string[], context: CallContext) {
      const unknown = [...new Set(texts)].filter((text) => !known.has(text))
      const vectors = unknown.length === 0 ? [] : await embedder.embed(unknown, context)
      for (const [index, text] of unknown.entries()) known.set(text, vectors[index] as Float32Array)
      return texts.map((text) => known.get(text) as Float32Array)
    },
    close: () => embedder.close(),
  }
}
