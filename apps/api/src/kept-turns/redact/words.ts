/** A word of a text and its place there. */
export interface Word {
  /** Without marks, in lower case: "José" and "jose" are one. */
  readonly folded: string
  readonly text: string
  readonly start: number
  readonly end: number
}

export const fold = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Runs of letters and digits. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)].map(({ 0: word, index }) => ({
    folded: fold(word),
    text: word,
    start: index,
    end: index + word.length,
  }))

/** "Zoe", "McCoy", not "USB". */
export const isCapitalized = (word: string) => /^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}/u.test(word)

/** Tells words that anybody may write from those that may be somebody's. */
export type IsKnown = (word: string) => boolean
