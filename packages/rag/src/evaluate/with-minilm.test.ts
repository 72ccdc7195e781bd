import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedder, openEmbedder } from '@marketplace-agent/llm'
import { modelsForTests, quietContext } from '@marketplace-agent/llm/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateRetrieval } from './evaluate-retrieval.ts'

const modelsFolder = modelsForTests('retrieval with MiniLM')
const { log } = quietContext()

describe.skipIf(modelsFolder === null)('with MiniLM, on the sets of this package', () => {
  let embedder: Embedder
  let close: () => Promise<void>
  let vectorCache: string
  beforeAll(async () => {
    const opened = openEmbedder({ kind: 'minilm', source: { modelsFolder: modelsFolder! }, log })
    close = opened.close
    const better = await opened.better
    if (better === null) throw new Error('MODELS_DIR has no model')
    embedder = better
    vectorCache = await mkdtemp(join(tmpdir(), 'vectors-'))
  })
  afterAll(async () => {
    await close()
    await rm(vectorCache, { recursive: true, force: true })
  })

  // The re-ranker's weights weren't learned on these; the features and the constants of the fused score were chosen with them
  // in view. int8 vectors differ a little from machine to machine.
  it.each([
    ['catalogue', 0.96],
    ['names', 0.98],
    ['faq', 0.97],
    ['passages', 0.935],
  ])('%s: what the shop uses is no worse than the better of the two', { timeout: 60_000 }, async (name, floor) => {
    const folder = new URL(`../testing/sets/${name}`, import.meta.url).pathname
    const { bm25, dense, hybrid, reranked } = await evaluateRetrieval(folder, { embedder, log, vectorCache })
    const best = Math.max(bm25.ndcg_10, dense!.ndcg_10) - 0.005
    for (const { ndcg_10 } of [hybrid, reranked]) expect(ndcg_10).toBeGreaterThanOrEqual(Math.max(best, floor))
  })
})
