import type { CallContext, Log } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'
import { chunkDocument, type Chunking } from '../chunk/chunk-document.ts'
import { textToEmbed } from '../open-retriever.ts'
import { openPassageIndex, type VectorAdapter } from '../passage-index/open-passage-index.ts'
import type { Chunk, IndexHit } from '../port.ts'
import { createReaders } from '../rank/coverage.ts'
import { readAsked } from '../rank/question.ts'
import { focusOf } from '../rank/focus.ts'
import { createRanker } from '../rank/rank.ts'
import { analyseChunks } from '../text/analysis.ts'
import type { SynonymGroups } from '../text/synonyms.ts'
import { type Judgements, ndcg, recall, reciprocalRank } from './metrics.ts'
import { readRetrievalSet, type RetrievalSet } from './read-set.ts'

export interface RetrievalEvaluation {
  readonly embedder: Embedder
  readonly synonyms?: SynonymGroups
  readonly vectors?: VectorAdapter
  /** Texts longer than a chunk are cut, and the best chunk stands for its text. By default as in `longPassages`. */
  readonly chunking?: Chunking
  readonly log: Log
  readonly signal?: AbortSignal
  /** Called now and then, with texts embedded and queries answered so far, of all. */
  readonly onProgress?: (done: number, total: number) => void
}

/** Means over the judged queries. */
export interface RetrievalMetrics {
  readonly ndcg_10: number
  readonly mrr_10: number
  readonly recall_3: number
  readonly recall_10: number
  readonly recall_100: number
  readonly milliseconds_per_query: number
}

export const retrievalMethods = ['bm25', 'lexical', 'hybrid'] as const
export type RetrievalMethod = (typeof retrievalMethods)[number]

export interface RetrievalReport extends Readonly<Record<RetrievalMethod, RetrievalMetrics>> {
  readonly documents: number
  readonly passages: number
  /** Judged ones, which the figures are over. */
  readonly queries: number
  /** Left out: no document is relevant to them. */
  readonly queries_without_judgements: number
  /** Judged, but not in the corpus; they count as not found. */
  readonly unknown_documents: number
  /** Judged, but not among the queries; left out. */
  readonly unknown_queries: number
  readonly embedder: string
  readonly index: string
}

/** Most texts of such sets stay whole; longer ones would blur in one vector. */
const longPassages: Chunking = { size: 1000, overlap: 100 }
const depth = 100
const textsAtOnce = 32

/**
 * Measures BM25 alone, the embedding alone and what the shop uses (without its relevance floor) on a folder in BEIR's
 * layout. Times are of one query, embedding included, one after the other.
 */
export async function evaluateRetrieval(folder: string, evaluation: RetrievalEvaluation): Promise<RetrievalReport> {
  const { embedder, synonyms = [], vectors = 'auto', chunking = longPassages, log, onProgress } = evaluation
  const context: CallContext = {
    signal: evaluation.signal ?? new AbortController().signal,
    deadline: Infinity,
    degrade() {},
    log,
  }
  const set = await readRetrievalSet(folder)
  const judged = judgedQueries(set)
  const chunks = set.documents.flatMap((document) => passagesOf(document, chunking))
  const total = chunks.length + judged.length
  const values = await embedAll(chunks, embedder, context, (done) => onProgress?.(done, total))
  const analysis = analyseChunks(chunks, synonyms)
  const table = { values, dimensions: embedder.dimensions }
  const index = await openPassageIndex({ chunks, analysis, vectors: table, adapter: vectors, log })
  const rank = createRanker(chunks, analysis)
  const readerOf = createReaders(analysis)
  const k = Math.ceil((depth * chunks.length) / set.documents.length)

  const methods: Record<RetrievalMethod, (text: string) => Promise<readonly IndexHit[]>> = {
    async bm25(text) {
      return ranked(await index.search({ text, vector: null, k }, context), 'lexical')
    },
    async lexical(text) {
      const [vector] = await embedder.embed([text], context)
      return ranked(await index.search({ text: '', vector: vector!, k }, context), 'vector')
    },
    async hybrid(query) {
      const text = focusOf(query)
      const [vector] = await embedder.embed([text], context)
      const hits = await index.search({ text, vector: vector!, k }, context)
      return rank(readerOf(analysis.query(text), readAsked(text)), hits)
    },
  }
  const sums = { bm25: emptySums(), lexical: emptySums(), hybrid: emptySums() }
  for (const [i, { text, judgements }] of judged.entries()) {
    for (const method of retrievalMethods) {
      const started = performance.now()
      const hits = await methods[method](text)
      addTo(sums[method], documentsOf(hits), judgements, performance.now() - started)
    }
    onProgress?.(chunks.length + i + 1, total)
  }
  const { adapter } = await index.status(context)
  await index.close()
  return {
    documents: set.documents.length,
    passages: chunks.length,
    queries: judged.length,
    queries_without_judgements: set.queries.length - judged.length,
    ...countUnknown(set),
    embedder: embedder.id,
    index: adapter,
    bm25: meansOf(sums.bm25, judged.length),
    lexical: meansOf(sums.lexical, judged.length),
    hybrid: meansOf(sums.hybrid, judged.length),
  }
}

