import { CodedError, type Log, OperatorError } from '@marketplace-agent/domain'
import type { Chunk, HalfHit, IndexHit, PassageIndex } from '../port.ts'
import type { TextAnalysis } from '../text/analysis.ts'
import { Bm25 } from './bm25.ts'
import { createExactVectors } from './exact-vectors.ts'
import { createFaissVectors, loadFaiss } from './faiss-vectors.ts'
import { allowedChunks } from './filter.ts'
import { topScores, type Scored } from './top.ts'
import type { VectorSearch, VectorTable } from './vector-search.ts'

/**
 * `auto`: FAISS where it loads (for each query whichever is quicker), else the exact search.
 * `faiss`, `exact`: that one for every query. All give the same hits.
 */
export type VectorAdapter = 'auto' | 'faiss' | 'exact'

export interface PassageIndexSettings {
  readonly chunks: readonly Chunk[]
  /** Of the same chunks. */
  readonly analysis: TextAnalysis
  /** A vector for each chunk. */
  readonly vectors: VectorTable
  readonly adapter: VectorAdapter
  readonly log: Log
}

/** Opens the embedded index: own BM25, and vectors by FAISS or exactly. */
export async function openPassageIndex({
  chunks,
  analysis,
  vectors,
  adapter,
  log,
}: PassageIndexSettings): Promise<PassageIndex> {
  const bm25 = await Bm25.of(analysis.chunks, analysis.lexicon.size)
  const nearest = await openVectors(vectors, adapter, log)

  return {
    size: chunks.length,
    async search({ text, about, vector, filter, k }, { signal }) {
      if (signal.aborted) throw new CodedError('aborted', 'The search was stopped.', { cause: signal.reason })
      const allowed = allowedChunks(chunks, filter)
      const lexical = topScores(bm25.scores(analysis.query(text, about), allowed), k)
      const near = vector?.some((value) => value !== 0) ? nearest.nearest(vector, k, allowed) : []
      return merge(chunks, lexical, near)
    },
    async status() {
      return { adapter: `bm25+${nearest.adapter}`, chunks: chunks.length }
    },
    async close() {},
  }
}

async function openVectors(vectors: VectorTable, adapter: VectorAdapter, log: Log): Promise<VectorSearch> {
  if (adapter === 'exact') return createExactVectors(vectors)
  const loaded = loadFaiss()
  if ('faiss' in loaded) return createFaissVectors(loaded.faiss, vectors, { always: adapter === 'faiss' })
  if (adapter === 'faiss') {
    throw new OperatorError(`FAISS does not load (${loaded.reason}): run the set-up again, or choose the exact search.`)
  }
  log.info({ reason: loaded.reason }, 'FAISS does not load; vectors are searched exactly')
  return createExactVectors(vectors)
}

function merge(chunks: readonly Chunk[], lexical: readonly Scored[], vector: readonly Scored[]): IndexHit[] {
  const hits: { chunk: Chunk; lexical: HalfHit | null; vector: HalfHit | null }[] = []
  const places = new Map<number, number>()
  for (const { chunk, score } of lexical) {
    places.set(chunk, hits.length)
    hits.push({ chunk: chunks[chunk]!, lexical: { rank: hits.length + 1, score }, vector: null })
  }
  for (let i = 0; i < vector.length; i++) {
    const { chunk, score } = vector[i]!
    const place = places.get(chunk)
    const hit = { rank: i + 1, score }
    if (place === undefined) hits.push({ chunk: chunks[chunk]!, lexical: null, vector: hit })
    else hits[place]!.vector = hit
  }
  return hits
}
