import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEmbedder } from '@marketplace-agent/llm'
import { quietContext } from '@marketplace-agent/llm/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evaluateRetrieval, type RetrievalEvaluation } from './evaluate-retrieval.ts'

const { log } = quietContext()
const embedder = openEmbedder({ kind: 'lexical' }).first
const evaluate = (folder: string, more: Partial<RetrievalEvaluation> = {}) =>
  evaluateRetrieval(folder, { embedder, log, ...more })

describe('on the sets of this package, without synonyms', () => {
  // What was reached when the parameters were chosen, less a little: it may only rise.
  it.each([
    ['faq', 40, 67, 0.69],
    ['catalogue', 60, 60, 0.85],
    ['passages', 50, 62, 0.66],
    ['names', 90, 92, 0.985],
  ])('%s: what the shop uses is at its floor, and better than plain BM25', async (name, documents, queries, floor) => {
    const report = await evaluate(fileURLToPath(new URL(`../testing/sets/${name}`, import.meta.url)))
    expect(report).toMatchObject({
      documents,
      queries,
      queries_without_judgements: 0,
      unknown_documents: 0,
      unknown_queries: 0,
    })
    expect(report.hybrid.ndcg_10).toBeGreaterThanOrEqual(floor)
    expect(report.reranked.ndcg_10).toBeGreaterThanOrEqual(floor)
    expect(report.reranked.ndcg_10).toBeGreaterThan(report.bm25.ndcg_10)
    expect(report.lexical.ndcg_10).toBeGreaterThan(report.bm25.ndcg_10)
    expect(report.dense).toBeNull()
    for (const { recall_3, recall_10, recall_100, mrr_10, milliseconds_per_query } of [
      report.bm25,
      report.lexical,
      report.hybrid,
      report.reranked,
    ]) {
      expect(recall_3).toBeLessThanOrEqual(recall_10)
      expect(recall_10).toBeLessThanOrEqual(recall_100)
      expect(mrr_10).toBeLessThanOrEqual(1)
      expect(milliseconds_per_query).toBeGreaterThan(0)
    }
  })
})

