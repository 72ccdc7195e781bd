import type { Example } from './examples.ts'
import { type FeatureVisitor, scaleOf, visitFeatures, visitGrams } from './features.ts'
import { type FeatureTable, createFeatureTable, rowOf } from './feature-table.ts'

const leastExamples = 2

/** An example as the rows of its features and their values. */
export interface Encoded {
  readonly rows: Int32Array
  readonly values: Float32Array
  readonly task: number
}

export interface EncodedSet {
  readonly examples: readonly Encoded[]
  /** The features that stand in at least two examples; their rows are in the order they are met. */
  readonly table: FeatureTable
  readonly rows: number
}

/** The features of a word: its own, and those of its character n-grams. By their places in the order they are met. */
interface WordFeatures {
  readonly own: number
  readonly grams: readonly number[]
  readonly gramValue: number
}

/** Each word's n-grams are looked up once: what people write repeats itself. */
export function encodeAll(examples: readonly Example[]): EncodedSet {
  const places = new Map<number, number>()
  const counts: number[] = []
  const lastMet: number[] = []
  const slots: number[] = []
  const placeOf = (hash: number): number => {
    const there = places.get(hash)
    if (there !== undefined) return there
    counts.push(0)
    lastMet.push(-1)
    slots.push(0)
    places.set(hash, places.size)
    return places.size - 1
  }
  const words = new Map<string, WordFeatures>()
  const featuresOf = (word: string, hash: number): WordFeatures => {
    const there = words.get(word)
    if (there !== undefined) return there
    const own = placeOf(hash)
    const grams: number[] = []
    let gramValue = 0
    visitGrams(word, (gram, value) => {
      grams.push(placeOf(gram))
      gramValue = value
    })
    const features = { own, grams, gramValue }
    words.set(word, features)
    return features
  }

  let rows = new Int32Array(1 << 16)
  let values = new Float32Array(1 << 16)
  let end = 0
  let index = 0
  let scale = 1
  const add = (place: number, value: number) => {
    if (lastMet[place] === index) {
      const slot = slots[place] as number
      values[slot] = (values[slot] as number) + value * scale
      return
    }
    lastMet[place] = index
    counts[place] = (counts[place] as number) + 1
    if (end === rows.length) {
      const [before, weights] = [rows, values]
      rows = new Int32Array(end * 2)
      values = new Float32Array(end * 2)
      rows.set(before)
      values.set(weights)
    }
    slots[place] = end
    rows[end] = place
    values[end] = value * scale
    end += 1
  }
  const visitor: FeatureVisitor = {
    word(word, hash) {
      const { own, grams, gramValue } = featuresOf(word, hash)
      add(own, 1)
      for (const gram of grams) add(gram, gramValue)
    },
    other: (hash) => add(placeOf(hash), 1),
  }
  const ends = examples.map(({ words: own }, at) => {
    index = at
    scale = scaleOf(own)
    visitFeatures(own, visitor)
    return end
  })

  const rowOfPlace = new Int32Array(places.size).fill(-1)
  const hashes: number[] = []
  for (const [hash, place] of places) {
    if ((counts[place] as number) < leastExamples) continue
    rowOfPlace[place] = hashes.length
    hashes.push(hash)
  }
  const kept = examples.map(({ task }, at): Encoded => {
    const from = ends[at - 1] ?? 0
    let to = from
    for (let slot = from; slot < (ends[at] as number); slot += 1) {
      const row = rowOfPlace[rows[slot] as number] as number
      if (row === -1) continue
      rows[to] = row
      values[to] = values[slot] as number
      to += 1
    }
    return { rows: rows.subarray(from, to), values: values.subarray(from, to), task }
  })
  return { examples: kept, table: createFeatureTable(hashes), rows: hashes.length }
}

/** A word that is known has the weights of its character n-grams in its own row, so that it takes one look-up, not thirty. */
export function bakeGramsIntoWords(
  examples: readonly Example[],
  table: FeatureTable,
  weights: Float32Array,
  classes: number,
): void {
  const baked = new Set<string>()
  for (const { words } of examples) {
    visitFeatures(words, {
      word(word, hash) {
        if (baked.has(word)) return
        baked.add(word)
        const own = rowOf(table, hash)
        if (own === -1) return
        visitGrams(word, (gram, value) => {
          const from = rowOf(table, gram)
          if (from === -1) return
          for (let column = 0; column < classes; column += 1) {
            weights[own * classes + column] =
              (weights[own * classes + column] as number) + value * (weights[from * classes + column] as number)
          }
        })
      },
      other() {},
    })
  }
}
