import { describe, expect, it } from 'vitest'
import { createRandom } from './random.ts'
import { createFeatureTable, rowOf } from './feature-table.ts'
import { examplesOf } from './examples.ts'
import { hashStem, hashWord, visitFeatures, visitGrams } from './features.ts'
import { createClassifier } from './model.ts'
import { createPlaces } from './places.ts'
import { train } from './train.ts'
import { wordsOf } from './words.ts'

const lines: [string, number][] = [
  ...[
    'where is my parcel',
    'where is my package',
    'track my parcel',
    'my parcel is late',
    'has the package arrived',
  ].map((text): [string, number] => [text, 0]),
  ...['i want a refund', 'refund me please', 'give me my money back', 'money back now', 'i want my money'].map(
    (text): [string, number] => [text, 1],
  ),
  ...['do you sell lamps', 'show me lamps', 'any lamps in stock', 'i want to buy a lamp', 'sell me a lamp'].map(
    (text): [string, number] => [text, 2],
  ),
]
const examples = lines.map(([text, task]) => ({ words: wordsOf(text), task }))
const model = train({ examples, classes: 3, groups: [0, 1, 2] })
const classify = createClassifier(model)
const best = (text: string) => {
  const probabilities = [...classify(text)]
  return probabilities.indexOf(Math.max(...probabilities))
}

describe('words', () => {
  it.each([
    ["I don't know", ['I', 'dont', 'know']],
    ['soooo late!!! why???', ['so', 'late', '!', 'why', '?']],
    ['@shop see https://x.example/1 {order}', ['see', '{order}']],
    ['my s21 in 16gb, two weeks, 2nd', ['my', '{code}', 'in', '{code}', '{number}', 'weeks', '2nd']],
    ['', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('are at most 200', () => {
    expect(wordsOf('a b '.repeat(500))).toHaveLength(200)
  })
})

describe('features', () => {
  it('are words, pairs, pairs with one between, and the length; a gap gives none', () => {
    const count = (words: string[]) => {
      const hashes: number[] = []
      visitFeatures(words, { word: (_, hash) => hashes.push(hash), other: (hash) => hashes.push(hash) })
      expect(hashes.every((hash) => (hash | 0) === hash && hash !== 0)).toBe(true)
      return new Set(hashes).size
    }
    expect(count(['where', 'is', 'it'])).toBe(3 + 4 + 3 + 1)
    expect(count(['where', '', 'it'])).toBe(2 + 2 + 1 + 1)
  })

  it('gives a mistyped word most of the n-grams of the right one, a placeholder none', () => {
    const grams = (word: string) => {
      const all = new Set<number>()
      visitGrams(word, (hash) => all.add(hash))
      return all
    }
    const [right, typo] = [grams('delivery'), grams('delivry')]
    expect(right.intersection(typo).size).toBeGreaterThan(6)
    expect(grams('{order}').size).toBe(0)
  })

  it('gives the forms of a word one stem, short words and placeholders none', () => {
    expect(hashStem('returned')).toBe(hashStem('returning'))
    expect(hashStem('returned')).not.toBe(hashStem('refunded'))
    expect(['no', '?', '{order}'].map(hashStem)).toEqual([0, 0, 0])
  })

  it('have places in the order they are met, however many', () => {
    const places = createPlaces()
    const hashes = Array.from({ length: 200_000 }, (_, index) => hashWord(`word${index}`))
    const met = hashes.map((hash) => places.of(hash))
    expect(hashes.map((hash) => places.of(hash))).toEqual(met)
    expect(met.every((place, index) => places.hashes()[place] === hashes[index])).toBe(true)
  })

  it('are found again in the table, and no others', () => {
    const hashes = Array.from({ length: 1000 }, (_, index) => hashWord(`word${index}`))
    const table = createFeatureTable(hashes)
    expect(hashes.map((hash) => rowOf(table, hash))).toEqual(hashes.map((_, index) => index))
    expect(rowOf(table, hashWord('another'))).toBe(-1)
  })
})

describe('examples', () => {
  it('are the line, the line without a name that a shop knows, and the line with something around it', () => {
    const [line, unknown, wrapped, ...rest] = examplesOf(
      { text: 'does {product} come in {value}', task: 4 },
      'ask',
      createRandom(1),
      ['weight'],
    )
    expect(line).toEqual({ words: ['does', '{product}', 'come', 'in', '{value}'], task: 4 })
    expect(unknown?.words).not.toContain('{product}')
    expect(wrapped?.words.length).toBeGreaterThan(5)
    expect(rest).toEqual([])
    expect(examplesOf({ text: 'hello', task: 1 }, 'greet', createRandom(1), [])).toHaveLength(1)
  })
})

describe('the classifier', () => {
  it('learns what it was shown, and reads what is mistyped', () => {
    expect(['where is the parcel', 'a refund please', 'lamps'].map(best)).toEqual([0, 1, 2])
    expect(['wheres my parcle', 'refnd', 'lampss'].map(best)).toEqual([0, 1, 2])
  })

  it('gives probabilities', () => {
    const probabilities = classify('where is my refund')
    expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1)
    expect(Math.min(...probabilities)).toBeGreaterThan(0)
  })

  it('is not sure of what it has never seen', () => {
    expect(Math.max(...classify('zxcv qqq'))).toBeLessThan(0.7)
  })

  it('is the same when it is trained again', () => {
    expect(train({ examples, classes: 3, groups: [0, 1, 2] })).toEqual(model)
  })
})