describe('on a folder', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'retrieval-set-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const corpus = [
    { _id: 'returns', title: 'Returns', text: 'Send it back within 30 days.' },
    {
      _id: 'warranty',
      title: '',
      text: `${'The warranty lasts two years and covers faults of the battery. '.repeat(60)}Not drops.`,
    },
    { _id: 'none', text: '' },
    { _id: 7, title: null, text: '“Größe” 東京の保証 \u2028 emoji 👩‍👩‍👧\u0000' },
  ]
  const queries = [
    { _id: 'q1', text: 'how do I send something back' },
    { _id: 'q2', text: 'are drops covered by the warranty' },
    { _id: 'q3', text: 'not judged' },
    { _id: 'q4', text: 'judged as not relevant' },
    { _id: 'q5', text: '東京の保証' },
  ]
  const qrels =
    'query-id\tcorpus-id\tscore\nq1\treturns\t2\nq2\twarranty\t1\nq2\tgone\t1\nq4\treturns\t0\nq5\t7\t1\nq9\treturns\t1\n'
  const lines = (values: readonly object[]) => values.map((value) => JSON.stringify(value)).join('\n')

  async function write(files: { corpus?: string; queries?: string; qrels?: string } = {}) {
    await writeFile(join(folder, 'corpus.jsonl'), files.corpus ?? lines(corpus))
    await writeFile(join(folder, 'queries.jsonl'), files.queries ?? lines(queries))
    await writeFile(join(folder, 'qrels.tsv'), files.qrels ?? qrels)
  }

  it('counts what is left out and what is unknown, and takes any text', async () => {
    await write()
    const report = await evaluate(folder)
    expect(report).toMatchObject({
      documents: 4,
      queries: 3,
      queries_without_judgements: 2,
      unknown_documents: 1,
      unknown_queries: 1,
      embedder: embedder.id,
    })
    expect(report.passages).toBeGreaterThan(4)
    expect(report.hybrid.mrr_10).toBe(1)
    // q2 names one document that can't be found: (1 + 1 / (1 + 1 / log2(3)) + 1) / 3
    expect(report.hybrid.ndcg_10).toBeCloseTo((2 + 1 / (1 + 1 / Math.log2(3))) / 3, 10)
    expect(report.hybrid.recall_3).toBeCloseTo((1 + 0.5 + 1) / 3, 10)
  })

  it('reads a byte order mark, carriage returns, blank lines and qrels without a header', async () => {
    await write({ corpus: `\ufeff${lines(corpus).replaceAll('\n', '\r\n\r\n')}\r\n`, qrels: 'q1\treturns\t1\r\n' })
    expect(await evaluate(folder)).toMatchObject({ documents: 4, queries: 1, hybrid: { ndcg_10: 1 } })
  })

  it('finds the judgements of the test split, where there are several splits', async () => {
    await write()
    await mkdir(join(folder, 'qrels'))
    await rename(join(folder, 'qrels.tsv'), join(folder, 'qrels/test.tsv'))
    expect((await evaluate(folder)).queries).toBeGreaterThan(0)
  })

  it('keeps vectors where it is told to, each way to cut the texts for itself', async () => {
    await write()
    const sizes: number[] = []
    const counting = {
      ...embedder,
      embed: (texts: readonly string[], given: Parameters<typeof embedder.embed>[1]) => {
        sizes.push(texts.length)
        return embedder.embed(texts, given)
      },
    }
    const embeddings = async (size: number) => {
      sizes.length = 0
      const report = await evaluate(folder, {
        embedder: counting,
        vectorCache: join(folder, 'cache'),
        chunking: { size, overlap: 0 },
      })
      return sizes.reduce((sum, count) => sum + count, 0) - report.queries
    }
    expect(await embeddings(1000)).toBeGreaterThan(3)
    expect(await embeddings(500)).toBeGreaterThan(3)
    expect([await embeddings(1000), await embeddings(500)]).toEqual([0, 0])
  })

  it('says how far it is', async () => {
    await write()
    const calls: [number, number][] = []
    const report = await evaluate(folder, { onProgress: (done, total) => void calls.push([done, total]) })
    const total = report.passages + report.queries
    expect(calls.at(-1)).toEqual([total, total])
    expect(calls.every(([done], i) => i === 0 || done >= calls[i - 1]![0])).toBe(true)
  })

  it.each([
    ['corpus', '{"_id":"a","text":"x"}\n{"_id":"b"', /corpus\.jsonl line 2: this is no JSON/],
    ['corpus', '{"_id":"a","text":"x"}\n\n[]', /corpus\.jsonl line 3: a JSON object is needed/],
    ['corpus', '{"text":"x"}', /corpus\.jsonl line 1: "_id" has to be a text/],
    ['corpus', '{"_id":"a","text":5}', /corpus\.jsonl line 1: "text" has to be a text/],
    [
      'corpus',
      '{"_id":"a","text":"x"}\n{"_id":"a","text":"y"}',
      /corpus\.jsonl line 2: the _id "a" stands in line 1 already/,
    ],
    ['corpus', '\n', /corpus\.jsonl is empty/],
    ['queries', '{"_id":"q1"}', /queries\.jsonl line 1: "text" has to be a text/],
    ['qrels', 'query-id\tcorpus-id\tscore\nq1 returns 1', /qrels\.tsv line 2: three columns are needed/],
    ['qrels', 'query-id\tcorpus-id\tscore\nq1\treturns\tyes', /qrels\.tsv line 2: the score "yes" is no number/],
  ] as const)('names the broken line of %s.* (%j)', async (file, content, message) => {
    await write({ [file]: content })
    await expect(evaluate(folder)).rejects.toThrow(message)
  })

  it('says what a folder has to have', async () => {
    await expect(evaluate(folder)).rejects.toThrow(
      /corpus\.jsonl can't be read: the folder needs corpus\.jsonl, queries\.jsonl and qrels\.tsv/,
    )
  })

  it.each([
    ['query-id\tcorpus-id\tscore\n', /are none: write query-id/],
    ['', /are none/],
    ['q1\treturns\t0\nq2\twarranty\t-1\n', /no score above 0/],
    ['1\treturns\t1\n', /name no query of queries\.jsonl/],
    ['q1\treturn\t1\n', /name no document of corpus\.jsonl/],
  ])('says so where nothing is judged that it has: %j', async (judgements, message) => {
    await write({ qrels: judgements })
    await expect(evaluate(folder)).rejects.toThrow(message)
  })
})
