/** What two texts have in common, and how much of it. */
export interface NearDuplicate {
  readonly one: string
  readonly other: string
  /** Jaccard overlap, of 1. */
  readonly words: number
  readonly grams: number
}

interface Prepared {
  readonly text: string
  readonly words: ReadonlySet<string>
  readonly grams: ReadonlySet<string>
}

/** Shorter texts ("where is my order") are said by everybody. */
const leastWords = 4
const gramLength = 4

/**
 * Pairs of the two lists that say the same in nearly the same words. Names, figures, placeholders, case and punctuation
 * don't count, nor the words of `names`. Both overlaps have to reach `least`.
 */
export function nearDuplicates(
  ones: readonly string[],
  others: readonly string[],
  least: number,
  names: ReadonlySet<string> = new Set(),
): NearDuplicate[] {
  const prepared = others.map((text) => prepare(text, names))
  const having = new Map<string, number[]>()
  for (const [index, { words }] of prepared.entries())
    for (const word of words) having.set(word, [...(having.get(word) ?? []), index])
  return ones.flatMap((text) => {
    const one = prepare(text, names)
    if (one.words.size < leastWords) return []
    const shared = new Map<number, number>()
    for (const word of one.words)
      for (const index of having.get(word) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
    return [...shared].flatMap(([index, count]): NearDuplicate[] => {
      const other = prepared[index] as Prepared
      const words = count / (one.words.size + other.words.size - count)
      if (other.words.size < leastWords || words < least) return []
      const grams = overlap(one.grams, other.grams)
      return grams < least ? [] : [{ one: one.text, other: other.text, words, grams }]
    })
  })
}

function prepare(text: string, names: ReadonlySet<string>): Prepared {
  const plain = text
    .toLowerCase()
    .replaceAll(/['’`]/g, '')
    .replaceAll(/\{[a-z]+\}|\S+@\S+|\S*\d\S*/g, ' ')
  const words = (plain.match(/\p{L}+/gu) ?? []).filter((word) => !names.has(word))
  const joined = ` ${words.join(' ')} `
  const grams = Array.from({ length: Math.max(0, joined.length - gramLength + 1) }, (_, at) =>
    joined.slice(at, at + gramLength),
  )
  return { text, words: new Set(words), grams: new Set(grams) }
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = one.intersection(other).size
  return shared / (one.size + other.size - shared)
}
