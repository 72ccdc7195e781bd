import type { CallContext, Log } from '@marketplace-agent/domain'
import type { IndexHit } from '../port.ts'
import type { Judgements } from './metrics.ts'
import { depth, openSet, type SetSettings } from './open-set.ts'
import { createPlainBm25 } from './plain-bm25.ts'
import { readRetrievalSet, type RetrievalSet } from './read-set.ts'
import { createMeans, type RetrievalMetrics } from './retrieval-metrics.ts'

export interface RetrievalEvaluation extends SetSettings {
  readonly log: Log
  readonly signal?: AbortSignal
  /** Called now and then, with texts embedded and queries answered so far, of all. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * `bm25`: plain, over titles and texts, for comparison. `lexical`: the words as the shop reads them (stems, fields,
 * typos, synonyms), alone. `dense`: the embedder's vectors alone, where they are of senses and not of spellings.
 * `hybrid`: both halves in one ranking. `reranked`: what the shop uses.
 */
export const retrievalMethods = ['bm25', 'lexical', 'dense', 'hybrid', 'reranked'] as const
export type RetrievalMethod = (typeof retrievalMethods)[number]

export interface RetrievalReport extends Readonly<Record<Exclude<RetrievalMethod, 'dense'>, RetrievalMetrics>> {
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
  /** Null where the embedder is the lexical one. */
  readonly dense: RetrievalMetrics | null
}

/**
 * Measures every method on a folder in BEIR's layout. Times are of one query, its embedding included where a method
 * needs one, one after the other.
 */
export async function evaluateRetrieval(folder: string, evaluation: RetrievalEvaluation): Promise<RetrievalReport> {
  const { embedder, log, onProgress } = evaluation
  const context: CallContext = {
    signal: evaluation.signal ?? new AbortController().signal,
    deadline: Infinity,
    degrade() {},
    log,
  }
  const set = await readRetrievalSet(folder)
  const judged = judgedQueries(set)
  const opened = await openSet(folder, set, evaluation, context, (done, of) => onProgress?.(done, of + judged.length))
  const plain = createPlainBm25(set.documents.map(({ title, text }) => `${title}\n${text}`))
  const means = {
    bm25: createMeans(),
    lexical: createMeans(),
    dense: createMeans(),
    hybrid: createMeans(),
    reranked: createMeans(),
  }
  const total = opened.passages + judged.length
  for (const [i, { text, judgements }] of judged.entries()) {
    const watch = stopwatch()
    const bm25 = plain.search(text, depth).map((place) => set.documents[place]!.id)
    means.bm25.add(bm25, judgements, watch.lap())
    const lexical = await opened.search(text, null)
    means.lexical.add(documentsOf(lexical), judgements, watch.lap())
    const vector = await opened.embed(text)
    const embedding = watch.lap()
    if (embedder.kind === 'semantic') {
      const dense = await opened.search('', vector)
      means.dense.add(documentsOf(dense), judgements, embedding + watch.lap())
    }
    const hybrid = opened.rank(text, vector, await opened.search(text, vector))
    const both = embedding + watch.lap()
    means.hybrid.add(documentsOf(hybrid), judgements, both)
    const reranked = await opened.rerank(text, hybrid)
    means.reranked.add(documentsOf(reranked), judgements, both + watch.lap())
    onProgress?.(opened.passages + i + 1, total)
  }
  await opened.close()
  return {
    documents: set.documents.length,
    passages: opened.passages,
    queries: judged.length,
    queries_without_judgements: set.queries.length - judged.length,
    ...countUnknown(set),
    embedder: embedder.id,
    index: opened.adapter,
    bm25: means.bm25.means(),
    lexical: means.lexical.means(),
    dense: embedder.kind === 'semantic' ? means.dense.means() : null,
    hybrid: means.hybrid.means(),
    reranked: means.reranked.means(),
  }
}

export function judgedQueries({ queries, judgements }: RetrievalSet): { text: string; judgements: Judgements }[] {
  return queries.flatMap(({ id, text }) => {
    const own = judgements.get(id)
    return own && [...own.values()].some((grade) => grade > 0) ? [{ text, judgements: own }] : []
  })
}

/** Documents in the order of their best passages. */
const documentsOf = (hits: readonly IndexHit[]): string[] =>
  [...new Set(hits.map(({ chunk }) => chunk.documentId))].slice(0, depth)

/** Each lap in milliseconds, from the one before. */
function stopwatch(): { lap(): number } {
  let since = performance.now()
  return {
    lap() {
      const now = performance.now()
      const lap = now - since
      since = now
      return lap
    },
  }
}

function countUnknown({ documents, queries, judgements }: RetrievalSet) {
  const known = new Set(documents.map(({ id }) => id))
  const asked = new Set(queries.map(({ id }) => id))
  const unknown = new Set([...judgements.values()].flatMap((own) => [...own.keys()].filter((id) => !known.has(id))))
  return {
    unknown_documents: unknown.size,
    unknown_queries: [...judgements.keys()].filter((id) => !asked.has(id)).length,
  }
}
