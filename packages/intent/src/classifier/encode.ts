import type { Example } from './examples.ts'
import { type FeatureTable, createFeatureTable } from './feature-table.ts'
import { type FeatureVisitor, hashStem, scaleOf, visitFeatures, visitGrams } from './features.ts'
import { createPlaces } from './places.ts'

const leastExamples = 2

/** A word that has a row of its own, with the rows of its parts. */
export interface KnownWord {
  readonly row: number
  /** Null where it has none. */
  readonly stem: number | null
  readonly grams: readonly number[]
  /** What each n-gram counts beside 1 for the word. */
  readonly gramValue: number
}

/**
 * Examples as rows of weights. The rows of words, stems, pairs and lengths come first; after `learned` of them those of
 * character n-grams, which stand in no example's list: `words` says which words have them.
 */
export interface EncodedSet {
  readonly examples: number
  /** The rows of example n are those in `rows` from `starts[n]` up to `starts[n + 1]`, each as often as it stands there. */
  readonly starts: Int32Array
  readonly rows: Int32Array
  /** What each of its features counts. */
  readonly scales: Float32Array
  readonly tasks: Int32Array
  readonly words: readonly KnownWord[]
  readonly learned: number
  /** All rows. */
  readonly height: number
  readonly table: FeatureTable
}

/** The features that stand in at least two examples get a row, in the order they are met. */
export function encodeAll(examples: readonly Example[]): EncodedSet {
  const places = createPlaces()
  /** By place: in how many examples, and which was the last. */
  const counts: number[] = []
  const lastMet: number[] = []
  const words = new Map<number, { readonly word: string; readonly stem: number }>()

  const met: number[] = []
  let index = 0
  const add = (place: number) => {
    met.push(place)
    if (lastMet[place] === index) return
    lastMet[place] = index
    counts[place] = (counts[place] ?? 0) + 1
  }
  const visitor: FeatureVisitor = {
    word(word, hash) {
      const place = places.of(hash)
      let known = words.get(place)
      if (known === undefined) {
        const stem = hashStem(word)
        known = { word, stem: stem === 0 ? -1 : places.of(stem) }
        words.set(place, known)
      }
      add(place)
      if (known.stem !== -1) add(known.stem)
    },
    other: (hash) => add(places.of(hash)),
  }
  const ends = examples.map(({ words: own }, at) => {
    index = at
    visitFeatures(own, visitor)
    return met.length
  })

  const all = places.hashes()
  const rowOfPlace = new Int32Array(all.length).fill(-1)
  const hashes: number[] = []
  for (const [place, hash] of all.entries()) {
    if ((counts[place] as number) < leastExamples) continue
    rowOfPlace[place] = hashes.length
    hashes.push(hash)
  }
  const starts = new Int32Array(examples.length + 1)
  const rows = new Int32Array(met.length)
  let to = 0
  for (let at = 0; at < examples.length; at += 1) {
    for (let from = ends[at - 1] ?? 0; from < (ends[at] as number); from += 1) {
      const row = rowOfPlace[met[from] as number] as number
      if (row !== -1) rows[to++] = row
    }
    starts[at + 1] = to
  }

  const learned = hashes.length
  const gramRows = new Map<number, number>()
  const known = [...words].flatMap(([place, { word, stem }]): KnownWord[] => {
    const row = rowOfPlace[place] as number
    if (row === -1) return []
    const grams: number[] = []
    let gramValue = 0
    visitGrams(word, (hash, value) => {
      gramValue = value
      let gram = gramRows.get(hash)
      if (gram === undefined) {
        gram = hashes.length
        gramRows.set(hash, gram)
        hashes.push(hash)
      }
      grams.push(gram)
    })
    return [{ row, stem: stem === -1 ? null : (rowOfPlace[stem] as number), grams, gramValue }]
  })
  return {
    examples: examples.length,
    starts,
    rows: rows.subarray(0, to),
    scales: Float32Array.from(examples, ({ words: own }) => scaleOf(own)),
    tasks: Int32Array.from(examples, ({ task }) => task),
    words: known,
    learned,
    height: hashes.length,
    table: createFeatureTable(hashes),
  }
}

/** Adds the weights of a word's parts to its own, so that a word that is known takes one look-up, not thirty. */
export function addToWords(
  words: readonly KnownWord[],
  weights: Float32Array,
  classes: number,
  partsOf: (word: KnownWord) => { readonly rows: readonly number[]; readonly value: number },
): void {
  for (const word of words) {
    const { rows, value } = partsOf(word)
    const own = word.row * classes
    for (const row of rows) {
      const from = row * classes
      for (let column = 0; column < classes; column += 1) {
        weights[own + column] = (weights[own + column] as number) + value * (weights[from + column] as number)
      }
    }
  }
}
