/** What a feature is: hashes of one kind never meet those of another by their text alone. */
const salts = {
  word: 0x811c9dc5,
  stem: 0x165667b1,
  pair: 0x9e3779b1,
  skip: 0x85ebca6b,
  gram: 0xc2b2ae35,
  length: 0x27d4eb2f,
}
const prime = 0x01000193

export const firstWord = '<first>'
export const lastWord = '<last>'
/** A word of a training example that is there but must not be learned: no feature has it. */
export const gapWord = ''

const shortestGram = 3
const longestGram = 5
/** What the character n-grams of a word weigh together, beside 1 for the word. */
const gramsWeight = 1.2
/** The forms of a word mostly have their first letters in common: so many are its stem. */
const stemLength = 4
const shortestStemmed = 3

export const hashWord = (word: string): number => hashOf(salts.word, word, word.length)

/** The stem of a word; 0 where it has none: short words, placeholders and signs. */
export const hashStem = (word: string): number =>
  word.length < shortestStemmed || isPlaceholder(word) ? 0 : hashOf(salts.stem, word, stemLength)

function hashOf(salt: number, word: string, most: number): number {
  let hash = salt
  const end = Math.min(word.length, most)
  for (let index = 0; index < end; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), prime)
  return finish(hash)
}

const isPlaceholder = (word: string) => word.charCodeAt(0) === 0x7b

const firstHash = hashWord(firstWord)
const lastHash = hashWord(lastWord)

export interface FeatureVisitor {
  /** A word, once for each distinct one; its stem and its character n-grams are asked for where they are needed. */
  word(word: string, hash: number): void
  /** Any other feature, of value 1. */
  other(hash: number): void
}

/** Visits the features of a text's words: words, pairs of neighbours, pairs with one between, and how long it is. */
export function visitFeatures(words: readonly string[], visit: FeatureVisitor): void {
  const met: number[] = []
  let beforeLast = 0
  let last = firstHash
  for (const word of words) {
    const hash = word === gapWord ? 0 : hashWord(word)
    if (hash !== 0 && !met.includes(hash)) {
      met.push(hash)
      visit.word(word, hash)
    }
    if (hash !== 0 && last !== 0) visit.other(combine(salts.pair, last, hash))
    if (hash !== 0 && beforeLast !== 0) visit.other(combine(salts.skip, beforeLast, hash))
    beforeLast = last
    last = hash
  }
  if (last !== 0) visit.other(combine(salts.pair, last, lastHash))
  if (beforeLast !== 0) visit.other(combine(salts.skip, beforeLast, lastHash))
  visit.other(combine(salts.length, Math.ceil(Math.log2(words.length + 1)), 0))
}

/** Visits the character n-grams of a word with its bounds, each of the same value; placeholders and signs have none. */
export function visitGrams(word: string, visit: (hash: number, value: number) => void): void {
  if (word.length < 2 || isPlaceholder(word)) return
  const bounded = `^${word}$`
  let count = 0
  for (let size = shortestGram; size <= longestGram; size += 1) count += Math.max(0, bounded.length - size + 1)
  const value = gramsWeight / Math.sqrt(count)
  for (let from = 0; from + shortestGram <= bounded.length; from += 1) {
    let hash = salts.gram
    for (let index = from; index < from + longestGram && index < bounded.length; index += 1) {
      hash = Math.imul(hash ^ bounded.charCodeAt(index), prime)
      if (index - from + 1 >= shortestGram) visit(finish(hash), value)
    }
  }
}

/** What every feature's value is multiplied with: long texts have more of them, and should not be surer for that. */
export const scaleOf = (words: readonly string[]): number => 1.2 / Math.sqrt(words.length + 1.5)

const combine = (salt: number, one: number, other: number): number =>
  finish(Math.imul(Math.imul(salt ^ one, prime) ^ other, prime))

/** 32 bits with a sign, which the engine keeps without a box; never 0, which marks an empty place in the table. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 15)
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  mixed ^= mixed >>> 12
  return mixed || 1
}
