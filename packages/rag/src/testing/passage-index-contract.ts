import { quietContext } from '@marketplace-agent/llm/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chunk, HalfHit, IndexHit, PassageFilter, PassageIndex } from '../port.ts'
import { samplePassages, type SamplePassages } from './sample-passages.ts'

export interface PassageIndexContractSettings {
  readonly chunks: readonly Chunk[]
  readonly vectors: SamplePassages['vectors']
}

/** Scores this near are ties: adapters may differ in their order. */
const tie = 1e-5
const context = quietContext()

/**
 * What every passage index has to do. `open` gets chunks and their vectors, and opens an index of them. `missing` says
 * why the adapter can't be tried here; the contract is skipped then, and the reason printed.
 */
export function passageIndexContract(
  name: string,
  open: (settings: PassageIndexContractSettings) => Promise<PassageIndex>,
  { missing = null }: { readonly missing?: string | null } = {},
): void {
  if (missing !== null) process.stderr.write(`Skipped: the contract of ${name} (${missing})\n`)

  describe.skipIf(missing !== null)(`${name} as a passage index`, () => {
    const sample = samplePassages(140)
    const { chunks, vectors, queries } = sample
    let index: PassageIndex

    beforeAll(async () => {
      index = await open({ chunks, vectors })
    })
    afterAll(() => index.close())

    const search = (i: number, k: number, filter?: PassageFilter) =>
      index.search({ ...queries[i]!, k, ...(filter && { filter }) }, context)

    it('says how many chunks it has, and what it is', async () => {
      expect(index.size).toBe(chunks.length)
      const status = await index.status(context)
      expect(status.chunks).toBe(chunks.length)
      expect(status.adapter).not.toBe('')
    })

    it('gives the k best of each half, ranked from 1 without gaps', async () => {
      for (const i of queries.keys()) {
        const hits = await search(i, 10)
        for (const half of ['lexical', 'vector'] as const) {
          const ranked = inOrder(hits, half)
          expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, place) => place + 1))
          expect(ranked.length).toBeLessThanOrEqual(10)
          for (const [place, hit] of ranked.slice(1).entries())
            expect(hit.score).toBeLessThanOrEqual(ranked[place]!.score)
        }
        expect(inOrder(hits, 'vector')).toHaveLength(10)
      }
    })

    it('finds the nearest vectors, by inner product', async () => {
      for (const [i, { vector }] of queries.entries()) {
        const wanted = nearest(sample, vector, () => true)
        for (const k of [1, 3, 20, chunks.length, chunks.length + 10]) {
          expect(differences(inOrder(await search(i, k), 'vector'), wanted.slice(0, k))).toEqual([])
        }
      }
    })

    it('puts equal scores in the order of the chunks', async () => {
      for (const i of queries.keys()) {
        const hits = await search(i, chunks.length)
        for (const half of ['lexical', 'vector'] as const) {
          const ranked = inOrder(hits, half)
          const swapped = ranked.filter(({ id, score }, at) => {
            const before = ranked[at - 1]
            return before?.score === score && placeOf(chunks, before.id) > placeOf(chunks, id)
          })
          expect(swapped).toEqual([])
        }
      }
    })

    it('finds every chunk that has a word of the text, and no other', async () => {
      for (const [i, { text }] of queries.entries()) {
        const wanted = chunks.filter((chunk) => text.split(' ').some((word) => words(chunk).includes(word)))
        const found = inOrder(await search(i, chunks.length), 'lexical').map(({ id }) => id)
        expect(new Set(found)).toEqual(new Set(wanted.map(({ id }) => id)))
      }
    })

    it('keeps to every filter and loses no hit by it', async () => {
      const filters: readonly PassageFilter[] = [
        { kinds: ['faq'] },
        { kinds: ['faq', 'policy'], products: [1, 2] },
        { products: [3] },
        { categories: ['phones'] },
        { documents: ['document-3', 'document-17'] },
        { products: [] },
        { kinds: ['manual'], categories: ['phones'] },
      ]
      for (const filter of filters) {
        const passing = chunks.filter((chunk) => meets(chunk, filter))
        for (const [i, { vector }] of queries.entries()) {
          const hits = await search(i, 8, filter)
          for (const { chunk } of hits) expect(meets(chunk, filter)).toBe(true)
          const near = nearest(sample, vector, (chunk) => passing.includes(chunk)).slice(0, 8)
          expect(differences(inOrder(hits, 'vector'), near)).toEqual([])
          const all = inOrder(await search(i, chunks.length), 'lexical')
          const wanted = all.filter(({ id }) => passing.some((chunk) => chunk.id === id)).slice(0, 8)
          expect(differences(inOrder(hits, 'lexical'), wanted)).toEqual([])
        }
      }
    })

    it('has each chunk once, with what both halves say of it', async () => {
      const hits = await search(0, chunks.length)
      expect(new Set(hits.map(({ chunk }) => chunk.id)).size).toBe(hits.length)
      expect(hits.filter(({ lexical, vector }) => lexical && vector).length).toBeGreaterThan(0)
      for (const { chunk } of hits) expect(chunk).toEqual(chunks[placeOf(chunks, chunk.id)])
    })

    it('leaves the vectors out without one, or with one of zeros', async () => {
      for (const vector of [null, new Float32Array(vectors.dimensions)]) {
        const hits = await index.search({ text: queries[0]!.text, vector, k: 5 }, context)
        expect(hits.length).toBeGreaterThan(0)
        expect(hits.every((hit) => hit.vector === null)).toBe(true)
      }
    })

    it('finds no words where the text has none that is known', async () => {
      for (const text of ['', '?!', 'zyxwvut', 'USB-C (fast AND "quoted']) {
        const hits = await index.search({ text, vector: null, k: 5 }, context)
        expect(hits).toEqual([])
      }
    })

    it('answers searches side by side as one after the other', async () => {
      const one = [await search(0, 5), await search(1, 5)]
      expect(await Promise.all([search(0, 5), search(1, 5)])).toEqual(one)
    })

    it('stops when it is told to', async () => {
      const stopped = quietContext(AbortSignal.abort())
      await expect(index.search({ ...queries[0]!, k: 3 }, stopped)).rejects.toMatchObject({ code: 'aborted' })
    })

    it('is content with no chunks at all', async () => {
      const empty = await open({ chunks: [], vectors: { values: new Float32Array(), dimensions: vectors.dimensions } })
      expect(await empty.search({ ...queries[0]!, k: 3 }, context)).toEqual([])
      await empty.close()
    })
  })
}

