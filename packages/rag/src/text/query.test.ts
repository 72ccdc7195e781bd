import { describe, expect, it } from 'vitest'
import type { Chunk } from '../port.ts'
import { analyseChunks } from './analysis.ts'
import { mostQueryTerms } from './query.ts'

const chunkOf = (text: string, i: number): Chunk => ({
  id: `doc#${i}`,
  documentId: 'doc',
  title: 'Help',
  section: 'Help',
  kind: 'faq',
  product: null,
  category: null,
  start: 0,
  end: text.length,
  text,
})

const texts = [
  'Wi-Fi keeps dropping out of the router.',
  'A smart phone needs 16 GB of memory.',
  'We refund returned items. Delivery is free.',
  'The USB-C port charges the laptop.',
  'Laptops with 32GB. What delivery costs.',
]
const analysis = await analyseChunks(texts.map(chunkOf), [
  ['refund', 'money back'],
  ['laptop', 'notebook'],
  ['cost', 'price', 'how much'],
  ['policy', 'conditions'],
])
const names = new Map(
  [
    'wifi',
    'router',
    'phone',
    'smart',
    '16gb',
    '16',
    'gb',
    'refund',
    'return',
    'laptop',
    'usb',
    'usbc',
    '32gb',
    'deliveri',
    'cost',
  ].map((term) => [analysis.lexicon.find(term), term]),
)
const read = (text: string) =>
  Object.fromEntries(
    analysis
      .query(text)
      .terms.map(({ word, alternatives }) => [
        word,
        alternatives.map(
          ({ terms, weight }) => `${terms.map((term) => names.get(term) ?? '?').join('+')}${weight < 1 ? '~' : ''}`,
        ),
      ]),
  )

describe('a query', () => {
  it('is read without the words that say nothing', () => {
    expect(Object.keys(read('What is the delivery, please?'))).toEqual(['delivery'])
  })

  it('finds compounds however they are written', () => {
    expect(read('wifi')).toEqual({ wifi: ['wifi'] })
    expect(read('wi fi').wi).toContain('wifi')
    expect(read('wi-fi').fi).toContain('wifi')
    expect(read('smartphone').smartphone).toContain('smart+phone')
    expect(read('16gb')['16gb']).toEqual(['16gb', '16+gb'])
    expect(read('32 gb').gb).toContain('32gb')
    expect(read('usbc')).toEqual({ usbc: ['usbc'] })
  })

  it('takes synonyms, of one word or more, for less', () => {
    expect(read('notebook')).toEqual({ notebook: ['laptop~'] })
    expect(read('I want my money back')).toMatchObject({ money: ['refund~'] })
  })

  it('takes a phrase with small words in between', () => {
    expect(read('I want the money for it back')).not.toMatchObject({ money: ['refund~'] })
    expect(read('I want my money or something back')).not.toMatchObject({ money: ['refund~'] })
    expect(read('get money this one back')).toMatchObject({ money: ['refund~'] })
  })

  it('has the words of what is talked about for less, where a document has them', () => {
    const { terms } = analysis.query('how long', { text: 'the delivery of an eiffel tower', weight: 0.5 })
    const [delivery] = terms.filter(({ asked }) => !asked)
    expect(terms.filter(({ asked }) => !asked).map(({ word }) => word)).toEqual(['delivery'])
    expect(delivery!.weight).toBe(0.5)
    expect(delivery!.mass).toBeCloseTo(analysis.query('delivery').terms[0]!.mass / 2, 10)
  })

  it('takes a phrase of general words with synonyms for a word, and no synonym for a general word', () => {
    expect(read('how much').much).toContain('cost~')
    expect(read('policy')).toEqual({ policy: [] })
  })

  it('takes a word of the same family and the word that was meant for less', () => {
    expect(read('deliver').deliver).toEqual(['deliveri~'])
    expect(read('refnud').refund).toEqual(['refund~'])
  })

  it('weighs words by how rare they are, unknown ones most, unknown general ones not at all', () => {
    const mass = (text: string) => analysis.query(text).terms[0]!.mass
    expect(mass('refund')).toBeGreaterThan(mass('delivery'))
    expect(mass('eiffel')).toBe(1)
    expect(mass('possible')).toBe(0)
  })

  it('goes by function words where there are no others', () => {
    expect(analysis.query('what is of the').terms.length).toBeGreaterThan(0)
    expect(analysis.query('?!').terms).toEqual([])
  })

  it('keeps to a number of words that can be handled', () => {
    const long = Array.from({ length: 500 }, (_, i) => `word${i}`).join(' ')
    expect(analysis.query(long).terms).toHaveLength(mostQueryTerms)
  })
})
