import { tokenise } from './tokenise.ts'

/** What a customer's phrase means in a document's words; the words don't mean the phrase. */
export interface Association {
  readonly phrase: string
  readonly means: readonly string[]
}

/** Groups of words and phrases that mean the same to a customer, and one-way associations. */
export type SynonymGroups = readonly (readonly string[] | Association)[]

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

type Terms = readonly string[]

export function createSynonyms(groups: SynonymGroups): Synonyms {
  const words = new Set<string>()
  const byFirst = new Map<string, { phrase: Terms; others: readonly Terms[] }[]>()
  const groupOf = new Map<string, readonly Terms[]>()

  function termsOf(text: string): Terms {
    const tokens = tokenise(text)
    for (const { word } of tokens) words.add(word)
    return tokens.map(({ term }) => term)
  }

  function add(phrase: Terms, others: readonly Terms[]) {
    const [first] = phrase
    if (first === undefined) return
    const entries = byFirst.get(first)
    if (entries === undefined) byFirst.set(first, [{ phrase, others }])
    else entries.push({ phrase, others })
  }

  for (const group of groups) {
    if (isAssociation(group)) continue
    const phrases = new Map(group.map(termsOf).map((terms) => [terms.join(' '), terms]))
    for (const [key, phrase] of phrases) {
      const others = [...phrases].filter(([other]) => other !== key).map(([, terms]) => terms)
      groupOf.set(key, others)
      add(phrase, others)
    }
  }
  for (const association of groups) {
    if (!isAssociation(association)) continue
    // What the phrase means may stand in the documents in any of its own synonyms.
    const means = association.means.map(termsOf)
    add(
      termsOf(association.phrase),
      means.flatMap((terms) => [terms, ...(groupOf.get(terms.join(' ')) ?? [])]),
    )
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

const isAssociation = (entry: readonly string[] | Association): entry is Association => 'phrase' in entry