interface RankedHit extends HalfHit {
  readonly id: string
}

const inOrder = (hits: readonly IndexHit[], half: 'lexical' | 'vector'): RankedHit[] =>
  hits.flatMap((hit) => (hit[half] ? [{ id: hit.chunk.id, ...hit[half] }] : [])).sort((a, b) => a.rank - b.rank)

const words = ({ title, section, text }: Chunk) => `${title} ${section} ${text}`.split(' ')

const placeOf = (chunks: readonly Chunk[], id: string) => chunks.findIndex((chunk) => chunk.id === id)

const meets = (chunk: Chunk, { kinds, products, categories, documents }: PassageFilter) =>
  (kinds?.includes(chunk.kind) ?? true) &&
  (products === undefined || products.some((product) => product === chunk.product)) &&
  (categories === undefined || categories.some((category) => category === chunk.category)) &&
  (documents?.includes(chunk.documentId) ?? true)

function nearest({ chunks, vectors }: SamplePassages, vector: Float32Array, passes: (chunk: Chunk) => boolean) {
  const score = (place: number) =>
    vector.reduce((sum, value, i) => sum + value * vectors.values[place * vectors.dimensions + i]!, 0)
  return chunks
    .map((chunk, place) => ({ id: chunk.id, score: score(place), passing: passes(chunk) }))
    .filter(({ passing }) => passing)
    .sort((a, b) => b.score - a.score)
}

/** Hits that are not what was wanted at their rank; ties may be swapped. */
function differences(found: readonly RankedHit[], wanted: readonly { id: string; score: number }[]): unknown[] {
  const isNear = (a: number, b: number | undefined) => b !== undefined && Math.abs(a - b) < tie
  const wrong = found.filter(({ id, score }, i) => {
    const own = wanted.find((one) => one.id === id)
    // A tie at the end may leave out one and have another.
    return !isNear(score, wanted[i]?.score) || !isNear(score, own?.score ?? wanted.at(-1)?.score)
  })
  return found.length === wanted.length ? wrong : [{ found: found.length, wanted: wanted.length }]
}
