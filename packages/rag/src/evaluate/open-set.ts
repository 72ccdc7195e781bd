import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { CallContext } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'
import { chunkDocument, type Chunking } from '../chunk/chunk-document.ts'
import { openPassageIndex, type VectorAdapter } from '../passage-index/open-passage-index.ts'
import type { Chunk, IndexHit, Reranker } from '../port.ts'
import { createReaders } from '../rank/coverage.ts'
import { focusOf, wordsToEmbed } from '../rank/focus.ts'
import { readAsked } from '../rank/question.ts'
import { type Candidate, createRanker } from '../rank/rank.ts'
import { createFeatureReranker } from '../rerank/feature-reranker.ts'
import { rerankCandidates } from '../rerank/rerank-candidates.ts'
import { embedChunks } from '../saved/embed-chunks.ts'
import { analyseChunks } from '../text/analysis.ts'
import type { SynonymGroups } from '../text/synonyms.ts'
import type { RetrievalSet } from './read-set.ts'

export interface SetSettings {
  readonly embedder: Embedder
  readonly synonyms?: SynonymGroups
  readonly vectors?: VectorAdapter
  /** Default: by features. */
  readonly reranker?: Reranker
  /** Texts longer than a chunk are cut, and the best chunk stands for its text. By default as in `longPassages`. */
  readonly chunking?: Chunking
  /** Where vectors are kept, so that the same set takes seconds the next time; none are kept by default. */
  readonly vectorCache?: string | null
}

/** A set's documents, found as a shop's are, without the relevance floor. */
export interface OpenSet {
  readonly passages: number
  readonly adapter: string
  embed(query: string): Promise<Float32Array>
  /** What BM25 and the vectors find, a hundred documents each. */
  search(query: string, vector: Float32Array | null): Promise<readonly IndexHit[]>
  /** Fused, best first. */
  rank(query: string, vector: Float32Array, hits: readonly IndexHit[]): readonly Candidate[]
  rerank(query: string, candidates: readonly Candidate[]): Promise<readonly Candidate[]>
  close(): Promise<void>
}

/** Most texts of such sets stay whole; longer ones would blur in one vector. */
const longPassages: Chunking = { size: 1000, overlap: 100 }
/** Documents that a method is asked for. */
export const depth = 100

export async function openSet(
  folder: string,
  { documents }: RetrievalSet,
  settings: SetSettings,
  context: CallContext,
  onProgress: (embedded: number, of: number) => void = () => {},
): Promise<OpenSet> {
  const { embedder, synonyms = [], vectors = 'auto', chunking = longPassages, vectorCache = null } = settings
  const { reranker = createFeatureReranker(embedder.kind) } = settings
  const cut = documents.map((document) => ({ id: document.id, chunks: passagesOf(document, chunking) }))
  const chunks = cut.flatMap((document) => document.chunks)
  const embedded = await embedChunks(
    {
      documents: cut,
      chunking,
      embedder,
      folder: vectorCache === null ? null : join(vectorCache, cacheName(folder, chunking)),
      onProgress: (done) => onProgress(done, chunks.length),
    },
    context,
  )
  const analysis = await analyseChunks(chunks, synonyms)
  const index = await openPassageIndex({
    chunks,
    analysis,
    vectors: embedded.chunks,
    adapter: vectors,
    log: context.log,
  })
  const rank = createRanker(chunks, analysis, embedded, embedder.kind)
  const readerOf = createReaders(analysis)
  const k = Math.ceil((depth * chunks.length) / documents.length)
  const { adapter } = await index.status(context)

  return {
    passages: chunks.length,
    adapter,
    embed: async (query) => (await embedder.embed([wordsToEmbed(query, embedder.kind)], context))[0]!,
    search: (query, vector) => index.search({ text: focusOf(query), vector, k }, context),
    rank(query, vector, hits) {
      const text = focusOf(query)
      const read = analysis.query(text)
      return rank({ query: read, reader: readerOf(read, readAsked(text)), vector, hits, k, depth: hits.length })
    },
    rerank: (query, candidates) => rerankCandidates(reranker, query, candidates, context),
    close: () => index.close(),
  }
}

function passagesOf({ id, title, text }: RetrievalSet['documents'][number], chunking: Chunking): Chunk[] {
  if (text.length > chunking.size) return chunkDocument({ id, title, kind: 'faq', text }, chunking)
  const whole = { id: `${id}#0`, documentId: id, title, section: title, start: 0, end: text.length, text }
  return [{ ...whole, kind: 'faq', product: null, category: null }]
}

/** Sets, and ways to cut them, don't take each other's place. */
const cacheName = (folder: string, { size, overlap }: Chunking) =>
  createHash('sha256')
    .update(`${resolve(folder)}\n${size}\n${overlap}`)
    .digest('hex')
    .slice(0, 16)
