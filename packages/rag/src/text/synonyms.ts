import { tokenise } from './tokenise.ts'

/** Groups of words and phrases that mean the same to a customer. */
export type SynonymGroups = readonly (readonly string[])[]

export interface SynonymMatch {
  /** How many words it spans. */
  readonly length: number
  /** The group's other phrases, as terms. */
  readonly others: readonly (readonly string[])[]
}

export interface Synonyms {
  /** The phrases that begin at a place of a text, given as terms. */
  matchesAt(terms: readonly string[], place: number): readonly SynonymMatch[]
  /** All words of all groups, as written. */
  readonly words: ReadonlySet<string>
}

export function createSynonyms(groups: SynonymGroups): Synonyms {
  const words = new Set<string>()
  const byFirst = new Map<string, { phrase: readonly string[]; others: readonly (readonly string[])[] }[]>()
  for (const group of groups) {
    const phrases = new Map<string, readonly string[]>()
    for (const text of group) {
      const tokens = tokenise(text)
      for (const { word } of tokens) words.add(word)
      if (tokens.length > 0)
        phrases.set(
          tokens.map(({ term }) => term).join(' '),
          tokens.map(({ term }) => term),
        )
    }
    for (const [key, phrase] of phrases) {
      const others = [...phrases].filter(([other]) => other !== key).map(([, terms]) => terms)
      byFirst.set(phrase[0]!, [...(byFirst.get(phrase[0]!) ?? []), { phrase, others }])
    }
  }

  return {
    words,
    matchesAt(terms, place) {
      const entries = byFirst.get(terms[place] ?? '') ?? []
      return entries
        .filter(({ phrase }) => phrase.every((term, i) => terms[place + i] === term))
        .map(({ phrase, others }) => ({ length: phrase.length, others }))
    },
  }
}
