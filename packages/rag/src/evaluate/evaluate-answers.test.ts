import type { ShopDocument } from '@marketplace-agent/domain'
import { openEmbedder } from '@marketplace-agent/llm'
import { quietContext } from '@marketplace-agent/llm/testing'
import { describe, expect, it } from 'vitest'
import { openRetriever } from '../open-retriever.ts'
import { evaluateAnswers } from './evaluate-answers.ts'
import { sweepRetrieval } from './sweep-retrieval.ts'

const { log } = quietContext()
const embedder = openEmbedder({ kind: 'lexical' }).first
const documents: readonly ShopDocument[] = [
  {
    id: 'returns',
    title: 'Returns',
    kind: 'policy',
    text: 'You can return an item within\n30 days. Seeds stay with you.',
  },
  { id: 'delivery', title: 'Delivery', kind: 'faq', text: 'Delivery costs 4.90 €. The parcel comes in 3 days.' },
]
const lines = [
  {
    question: 'how long can i return an item',
    documents: ['returns'],
    answer: ['Within 30 days', 'a month'],
    split: 'tuning',
  },
  { question: 'what does delivery cost', document: 'delivery', answer: 'free of charge', split: 'test' },
  { question: 'elephants?', documents: ['delivery', 'returns'], split: 'test' },
  { question: 'capital of France', split: 'test' },
  { question: 'is there a return fee for seeds', split: 'test' },
].map((line) => JSON.stringify(line))
const retriever = await openRetriever({ documents, embedder, folder: null, log })
const evaluate = (given: readonly string[]) => evaluateAnswers(given, retriever, { log })

describe('answers', () => {
  it('are counted by split: found, quoted, refused, given where there are none', async () => {
    const calls: number[] = []
    const report = await evaluateAnswers([...lines, ''], retriever, { log, onProgress: (done) => calls.push(done) })
    expect(calls).toEqual([1, 2, 3, 4, 5])
    expect(report).toEqual({
      questions: 5,
      embedder: embedder.id,
      chunks: 2,
      splits: {
        tuning: {
          answerable: 1,
          unanswerable: 0,
          document_top_1: 1,
          document_top_3: 1,
          false_refusals: 0,
          quote_right: 1,
          false_answers: 0,
        },
        test: {
          answerable: 2,
          unanswerable: 2,
          document_top_1: 0.5,
          document_top_3: 0.5,
          false_refusals: 0.5,
          quote_right: 0,
          false_answers: 0.5,
        },
      },
    })
  })

  it.each([
    ['{"question": "x"', /^line 2: this is no JSON/],
    ['[]', /^line 2: a JSON object is needed/],
    ['{"documents": ["returns"]}', /^line 2: "question" has to be a text/],
    ['{"question": "x", "documents": [7]}', /^line 2: "documents" has to be a text or a list of texts/],
    ['{"question": "x", "split": 7}', /^line 2: "split" has to be a text/],
    ['{"question": "x", "document": "nothing"}', /^line 2: the shop has no document "nothing"/],
  ])('names the broken line %s', async (line, message) => {
    await expect(evaluate([lines[0]!, line])).rejects.toThrow(message)
  })
})

describe('a sweep', () => {
  it('gives a row for each size of chunks, over the questions that have an answer', async () => {
    const calls: [number, number][] = []
    const report = await sweepRetrieval({
      source: { documents, questions: lines },
      chunk: [40, 500],
      k: [1, 3],
      embedder,
      log,
      onProgress: (done, total) => calls.push([done, total]),
    })
    expect(calls.at(-1)).toEqual([6, 6])
    expect(report).toMatchObject({ queries: 3, embedder: embedder.id })
    expect(report.rows.map(({ chunk, passages }) => [chunk, passages])).toEqual([
      [40, 4],
      [500, 2],
    ])
    expect(report.rows[1]!.by_k).toEqual([
      { k: 1, found: 2 / 3, mrr: 2 / 3 },
      { k: 3, found: 2 / 3, mrr: 2 / 3 },
    ])
  })

  it('takes a set in BEIR’s layout', async () => {
    const folder = new URL('../testing/sets/faq', import.meta.url).pathname
    const { queries, rows } = await sweepRetrieval({
      source: { folder },
      chunk: [100, 1000],
      k: [1, 10],
      embedder,
      log,
    })
    expect(queries).toBe(67)
    for (const { by_k } of rows) expect(by_k[1]!.found).toBeGreaterThan(by_k[0]!.found)
    expect(rows[0]!.passages).toBeGreaterThan(rows[1]!.passages)
  })

  it('says so where no question has an answer', async () => {
    const source = { documents, questions: ['{"question": "x"}'] }
    await expect(sweepRetrieval({ source, chunk: [500], k: [1], embedder, log })).rejects.toThrow(/No question names/)
  })

  it('refuses a size that can not be', async () => {
    const source = { documents, questions: lines }
    await expect(sweepRetrieval({ source, chunk: [5], k: [1], embedder, log })).rejects.toThrow(/not possible/)
  })
})