function judgedQueries({ queries, judgements }: RetrievalSet) {
  return queries.flatMap(({ id, text }) => {
    const own = judgements.get(id)
    return own && [...own.values()].some((grade) => grade > 0) ? [{ text, judgements: own }] : []
  })
}

function passagesOf({ id, title, text }: RetrievalSet['documents'][number], chunking: Chunking): Chunk[] {
  if (text.length > chunking.size) return chunkDocument({ id, title, kind: 'faq', text }, chunking)
  const whole = { id: `${id}#0`, documentId: id, title, section: title, start: 0, end: text.length, text }
  return [{ ...whole, kind: 'faq', product: null, category: null }]
}

async function embedAll(
  chunks: readonly Chunk[],
  embedder: Embedder,
  context: CallContext,
  onProgress: (done: number) => void,
): Promise<Float32Array> {
  const values = new Float32Array(chunks.length * embedder.dimensions)
  for (let from = 0; from < chunks.length; from += textsAtOnce) {
    const part = chunks.slice(from, from + textsAtOnce)
    const vectors = await embedder.embed(part.map(textToEmbed), context)
    vectors.forEach((vector, i) => values.set(vector, (from + i) * embedder.dimensions))
    onProgress(from + part.length)
    // Other work, a progress bar among it, gets its turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return values
}

const ranked = (hits: readonly IndexHit[], half: 'lexical' | 'vector') =>
  hits.filter((hit) => hit[half]).sort((a, b) => a[half]!.rank - b[half]!.rank)

/** Documents in the order of their best passages. */
function documentsOf(hits: readonly IndexHit[]): string[] {
  return [...new Set(hits.map(({ chunk }) => chunk.documentId))].slice(0, depth)
}

type Sums = { -readonly [Key in keyof RetrievalMetrics]: number }

const emptySums = (): Sums => ({
  ndcg_10: 0,
  mrr_10: 0,
  recall_3: 0,
  recall_10: 0,
  recall_100: 0,
  milliseconds_per_query: 0,
})

function addTo(sums: Sums, ranking: readonly string[], judgements: Judgements, milliseconds: number): void {
  sums.ndcg_10 += ndcg(ranking, judgements, 10)
  sums.mrr_10 += reciprocalRank(ranking, judgements, 10)
  sums.recall_3 += recall(ranking, judgements, 3)
  sums.recall_10 += recall(ranking, judgements, 10)
  sums.recall_100 += recall(ranking, judgements, 100)
  sums.milliseconds_per_query += milliseconds
}

const meansOf = (sums: Sums, count: number): RetrievalMetrics =>
  Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, count === 0 ? 0 : sum / count])) as unknown as Sums

function countUnknown({ documents, queries, judgements }: RetrievalSet) {
  const known = new Set(documents.map(({ id }) => id))
  const asked = new Set(queries.map(({ id }) => id))
  const unknown = new Set([...judgements.values()].flatMap((own) => [...own.keys()].filter((id) => !known.has(id))))
  return {
    unknown_documents: unknown.size,
    unknown_queries: [...judgements.keys()].filter((id) => !asked.has(id)).length,
  }
}
