import type { Example } from './examples.ts'
import { scaleOf, visitFeatures, visitGrams } from './features.ts'

const leastExamples = 2

/** An example as the rows of its features and their values. */
export interface Encoded {
  readonly rows: Int32Array
  readonly values: Float32Array
  readonly task: number
}

/** The features that stand in at least two examples, in the order they are met. */
export function frequentFeatures(examples: readonly Example[]): number[] {
  const counts = new Map<number, number>()
  for (const { words } of examples) {
    const own = new Set<number>()
    visitFeatures(words, {
      word(word, hash) {
        own.add(hash)
        visitGrams(word, (gram) => own.add(gram))
      },
      other: (hash) => own.add(hash),
    })
    for (const hash of own) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  }
  return [...counts].flatMap(([hash, count]) => (count >= leastExamples ? [hash] : []))
}

export function encode({ words, task }: Example, row: (hash: number) => number): Encoded {
  const values = new Map<number, number>()
  const scale = scaleOf(words)
  const add = (hash: number, value: number, most = Infinity) => {
    const at = row(hash)
    if (at !== -1) values.set(at, Math.min(most, (values.get(at) ?? 0) + value * scale))
  }
  visitFeatures(words, {
    word(word, hash) {
      add(hash, 1)
      visitGrams(word, add)
    },
    other: (hash) => add(hash, 1),
  })
  return { rows: Int32Array.from(values.keys()), values: Float32Array.from(values.values()), task }
}

/** A word that is known has the weights of its character n-grams in its own row, so that it takes one look-up, not thirty. */
export function bakeGramsIntoWords(
  examples: readonly Example[],
  row: (hash: number) => number,
  weights: Float32Array,
  classes: number,
): void {
  const baked = new Set<number>()
  for (const { words } of examples) {
    visitFeatures(words, {
      word(word, hash) {
        const own = row(hash)
        if (own === -1 || baked.has(own)) return
        baked.add(own)
        visitGrams(word, (gram, value) => {
          const from = row(gram)
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
