import type { Token } from '../words/tokens.ts'
import type { Vocabulary } from './terms.ts'

/** A part of a product's name that is one thing to who says it: a brand, a kind of thing, a model, a word, a number. */
export interface Unit {
  readonly kind: 'brand' | 'category' | 'model' | 'compound' | 'word'
  /** The terms that name it, with how much of it each is, 0 to 1. */
  readonly terms: ReadonlyMap<string, number>
}

const longestCategory = 4

/** Cuts the tokens of a name into its units. The vocabulary must have the words for brands and categories by then. */
export function unitsOf(tokens: readonly Token[], brand: string, vocabulary: Vocabulary): Unit[] {
  const units: Unit[] = []
  let index = 0
  while (index < tokens.length) {
    const named = joinedAs(tokens, index, (text) => text === brand) ?? joinedAs(tokens, index, isCategory(vocabulary))
    const end = named?.end ?? gluedEnd(tokens, index)
    const part = tokens.slice(index, end)
    if (named === null) units.push(plainUnit(part))
    else units.push({ kind: named.text === brand ? 'brand' : 'category', terms: compoundTerms(part, named.text) })
    index = end
  }
  return units
}

const isCategory = (vocabulary: Vocabulary) => (text: string) => vocabulary.get(text)?.categories != null

/** The longest run of tokens from a place on whose joined text is wanted. */
function joinedAs(tokens: readonly Token[], from: number, wanted: (text: string) => boolean) {
  for (let end = Math.min(from + longestCategory, tokens.length); end > from; end -= 1) {
    const text = joined(tokens.slice(from, end))
    if (wanted(text)) return { text, end }
  }
  return null
}

function gluedEnd(tokens: readonly Token[], from: number): number {
  let end = from + 1
  while (tokens[end]?.gap === 'glued') end += 1
  return end
}

function plainUnit(tokens: readonly Token[]): Unit {
  const whole = joined(tokens)
  if (tokens.length === 1) return { kind: 'word', terms: new Map([[whole, 1]]) }
  return tokens.some((token) => token.numeric)
    ? { kind: 'model', terms: modelTerms(tokens) }
    : { kind: 'compound', terms: compoundTerms(tokens, whole) }
}

/** A model's number may be said in part: "WH-1000XM5" as 1000xm5, xm5, wh1000; "X1" as x. */
function modelTerms(tokens: readonly Token[]): Map<string, number> {
  const terms = new Map<string, number>()
  const last = Math.min(tokens.length, 5)
  for (let from = 0; from < last; from += 1) {
    for (let end = from + 1; end <= last; end += 1) {
      const part = tokens.slice(from, end)
      const text = joined(part)
      const telling = part.length > 1 || text.length > 2 || from === 0
      if (telling) terms.set(text, part.length === tokens.length ? 1 : 0.6)
    }
  }
  return terms.set(joined(tokens), 1)
}

function compoundTerms(tokens: readonly Token[], whole: string): Map<string, number> {
  const parts = tokens.filter((token) => token.text.length > 1)
  return new Map([...parts.map((token) => [token.text, 1 / tokens.length] as const), [whole, 1]])
}

export const joined = (tokens: readonly Token[]): string => {
  let text = ''
  for (const token of tokens) text += token.text
  return text
}
