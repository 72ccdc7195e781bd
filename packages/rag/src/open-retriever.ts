import type { CallContext, Log, ShopDocument } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'
import { checkChunking, chunkDocument, type Chunking, defaultChunking } from './chunk/chunk-document.ts'
import { readUnits } from './chunk/units.ts'
import { openPassageIndex, type VectorAdapter } from './passage-index/open-passage-index.ts'
import { createPace } from './pace.ts'
import type { Reranker, Retriever } from './port.ts'
import { isQuotable } from './rank/quotable-units.ts'
import { createRelevance, type Relevance } from './rank/relevance.ts'
import { createFeatureReranker } from './rerank/feature-reranker.ts'
import { type ChunkedDocument, createRetriever, usualRelevanceFloor } from './retriever.ts'
import { embedChunks } from './saved/embed-chunks.ts'
import { analyseChunks } from './text/analysis.ts'
import type { SynonymGroups } from './text/synonyms.ts'
import type { UnitWords } from './text-to-embed.ts'

export interface RetrieverSettings {
  readonly documents: readonly ShopDocument[]
  readonly embedder: Embedder
  /** Where vectors are kept between starts; null keeps none. */
  readonly folder: string | null
  readonly chunking?: Chunking
  readonly synonyms?: SynonymGroups
  /** Default `auto`: FAISS where it loads. */
  readonly vectors?: VectorAdapter
  /** Default: by features. */
  readonly reranker?: Reranker
  /** Default: as learned. */
  readonly relevance?: Relevance
  /** From 0 to 1: without a passage of this relevance there is no answer. Default 0.42. */
  readonly relevanceFloor?: number
  readonly log: Log
  /** Stops the embedding. */
  readonly signal?: AbortSignal
}

/** Documents with more sentences, list items and table rows than these have vectors of their chunks only. */
const mostUnits = 5000

/**
 * Cuts, embeds (only what is not saved) and indexes the documents, in slices that let other work have its turn: an index
 * may be built beside the one in use.
 */
export async function openRetriever(settings: RetrieverSettings): Promise<Retriever> {
  const {
    documents,
    embedder,
    chunking = defaultChunking,
    synonyms = [],
    vectors: adapter = 'auto',
    reranker = createFeatureReranker(embedder.kind),
    relevance = createRelevance(),
    relevanceFloor = usualRelevanceFloor,
    folder,
    log,
    signal = new AbortController().signal,
  } = settings
  checkChunking(chunking)
  const pace = createPace()
  const cut: Omit<ChunkedDocument, 'firstRow'>[] = []
  let quotable = 0
  for (const document of documents) {
    await pace()
    const units = readUnits(document.text)
    quotable += units.filter(isQuotable).length
    cut.push({ document, units, chunks: chunkDocument(document, chunking, units) })
  }
  const chunks = cut.flatMap((one) => one.chunks)
  const embedUnits = embedder.kind === 'semantic' && quotable <= mostUnits
  const unitsOf = (one: (typeof cut)[number]) => (embedUnits ? unitWords(one) : [])
  const context: CallContext = { signal, deadline: Infinity, degrade() {}, log }
  const vectors = await embedChunks(
    {
      documents: cut.map((one) => ({ id: one.document.id, chunks: one.chunks, units: unitsOf(one) })),
      chunking,
      embedder,
      folder,
    },
    context,
  )
  let row = 0
  const chunked = cut.map((one): ChunkedDocument => {
    const firstRow = embedUnits ? row : null
    row += one.units.filter(isQuotable).length
    return { ...one, firstRow }
  })
  const analysis = await analyseChunks(chunks, synonyms)
  const index = await openPassageIndex({
    chunks,
    analysis,
    vectors: vectors.chunks,
    adapter,
    log,
  })
  return createRetriever({
    documents: chunked,
    chunks,
    analysis,
    index,
    vectors,
    embedder,
    reranker,
    relevance,
    relevanceFloor,
  })
}

/** A document's quotable units, each under the heading that it stands under. */
function unitWords({ document: { title, text }, units }: Pick<ChunkedDocument, 'document' | 'units'>): UnitWords[] {
  let heading = title
  const words: UnitWords[] = []
  for (const unit of units) {
    if (unit.kind === 'heading') heading = unit.heading
    else if (isQuotable(unit)) words.push({ heading, text: text.slice(unit.start, unit.end) })
  }
  return words
}
