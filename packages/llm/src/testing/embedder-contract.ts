import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Embedder } from '../embedder.ts'
import { quietContext } from './contexts.ts'

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

const texts = [
  'How long do I have to return an item?',
  'Items can be returned within 30 days of delivery.',
  'The laptop charges by USB-C and weighs 1.2 kg.',
  'Größe, naïve café, 東京, emoji 👩‍👩‍👧 and \u0000 control',
]

/** What every embedder has to do, whichever way it comes by its vectors. */
export function embedderContract(name: string, open: () => Promise<Embedder>): void {
  describe(`${name} as an embedder`, () => {
    let embedder: Embedder
    const embed = (...given: string[]) => embedder.embed(given, quietContext())

    beforeAll(async () => {
      embedder = await open()
    })
    afterAll(() => embedder.close())

    it('has an id and a number of dimensions', () => {
      expect(embedder.id).not.toBe('')
      expect(embedder.dimensions).toBeGreaterThan(0)
    })

    it('gives one vector of unit length for each text, in order', async () => {
      const together = await embed(...texts)
      expect(together).toHaveLength(texts.length)
      for (const vector of together) {
        expect(vector).toBeInstanceOf(Float32Array)
        expect(vector).toHaveLength(embedder.dimensions)
        expect(Math.sqrt(cosine(vector, vector))).toBeCloseTo(1, 4)
      }
      for (const [i, text] of texts.entries()) {
        const [alone] = await embed(text)
        expect(cosine(alone!, together[i]!)).toBeGreaterThan(0.97)
      }
    })

    it('gives the same vector for the same text', async () => {
      const [first] = await embed(texts[0]!)
      const [second] = await embed(texts[0]!)
      expect(second).toEqual(first)
    })

    it('gives vectors of its own, which later calls leave alone', async () => {
      const [first] = await embed(texts[0]!)
      const copy = first!.slice()
      await embed(texts[2]!)
      expect(first).toEqual(copy)
    })

    it('puts what is about one thing nearer than what is not', async () => {
      const [question, answer, other] = await embed(...texts)
      expect(cosine(question!, answer!)).toBeGreaterThan(cosine(question!, other!))
    })

    it('gives zeros for a text without words', async () => {
      const vectors = await embed('', ' \n\t', '?!… —')
      for (const vector of vectors) expect(vector.every((value) => value === 0)).toBe(true)
    })

    it('gives nothing for no texts', async () => {
      expect(await embed()).toEqual([])
    })

    it('takes a text of a hundred thousand characters', async () => {
      const [vector] = await embed('a long story about a parcel '.repeat(3600))
      expect(vector!.every(Number.isFinite)).toBe(true)
    })

    it('stops when it is told to', async () => {
      await expect(embedder.embed(texts, quietContext(AbortSignal.abort()))).rejects.toMatchObject({ code: 'aborted' })
    })
  })
}
