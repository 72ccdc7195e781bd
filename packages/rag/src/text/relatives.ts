import type { Lexicon } from './lexicon.ts'

const sharedLetters = 5
const sharedPart = 0.7
const lettersOnly = /^\p{L}+$/u

/** Finds words of one family that stemming leaves apart (deliver, delivery), and model numbers cut short (u2723, u2723qe). */
export interface Relatives {
  /** Terms of the words that begin as `word` does, for most of the longer one. */
  of(word: string): readonly number[]
}

export function createRelatives(lexicon: Lexicon): Relatives {
  const families = new Map<string, { word: string; term: number }[]>()
  for (const [word, term] of lexicon.words()) {
    if (word.length < sharedLetters) continue
    const beginning = word.slice(0, sharedLetters)
    const family = families.get(beginning)
    if (family) family.push({ word, term })
    else families.set(beginning, [{ word, term }])
  }

  return {
    of(word) {
      const family = families.get(word.slice(0, sharedLetters)) ?? []
      return [...new Set(family.filter((one) => areRelated(one.word, word)).map(({ term }) => term))]
    },
  }
}

function areRelated(a: string, b: string): boolean {
  const shared = sharedStart(a, b)
  // Another digit is another model.
  const whole = lettersOnly.test(a) && lettersOnly.test(b) ? 0 : Math.min(a.length, b.length)
  return shared >= Math.max(whole, sharedPart * Math.max(a.length, b.length))
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
