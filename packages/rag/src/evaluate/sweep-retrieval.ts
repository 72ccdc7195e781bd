import { type CallContext, type Log, OperatorError, type ShopDocument } from '@marketplace-agent/domain'
import { checkChunking, type Chunking } from '../chunk/chunk-document.ts'
import { openRetriever } from '../open-retriever.ts'
import { readAnswerLines } from './evaluate-answers.ts'
import { judgedQueries } from './evaluate-retrieval.ts'
import { type Judgements, reciprocalRank } from './metrics.ts'
import { openSet, type SetSettings } from './open-set.ts'
import { readRetrievalSet } from './read-set.ts'

/** A folder in BEIR's layout, or a shop's documents with questions to them (lines as of `evaluateAnswers`). */
export type SweepSource =
  | { readonly folder: string }
  | { readonly documents: readonly ShopDocument[]; readonly questions: readonly string[]; readonly file?: string }

export interface RetrievalSweep extends Omit<SetSettings, 'chunking'> {
  readonly source: SweepSource
  /** Sizes of chunks, in UTF-16 units; each overlaps the next by a tenth. */
  readonly chunk: readonly number[]
  /** How many documents are looked at. */
  readonly k: readonly number[]
  readonly log: Log
  readonly signal?: AbortSignal
  /** Called with the queries answered so far, of all. */
  readonly onProgress?: (done: number, total: number) => void
}

export interface SweepRow {
  readonly chunk: number
  readonly passages: number
  /** In the order of the `k` asked for. */
  readonly by_k: readonly {
    readonly k: number
    /** Share of the queries with a right document among the first `k`. */
    readonly found: number
    readonly mrr: number
  }[]
}

export interface SweepReport {
  readonly queries: number
  readonly embedder: string
  readonly rows: readonly SweepRow[]
}

/** Documents for a query, best first. */
interface Sought {
  readonly passages: number
  search(query: string): Promise<readonly string[]>
  close(): Promise<void>
}

interface Asked {
  readonly text: string
  readonly judgements: Judgements
}

/**
 * Measures every size of chunks on the same queries. A set is searched without the relevance floor; a shop's documents
 * as the shop does, so that what it refuses is not found.
 */
export async function sweepRetrieval(sweep: RetrievalSweep): Promise<SweepReport> {
  const { embedder, log, signal = new AbortController().signal, onProgress } = sweep
  const chunkings = sweep.chunk.map((size): Chunking => ({ size, overlap: Math.floor(size / 10) }))
  chunkings.forEach(checkChunking)
  const context: CallContext = { signal, deadline: Infinity, degrade() {}, log }
  const { queries, open } = await readSource(sweep, context)
  const total = queries.length * chunkings.length
  const rows: SweepRow[] = []
  for (const chunking of chunkings) {
    const sought = await open(chunking)
    const rankings: (readonly string[])[] = []
    for (const { text } of queries) {
      rankings.push(await sought.search(text))
      onProgress?.(rows.length * queries.length + rankings.length, total)
    }
    await sought.close()
    rows.push({
      chunk: chunking.size,
      passages: sought.passages,
      by_k: sweep.k.map((k) => atK(queries, rankings, k)),
    })
  }
  return { queries: queries.length, embedder: embedder.id, rows }
}

async function readSource(
  sweep: RetrievalSweep,
  context: CallContext,
): Promise<{ queries: readonly Asked[]; open(chunking: Chunking): Promise<Sought> }> {
  const { source } = sweep
  const most = Math.max(...sweep.k)
  if ('folder' in source) {
    const set = await readRetrievalSet(source.folder)
    return {
      queries: judgedQueries(set),
      async open(chunking) {
        const opened = await openSet(source.folder, set, { ...sweep, chunking }, context)
        return {
          passages: opened.passages,
          async search(query) {
            const vector = await opened.embed(query)
            const ranked = opened.rank(query, vector, await opened.search(query, vector))
            return documentsOf(await opened.rerank(query, ranked))
          },
          close: () => opened.close(),
        }
      },
    }
  }
  const { documents, questions, file } = source
  const lines = readAnswerLines(questions, new Set(documents.map(({ id }) => id)), file)
  const answerable = lines.filter((line) => line.documents.length > 0)
  if (answerable.length === 0) throw new OperatorError('No question names a document: give each its "documents".')
  return {
    queries: answerable.map((line) => ({
      text: line.question,
      judgements: new Map(line.documents.map((id) => [id, 1])),
    })),
    async open(chunking) {
      const { vectorCache = null, ...settings } = sweep
      const retriever = await openRetriever({ ...settings, documents, chunking, folder: vectorCache })
      return {
        passages: (await retriever.status(context)).chunks,
        search: async (query) => documentsOf(await retriever.retrieve(query, { limit: most }, context)),
        close: () => retriever.close(),
      }
    },
  }
}

const documentsOf = (hits: readonly { readonly chunk: { readonly documentId: string } }[]): string[] => [
  ...new Set(hits.map(({ chunk }) => chunk.documentId)),
]

function atK(queries: readonly Asked[], rankings: readonly (readonly string[])[], k: number) {
  let found = 0
  let reciprocals = 0
  for (const [i, { judgements }] of queries.entries()) {
    const reciprocal = reciprocalRank(rankings[i]!, judgements, k)
    if (reciprocal > 0) found++
    reciprocals += reciprocal
  }
  const of = Math.max(1, queries.length)
  return { k, found: found / of, mrr: reciprocals / of }
}
