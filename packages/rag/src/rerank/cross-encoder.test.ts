import { quietContext } from '@marketplace-agent/llm/testing'
import { describe, expect, it } from 'vitest'
import type { Chunk, RerankCandidate } from '../port.ts'
import { createCrossEncoderReranker, type TextPairScorer } from './cross-encoder.ts'

const context = quietContext()

const candidate = (n: number, text: string): RerankCandidate => ({
  chunk: { id: `d#${n}`, documentId: 'd', title: 'Help', section: 'Help', text, start: 0, end: text.length } as Chunk,
  score: 1 / n,
  features: [],
})
const candidates = [candidate(1, 'a'), candidate(2, 'bbb'), candidate(3, 'cc'), candidate(4, 'dddd')]

/** Scores a text by its length. */
function scorer(read: string[] = []): TextPairScorer {
  return {
    id: 'by-length',
    async score(query, texts) {
      read.push(...texts.map((text) => `${query}|${text}`))
      return Float32Array.from(texts, (text) => text.length)
    },
  }
}

describe('the cross-encoder re-ranker', () => {
  it("reads the question with each passage and its heading, and gives the model's scores", async () => {
    const read: string[] = []
    const scores = await createCrossEncoderReranker(scorer(read)).rerank('q', candidates, context)
    expect(read).toEqual(['q|Help\na', 'q|Help\nbbb', 'q|Help\ncc', 'q|Help\ndddd'])
    expect(scores).toEqual([6, 8, 7, 9])
  })

  it('leaves those it does not read behind those it does, in their order', async () => {
    const scores = await createCrossEncoderReranker(scorer(), 2).rerank('q', candidates, context)
    expect([0, 1, 2, 3].sort((a, b) => scores[b]! - scores[a]!)).toEqual([1, 0, 2, 3])
  })

  it('has nothing to say of nothing', async () => {
    expect(await createCrossEncoderReranker(scorer()).rerank('q', [], context)).toEqual([])
  })

  it.each([[[1]], [[1, Number.NaN, 3, 4]]])('does not take %j for scores of four', async (scores) => {
    const broken = createCrossEncoderReranker({ id: 'broken', score: async () => scores })
    await expect(broken.rerank('q', candidates, context)).rejects.toThrow(/broken gave/)
  })
})
