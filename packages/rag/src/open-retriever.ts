import type { CallContext, Log, ShopDocument } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'
import { checkChunking, chunkDocument, type Chunking, defaultChunking } from './chunk/chunk-document.ts'
import { readUnits } from './chunk/units.ts'
import { openPassageIndex, type VectorAdapter } from './passage-index/open-passage-index.ts'
import type { Chunk, Retriever } from './port.ts'
import { type ChunkedDocument, createRetriever, usualRelevanceFloor } from './retriever.ts'
import { type DocumentVectors, hashOf, loadVectors, saveVectors } from './saved/saved-vectors.ts'
import { analyseChunks } from './text/analysis.ts'
import type { SynonymGroups } from './text/synonyms.ts'

export interface RetrieverSettings {
  readonly documents: readonly ShopDocument[]
  readonly embedder: Embedder
  /** Where vectors are kept between starts; null keeps none. */
  readonly folder: string | null
  readonly chunking?: Chunking
  readonly synonyms?: SynonymGroups
  /** Default `auto`: FAISS where it loads. */
  readonly vectors?: VectorAdapter
  /** From 0 to 1: without a passage of this relevance there is no answer. Default 0.42. */
  readonly relevanceFloor?: number
  readonly log: Log
  /** Stops the embedding. */
  readonly signal?: AbortSignal
}

/** Cuts, embeds (only what is not saved) and indexes the documents. */
export async function openRetriever(settings: RetrieverSettings): Promise<Retriever> {
  const {
    documents,
    embedder,
    chunking = defaultChunking,
    synonyms = [],
    vectors = 'auto',
    relevanceFloor = usualRelevanceFloor,
    log,
  } = settings
  checkChunking(chunking)
  const chunked = documents.map((document) => {
    const units = readUnits(document.text)
    return { document, units, chunks: chunkDocument(document, chunking, units) }
  })
  const chunks = chunked.flatMap((one) => one.chunks)
  const values = await vectorsOf(chunked, chunking, settings)
  const analysis = analyseChunks(chunks, synonyms)
  const index = await openPassageIndex({
    chunks,
    analysis,
    vectors: { values, dimensions: embedder.dimensions },
    adapter: vectors,
    log,
  })
  return createRetriever({ documents: chunked, chunks, analysis, index, embedder, relevanceFloor })
}

/** What of a chunk is embedded: its words, and those above it. */
export const textToEmbed = ({ title, section, text }: Chunk): string =>
  section === title ? `${title}\n${text}` : `${title}\n${section}\n${text}`

/** The chunks' vectors, one after the other: those saved, and those made now. */
async function vectorsOf(
  chunked: readonly ChunkedDocument[],
  chunking: Chunking,
  { embedder, folder, log, signal = new AbortController().signal }: RetrieverSettings,
): Promise<Float32Array> {
  const key = { embedder: embedder.id, dimensions: embedder.dimensions, chunking }
  const context: CallContext = { signal, deadline: Infinity, degrade() {}, log }
  const saved = folder === null ? new Map<string, DocumentVectors>() : await loadVectors(folder, key, log)
  const current: DocumentVectors[] = []
  let embedded = 0
  for (const { document, chunks } of chunked) {
    const texts = chunks.map(textToEmbed)
    const hash = hashOf(texts)
    const known = saved.get(document.id)
    if (known?.hash !== hash) embedded++
    current.push(
      known?.hash === hash
        ? known
        : { id: document.id, hash, vectors: concatenate(await embedder.embed(texts, context)) },
    )
  }
  if (folder !== null && (embedded > 0 || saved.size !== current.length)) {
    await saveVectors(folder, key, current)
    log.info({ embedder: embedder.id, embedded, kept: current.length - embedded }, 'Passage vectors saved')
  }
  return concatenate(current.map(({ vectors }) => vectors))
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
