import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fakeSentenceEmbedder, quietContext } from '@marketplace-agent/llm/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chunkDocument, defaultChunking as chunking } from '../chunk/chunk-document.ts'
import { embedChunks } from './embed-chunks.ts'

const context = quietContext()
const documents = Array.from({ length: 1200 }, (_, i) => {
  const id = `doc-${i}`
  return { id, chunks: chunkDocument({ id, title: '', kind: 'faq', text: `Answer number ${i}.` }, chunking) }
})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('goes on from what was saved where it was broken off', async () => {
  const embedder = fakeSentenceEmbedder()
  const breaksOff = {
    ...embedder,
    async embed(texts: readonly string[], ...rest: [typeof context]) {
      if (texts[0]!.includes('1100')) throw new Error('broken off')
      return embedder.embed(texts, ...rest)
    },
  }
  await expect(embedChunks({ documents, chunking, embedder: breaksOff, folder }, context)).rejects.toThrow('broken off')
  const before = embedder.calls.length
  const { chunks } = await embedChunks({ documents, chunking, embedder, folder }, context)
  expect(chunks.values).toHaveLength(documents.length * embedder.dimensions)
  expect(embedder.calls.length - before).toBe(200)
})

it('gives a unit the mean of its vector alone and of the one under its heading', async () => {
  const embedder = fakeSentenceEmbedder()
  const units = [{ heading: 'Battery', text: 'It lasts long.' }]
  const given = [{ ...documents[0]!, units }]
  const { units: table } = await embedChunks({ documents: given, chunking, embedder, folder }, context)
  const [alone, under] = await embedder.embed(['It lasts long.', 'Battery\nIt lasts long.'], context)
  expect(table.values).toEqual(alone!.map((value, i) => (value + under![i]!) / 2))
  const before = embedder.calls.length
  const again = await embedChunks({ documents: given, chunking, embedder, folder }, context)
  expect(again.units).toEqual(table)
  expect(embedder.calls).toHaveLength(before)
})
