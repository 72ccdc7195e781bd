import { createPace } from '../pace.ts'
import { tokenise } from './tokenise.ts'

/** What a customer's phrase means in a document's words; the words don't mean the phrase. */
export interface Association {
  readonly phrase: string
  readonly means: readonly string[]
}

/** Groups of words and phrases that mean the same to a customer, and one-way associations. */
export type SynonymGroups = readonly (readonly string[] | Association)[]

export interface SynonymMatch {
  /** Where its words stand. */
  readonly places: readonly number[]
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

/** What may stand between the words of a phrase: "send something back" is "send back". */
const between: ReadonlySet<string> = new Set(
  `it them this that these those one something anything everything things stuff a an the my your our his her their`
    .split(/\s+/)
    .map((word) => tokenise(word)[0]!.term),
)
const mostBetween = 2
const none: readonly SynonymMatch[] = []

/** Where the words of a phrase stand from a place on; null where they don't. */
function placesOf(phrase: Terms, terms: Terms, from: number): number[] | null {
  const places = [from]
  for (let i = 1; i < phrase.length; i++) {
    let at = places[i - 1]! + 1
    for (let passed = 0; terms[at] !== phrase[i]; at++) {
      if (at >= terms.length || passed++ === mostBetween || !between.has(terms[at]!)) return null
    }
    places.push(at)
  }
  return places
}

/** In slices that let other work have its turn. */
export async function createSynonyms(groups: SynonymGroups): Promise<Synonyms> {
  const pace = createPace()
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
    await pace()
    const phrases = new Map(group.map(termsOf).map((terms) => [terms.join(' '), terms]))
    for (const [key, phrase] of phrases) {
      const others = [...phrases].filter(([other]) => other !== key).map(([, terms]) => terms)
      groupOf.set(key, others)
      add(phrase, others)
    }
  }
  for (const association of groups) {
    if (!isAssociation(association)) continue
    await pace()
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
      const entries = byFirst.get(terms[place] ?? '')
      if (entries === undefined) return none
      const matches: SynonymMatch[] = []
      for (const { phrase, others } of entries) {
        const places = placesOf(phrase, terms, place)
        if (places) matches.push({ places, others })
      }
      return matches
    },
  }
}

const isAssociation = (entry: readonly string[] | Association): entry is Association => 'phrase' in entry
