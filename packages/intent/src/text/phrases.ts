import { type Token, tokenize } from './tokens.ts'

/** A phrase of a list that stands in a text, with what it means. `from`, `to`: indexes of tokens, `to` not included. */
export interface PhraseMatch<T> {
  readonly from: number
  readonly to: number
  readonly meaning: T
}

export interface Phrases<T> {
  /** The longest phrase that begins at a token. */
  at(tokens: readonly Token[], index: number): PhraseMatch<T> | null
  /** The longest phrase that ends just before a token. */
  before(tokens: readonly Token[], index: number): PhraseMatch<T> | null
  /** Every phrase, in order; longest first, none within another. */
  all(tokens: readonly Token[]): PhraseMatch<T>[]
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  meaning: T | undefined
}

/** Phrases are compared word by word, whatever stands between ("in-stock" has another sign, so it is a phrase of its own). */
export function createPhrases<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const root: Node<T> = { next: new Map(), meaning: undefined }
  let longest = 0
  for (const [phrase, meaning] of entries) {
    const words = tokenize(phrase)
    longest = Math.max(longest, words.length)
    let node = root
    for (const { text } of words) {
      const there = node.next.get(text)
      const next: Node<T> = there ?? { next: new Map(), meaning: undefined }
      if (there === undefined) node.next.set(text, next)
      node = next
    }
    node.meaning = meaning
  }

  const at = (tokens: readonly Token[], index: number): PhraseMatch<T> | null => {
    let node: Node<T> | undefined = root
    let found: PhraseMatch<T> | null = null
    for (let to = index; to < tokens.length; to += 1) {
      node = node.next.get((tokens[to] as Token).text)
      if (node === undefined) break
      if (node.meaning !== undefined) found = { from: index, to: to + 1, meaning: node.meaning }
    }
    return found
  }

  return {
    at,
    before(tokens, index) {
      for (let from = Math.max(0, index - longest); from < index; from += 1) {
        let node: Node<T> | undefined = root
        for (let to = from; to < index && node !== undefined; to += 1) node = node.next.get((tokens[to] as Token).text)
        if (node?.meaning !== undefined) return { from, to: index, meaning: node.meaning }
      }
      return null
    },
    all(tokens) {
      const matches: PhraseMatch<T>[] = []
      for (let index = 0; index < tokens.length;) {
        const match = at(tokens, index)
        if (match !== null) matches.push(match)
        index = match?.to ?? index + 1
      }
      return matches
    },
  }
}

/** Phrases of which it only matters that they are there. */
export const phraseSet = (phrases: Iterable<string>): Phrases<true> =>
  createPhrases([...phrases].map((phrase) => [phrase, true] as const))
