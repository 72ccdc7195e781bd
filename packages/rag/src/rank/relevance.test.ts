import { describe, expect, it } from 'vitest'
import type { Chunk } from '../port.ts'
import { analyseChunks } from '../text/analysis.ts'
import { createReaders } from './coverage.ts'
import { relevance } from './relevance.ts'

const chunkOf = (section: string, text: string, i: number): Chunk => ({
  id: `doc#${i}`,
  documentId: 'doc',
  title: 'Help',
  section,
  kind: 'faq',
  product: null,
  category: null,
  start: 0,
  end: text.length,
  text,
})
const chunks = [
  chunkOf('Returns', 'You can return an item within 30 days.', 0),
  chunkOf('Price match', 'We match the price of another shop.', 1),
  chunkOf('Delivery', 'The parcel comes in 3 days.', 2),
  chunkOf('Wi-Fi', 'If the Wi-Fi drops, restart the router.', 3),
]
const analysis = analyseChunks(chunks, [['parcel', 'package', 'my box']])
const readerOf = createReaders(analysis.lexicon.size)
const score = (question: string, place: number, cosine: number | null = null) =>
  relevance(readerOf(analysis.query(question)), analysis.chunks[place]!, cosine)

describe('relevance', () => {
  it('is 1 where all that was asked is there, and 0 where nothing is', () => {
    expect(score('returns', 0)).toBeCloseTo(1)
    expect(score('returns', 2)).toBe(0)
    expect(score('what is it', 0)).toBe(0)
  })

  it('is low where the rarer half of the question is missing', () => {
    expect(score('who won the match', 1)).toBeLessThan(0.5)
    expect(score('capital of France', 1)).toBe(0)
  })

  it('counts synonyms for less, those of several words when all are there', () => {
    expect(score('package', 2)).toBeGreaterThan(0.5)
    expect(score('package', 2)).toBeLessThan(score('parcel', 2))
  })

  it('counts compounds however they are written', () => {
    for (const question of ['wifi drops', 'wi fi drops', 'wi-fi drops']) expect(score(question, 3)).toBeGreaterThan(0.9)
  })

  it('counts a near vector, and no vector neither for nor against', () => {
    expect(score('returns of shoes', 0, 0.6)).toBeGreaterThan(score('returns of shoes', 0, 0))
    expect(score('returns', 0, 1)).toBeCloseTo(1)
    expect(score('nothing here', 0, -1)).toBe(0)
  })

  it('does not want every word of a long story', () => {
    const story = 'grandmother visited yesterday bringing flowers chocolate candles blankets returns'
    expect(score(story, 0)).toBeGreaterThan(score('grandmother visited bringing flowers', 0))
  })
})
