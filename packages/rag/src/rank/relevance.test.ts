import { describe, expect, it } from 'vitest'
import { readUnits } from '../chunk/units.ts'
import type { Chunk } from '../port.ts'
import { analyseChunks } from '../text/analysis.ts'
import { createReaders } from './coverage.ts'
import { kindsGiven, readAsked } from './question.ts'
import { createQuoter } from './quote.ts'
import { createRelevance } from './relevance.ts'

const chunkOf = (section: string, text: string, i: number): Chunk => ({
  id: `doc#${i}`,
  documentId: `doc${i}`,
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
const analysis = await analyseChunks(chunks, [['parcel', 'package', 'my box']])
const readerOf = createReaders(analysis)
const documents = chunks.map(({ documentId, text }) => ({
  document: { id: documentId, text },
  units: readUnits(text),
  firstRow: null,
}))
const quoter = createQuoter(documents, chunks, analysis)
const relevance = createRelevance()
/** What is near to a question anyway. */
const level = 0.4

/** `nearness` in sense: of the passage, and of its sentence. */
function score(question: string, place: number, nearness: number | null = null, sentence: number | null = null) {
  const reader = readerOf(analysis.query(question), readAsked(question))
  const terms = analysis.chunks[place]!
  const covered = reader.together(reader.read(terms.text), reader.read(terms.title), reader.read(terms.section))
  const senses = sentence === null ? null : { nearness: () => sentence, level }
  const { units } = quoter.read(place, reader, senses)!
  const candidate = { chunk: chunks[place]!, covered, kinds: kindsGiven(chunks[place]!.text), nearness }
  return relevance({ reader, terms, candidate, units: () => units })
}

const floor = 0.5

describe('relevance', () => {
  it('is high where all that was asked is there, highest under a heading of it', () => {
    expect(score('returns', 0)).toBeGreaterThan(0.95)
    expect(score('days', 0)).toBeLessThan(score('returns', 0))
    expect(score('parcel', 2)).toBeGreaterThan(floor)
  })

  it('is low where nothing is, or the half of it', () => {
    for (const question of ['returns', 'what is it', 'capital of France', ''])
      expect(score(question, 2)).toBeLessThan(0.1)
    expect(score('who won the match', 1)).toBeLessThan(floor)
    expect(score('delivery of elephants', 0)).toBeLessThan(floor)
  })

  it('counts synonyms for less', () => {
    expect(score('package', 2)).toBeGreaterThan(floor)
    expect(score('package', 2)).toBeLessThan(score('parcel', 2))
  })

  it('counts compounds however they are written', () => {
    for (const question of ['wifi drops', 'wi fi drops', 'wi-fi drops'])
      expect(score(question, 3)).toBeGreaterThan(0.85)
  })

  it('goes by the sense as well where there are vectors of it', () => {
    expect(score('can i bring it back', 0, 0.8)).toBeGreaterThan(floor)
    expect(score('can i bring it back', 0, 0.2)).toBeLessThan(floor)
    expect(score('return an item', 0, 0.6)).toBeGreaterThan(score('bring back an item', 0, 0.6))
    expect(score('capital of France', 0, 0.1)).toBeLessThan(0.1)
  })

  it('goes by the sense of the sentence first where it has vectors', () => {
    expect(score('can i bring it back', 0, 0.5, 0.8)).toBeGreaterThan(floor)
    expect(score('can i bring it back', 0, 0.5, 0.2)).toBeLessThan(floor)
    expect(score('how long can i bring it back', 0, 0.5, 0.5)).toBeGreaterThan(
      score('how do i bring it back', 0, 0.5, 0.5),
    )
    expect(score('which items can i return', 0, 0.5, 0.5)).toBeGreaterThan(
      score('can elephants return items', 0, 0.5, 0.5),
    )
  })

  it('does not want every word of a long story', () => {
    const story = 'grandmother visited yesterday bringing flowers chocolate candles blankets parcel comes'
    expect(score(story, 2)).toBeGreaterThan(score(`${story} teapots`, 0))
  })
})
