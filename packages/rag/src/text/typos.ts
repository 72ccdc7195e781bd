/** Words shorter than this are taken as they are. */
const shortestWord = 5
/** Up to here another letter makes another word ("score", "store"): only letters too many, too few or swapped are slips. */
const longestStrict = 5
const twoEditsFrom = 8
const longestWord = 32
const lettersOnly = /^\p{L}+$/u

/** Finds the known word that a misspelt one stands for. */
export interface TypoFinder {
  /** The nearest known word; of equally near ones the one that came first. Undefined where none is near. */
  nearest(word: string): string | undefined
}

/**
 * Looks words up by their pairs of letters, then by edits (a swap of neighbours is one): one edit from five letters on,
 * two from eight. The first letter has to be right, as it nearly always is: "weather" is not "leather".
 */
export function createTypoFinder(knownWords: () => Iterable<string>): TypoFinder {
  let index: PairIndex | undefined

  return {
    nearest(word) {
      if (word.length < shortestWord || word.length > longestWord || !lettersOnly.test(word)) return undefined
      index ??= indexByPairs(knownWords())
      const most = word.length >= twoEditsFrom ? 2 : 1
      let best = most + 1
      let nearest: string | undefined
      for (const candidate of index.candidates(word, most)) {
        const edits = editDistance(word, candidate, best - 1)
        if (edits >= best || (word.length <= longestStrict && isOtherLetter(word, candidate))) continue
        best = edits
        nearest = candidate
      }
      return nearest
    },
  }
}

interface PairIndex {
  candidates(word: string, edits: number): readonly string[]
}

function indexByPairs(knownWords: Iterable<string>): PairIndex {
  const words = [...new Set(knownWords)].filter(
    (word) => word.length >= shortestWord && word.length <= longestWord && lettersOnly.test(word),
  )
  const byPair = new Map<string, number[]>()
  words.forEach((word, i) => {
    for (const pair of pairsOf(word)) {
      const list = byPair.get(pair)
      if (list) list.push(i)
      else byPair.set(pair, [i])
    }
  })
  const shared = new Uint8Array(words.length)

  return {
    /** Words with the same first letter and like length that share enough pairs to be within `edits`, in their order. */
    candidates(word, edits) {
      const touched: number[] = []
      const pairs = pairsOf(word)
      for (const pair of pairs) for (const i of byPair.get(pair) ?? []) if (shared[i]!++ === 0) touched.push(i)
      // A changed letter spoils two pairs, a swap of neighbours three.
      const needed = Math.max(1, pairs.size - 3 * edits)
      const near = touched.filter((i) => {
        const known = words[i]!
        return shared[i]! >= needed && known[0] === word[0] && Math.abs(known.length - word.length) <= edits
      })
      for (const i of touched) shared[i] = 0
      return near.sort((a, b) => a - b).map((i) => words[i]!)
    },
  }
}

function pairsOf(word: string): Set<string> {
  const marked = `^${word}$`
  const pairs = new Set<string>()
  for (let i = 0; i + 2 <= marked.length; i++) pairs.add(marked.slice(i, i + 2))
  return pairs
}

const isOtherLetter = (a: string, b: string) =>
  a.length === b.length && [...a].filter((letter, i) => letter !== b[i]).length === 1

/** Edits, a swap of neighbours being one (optimal string alignment); `limit + 1` for anything further apart. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let older: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const changed = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let edits = Math.min(previous[j]! + 1, current[j - 1]! + 1, changed)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, older[j - 2]! + 1)
      current.push(edits)
      least = Math.min(least, edits)
    }
    if (least > limit) return limit + 1
    older = previous
    previous = current
  }
  return Math.min(previous[b.length]!, limit + 1)
}
