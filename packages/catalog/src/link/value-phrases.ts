import { commonnessOf, functionWords, isTalk } from '../words/english.ts'
import { type Token, tokenize } from '../words/tokens.ts'
import type { SpecValues } from './feature-values.ts'
import type { AddPhrase } from './phrase.ts'
import type { Vocabulary } from './terms.ts'
import { joined } from './units.ts'

/** A longer text is prose, of which only words that are not English are sure to be its own ("Ryzen"). */
const mostWordsOfName = 3
const mostWordsRead = 12
/** Values that are answers: they name nothing by themselves. */
const answers = new Set(['yes', 'no', 'none', 'na', 'n', 'y'])

/** Adds the text values of a spec, whole and by the parts that they are called by. */
export function addValues({ definition, texts }: SpecValues, add: AddPhrase, vocabulary: Vocabulary) {
  const parts = new Map<string, { as: string; of: Set<string> }>()
  for (const [value, positions] of texts) {
    const tokens = tokenize(value)
    const whole = joined(tokens)
    if (answers.has(whole)) continue
    const bare =
      (tokens.length === 1 && /^(?:\p{L}{1,2}|[\d.]+)$/u.test(whole)) || tokens.every(({ text }) => isTalk(text))
    add(whole, { kind: 'value', id: definition.id, value, score: 1, ...(bare ? { needs: 'spec' } : {}) })
    markFeature(whole, positions, vocabulary)
    if (tokens.length <= mostWordsOfName) vocabulary.learn(value)
    for (const part of partsOf(tokens.slice(0, mostWordsRead), value)) {
      const known = parts.get(part.text) ?? { as: part.as, of: new Set() }
      known.of.add(value)
      parts.set(part.text, known)
    }
  }
  for (const [text, { as, of }] of parts) {
    const [only = as] = of
    add(text, { kind: 'value', id: definition.id, value: of.size === 1 ? only : as, score: 0.9 })
  }
}

/** Where all that have the value are named after it, the word tells the products more than the feature. */
function markFeature(text: string, positions: readonly number[], vocabulary: Vocabulary) {
  const term = vocabulary.term(text)
  const named = new Set(term.products)
  if (named.size === 0 || positions.some((position) => !named.has(position))) term.feature = true
}

/** The runs of words inside a value by which it may be called: "i7" and "core i7" of "Intel Core i7". */
function partsOf(tokens: readonly Token[], value: string): { text: string; as: string }[] {
  const words = wordsOf(tokens)
  if (words.length < 2) return []
  const parts: { text: string; as: string }[] = []
  for (let from = 0; from < words.length; from += 1) {
    for (let end = from + 1; end <= Math.min(from + 3, words.length); end += 1) {
      if (end - from === words.length) continue
      const part = words.slice(from, end).flat()
      const first = part[0] as Token
      const last = part.at(-1) as Token
      if (!tellsValue(words.slice(from, end).map(joined), words.slice(end).map(joined), words.length)) continue
      parts.push({ text: joined(part), as: value.slice(first.start, last.end) })
    }
  }
  return parts
}

/** A common word alone stands for a value only as its head: "green" for "forest green", not "light" for "light grey". */
function tellsValue(words: readonly string[], after: readonly string[], all: number): boolean {
  const text = words.join('')
  if (text.length < 2 || /^[\d.]+$/.test(text)) return false
  if (functionWords.has(words[0] ?? '') || functionWords.has(words.at(-1) ?? '')) return false
  if (/\d/.test(text)) return true
  if (words.length > 1) return !words.every(isTalk)
  const isHead = all <= mostWordsOfName && after.every((word) => /^[\d.]+$/.test(word))
  return text.length > 2 && (commonnessOf(text) === 'rare' || (isHead && !isTalk(text)))
}

/** Tokens written together, as one word each; "i7-1360P" is i7 and 1360P, "low-profile" is one. */
function wordsOf(tokens: readonly Token[]): Token[][] {
  const words: Token[][] = []
  for (const token of tokens) {
    const word = words.at(-1)
    const last = word?.at(-1)
    const joins =
      last?.end === token.start ||
      (token.gap === 'glued' && !token.numeric && word?.some(({ numeric }) => numeric) === false)
    if (word !== undefined && joins) word.push(token)
    else words.push([token])
  }
  return words
}
