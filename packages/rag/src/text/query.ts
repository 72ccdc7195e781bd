import type { Lexicon } from './lexicon.ts'
import type { Relatives } from './relatives.ts'
import type { Synonyms } from './synonyms.ts'
import { joinedTerm, numberAndUnit, stem, tieBetween, tokenise, type Token } from './tokenise.ts'
import type { TypoFinder } from './typos.ts'
import { wordWeight } from './word-weight.ts'

/** One way to say a word of the query: terms that a passage has to have all of. */
export interface Alternative {
  readonly terms: readonly number[]
  /** 1 for the word itself, `otherWordWeight` for another one. */
  readonly weight: number
}

export interface QueryTerm {
  readonly word: string
  /** How much the word says of the subject, by the language alone: 0 to 1. */
  readonly weight: number
  /** Inverse document frequency, by the commonest way to say it. */
  readonly idf: number
  /** `weight`, times idf as a share of the highest there can be: what the word counts for when a passage is judged. */
  readonly mass: number
  /** False of a word of what is talked about that only tips the balance. */
  readonly asked: boolean
  /** Empty where no chunk has the word or another one for it. */
  readonly alternatives: readonly Alternative[]
}

/** What is talked about; its words count for a share of what a question's own do. */
export interface Context {
  readonly text: string
  /** From 0 to 1. */
  readonly weight: number
}

export interface Query {
  readonly text: string
  readonly terms: readonly QueryTerm[]
  /** The share of its words that name a subject: 1 of bare keywords, less of a sentence; 0 without words. */
  readonly keywordShare: number
}

/** What a query is read against. */
export interface Vocabulary {
  readonly lexicon: Lexicon
  readonly relatives: Relatives
  readonly synonyms: Synonyms
  readonly typos: TypoFinder
  /** In how many chunks a term stands. */
  chunksWith(term: number): number
  readonly chunkCount: number
}

/** For a synonym, a word of the same family, or the word that a misspelt one stands for. */
export const otherWordWeight = 0.75
/** Judging a passage keeps a bit for each. */
export const mostQueryTerms = 30
/** Of each word where a query has function words only: enough to rank by, too little to answer by. */
const idleWeight = 0.05
/** Of the last word of a phrase with synonyms, all of whose words are general. */
const phraseWeight = 0.6
const shortestPart = 3

const rememberedWords = 10_000

/** Reads queries against a vocabulary: their words that say something, each with the terms that would do for it. */
export function createQueryReader(vocabulary: Vocabulary): (text: string, about?: Context) => Query {
  const words = new Map<string, ReadWord>()
  const synonymsOf = new Map<readonly (readonly string[])[], readonly Alternative[]>()
  const highestIdf = idf(0, vocabulary.chunkCount)

  /** Those of a group's phrases that the documents have the words of, looked up once. */
  function alternativesOf(phrases: readonly (readonly string[])[]): readonly Alternative[] {
    let known = synonymsOf.get(phrases)
    if (known === undefined) {
      const numbered = phrases.map((phrase) => numbersOf(phrase, vocabulary.lexicon))
      known = numbered.flatMap((terms) => (terms === null ? [] : [{ terms, weight: otherWordWeight }]))
      synonymsOf.set(phrases, known)
    }
    return known
  }

  function readWord(token: Token): ReadWord {
    let read = words.get(token.word)
    if (read === undefined) {
      if (words.size >= rememberedWords) words.clear()
      const meant = corrected(token, vocabulary)
      const alternatives = ownAlternatives(meant, meant === token ? 1 : otherWordWeight, vocabulary)
      read = { word: meant.word, term: meant.term, weight: wordWeight(meant.word), alternatives }
      words.set(token.word, read)
    }
    return { ...read, alternatives: [...read.alternatives] }
  }

  function readTerms(text: string): { terms: QueryTerm[]; keywordShare: number } {
    const tokens = tokenise(text)
    const read = tokens.map(readWord)
    const keywordShare = read.reduce((sum, { weight }) => (weight === 1 ? sum + 1 : sum), 0) / Math.max(1, read.length)
    addJoined(text, tokens, read, vocabulary.lexicon)
    addSynonyms(read, vocabulary, alternativesOf)

    const idle = read.every(({ weight }) => weight === 0)
    const terms = new Map<string, QueryTerm>()
    for (const { word, term, weight: own, alternatives } of read) {
      const weight = idle ? idleWeight : own
      if (weight === 0 || terms.has(term)) continue
      const rarity = idfOf(alternatives, vocabulary)
      // A general word that no document uses is no loss; any other one that none uses is what the question is about.
      const general = weight < 1 && alternatives.length === 0
      const mass = general ? 0 : (weight * rarity) / highestIdf
      terms.set(term, { word, weight, idf: rarity, mass, asked: true, alternatives })
    }
    return { terms: [...terms.values()], keywordShare }
  }

  return (text, about) => {
    const { terms, keywordShare } = readTerms(text)
    if (about !== undefined) addContext(terms, readTerms(about.text).terms, about.weight)
    if (terms.length > mostQueryTerms) terms.sort((a, b) => b.mass - a.mass).splice(mostQueryTerms)
    return { text, terms, keywordShare }
  }
}

/** Words of what is talked about, those that a document has, for less than the query's own. */
function addContext(terms: QueryTerm[], context: readonly QueryTerm[], share: number): void {
  const own = new Set(terms.map(({ word }) => word))
  for (const term of context) {
    if (term.weight < 1 || term.alternatives.length === 0 || own.has(term.word)) continue
    terms.push({ ...term, weight: term.weight * share, mass: term.mass * share, asked: share === 1 })
  }
}

interface ReadWord {
  readonly word: string
  readonly term: string
  weight: number
  readonly alternatives: Alternative[]
}

/** The token, or the known word that it is a slip for. */
function corrected(token: Token, { lexicon, relatives, synonyms, typos }: Vocabulary): Token {
  const { word, term } = token
  const known = wordWeight(word) < 1 || lexicon.find(term) !== undefined || synonyms.words.has(word)
  if (known || relatives.of(word).length > 0 || splitWord(word, lexicon)) return token
  const meant = typos.nearest(word)
  return meant === undefined ? token : { ...token, word: meant, term: stem(meant) }
}

/** The word itself, its parts ("16gb", or "smartphone" where the documents write two words), and its family. */
function ownAlternatives({ word, term }: Token, weight: number, { lexicon, relatives }: Vocabulary): Alternative[] {
  const own = lexicon.find(term)
  const found: Alternative[] = own === undefined ? [] : [{ terms: [own], weight }]
  for (const relative of wordWeight(word) < 1 ? [] : relatives.of(word)) {
    if (relative !== own) found.push({ terms: [relative], weight: otherWordWeight })
  }
  const parts = numbersOf(numberAndUnit(word), lexicon) ?? (own === undefined ? splitWord(word, lexicon) : null)
  if (parts) found.push({ terms: parts, weight })
  return found
}

/** "wi fi" where the documents write "wifi". */
function addJoined(text: string, tokens: readonly Token[], words: readonly ReadWord[], lexicon: Lexicon): void {
  for (let i = 1; i < tokens.length; i++) {
    if (tieBetween(text, tokens[i - 1]!, tokens[i]!) === 'none') continue
    const joined = lexicon.find(joinedTerm(tokens[i - 1]!, tokens[i]!))
    if (joined === undefined) continue
    for (const place of [i - 1, i]) addOnce(words[place]!.alternatives, { terms: [joined], weight: 1 })
  }
}

/**
 * A phrase of words that say little alone ("how much") says something as a whole, if it has synonyms; a single such word
 * is too general to be put for another.
 */
function addSynonyms(
  words: readonly ReadWord[],
  { synonyms, lexicon }: Vocabulary,
  alternativesOf: (phrases: readonly (readonly string[])[]) => readonly Alternative[],
): void {
  const stems = words.map(({ term }) => term)
  for (let i = 0; i < stems.length; i++) {
    for (const { places, others } of synonyms.matchesAt(stems, i)) {
      const span = places.map((place) => words[place]!)
      if (span.every(({ weight }) => weight < 1)) {
        if (span.length === 1) continue
        span.at(-1)!.weight = phraseWeight
      } else bindGeneral(span, lexicon)
      for (const other of alternativesOf(others)) for (const { alternatives } of span) addOnce(alternatives, other)
    }
  }
}

/** A general word in a phrase with others ("next day delivery") stands for the phrase, and says as much. */
function bindGeneral(span: readonly ReadWord[], lexicon: Lexicon): void {
  const general = span.filter(({ weight }) => weight > 0 && weight < phraseWeight)
  if (general.length === 0) return
  const together = numbersOf(
    span.filter(({ weight }) => weight > 0).map(({ term }) => term),
    lexicon,
  )
  for (const word of general) {
    word.weight = phraseWeight
    word.alternatives.splice(0)
    if (together) word.alternatives.push({ terms: together, weight: 1 })
  }
}

function addOnce(alternatives: Alternative[], added: Alternative): void {
  for (const { terms } of alternatives) if (areSame(terms, added.terms)) return
  alternatives.push(added)
}

function areSame(terms: readonly number[], others: readonly number[]): boolean {
  if (terms.length !== others.length) return false
  for (let i = 0; i < terms.length; i++) if (terms[i] !== others[i]) return false
  return true
}

function numbersOf(terms: readonly string[] | null, lexicon: Lexicon): readonly number[] | null {
  const numbers = terms?.map((term) => lexicon.find(term))
  return numbers?.every((number) => number !== undefined) ? numbers : null
}

function splitWord(word: string, lexicon: Lexicon): readonly number[] | null {
  const words = lexicon.words()
  for (let at = 1; at < word.length; at++) {
    const digitsMeetLetters = /\d/.test(word[at - 1]!) !== /\d/.test(word[at]!)
    if (!digitsMeetLetters && (at < shortestPart || word.length - at < shortestPart)) continue
    const first = words.get(word.slice(0, at))
    const second = words.get(word.slice(at))
    if (first !== undefined && second !== undefined) return [first, second]
  }
  return null
}

function idfOf(alternatives: readonly Alternative[], { chunksWith, chunkCount }: Vocabulary): number {
  let most = 0
  for (const { terms } of alternatives) {
    let least = Infinity
    for (const term of terms) least = Math.min(least, chunksWith(term))
    most = Math.max(most, least)
  }
  return idf(most, chunkCount)
}

/** Inverse document frequency of what stands in `chunks` chunks `of` all. */
export const idf = (chunks: number, of: number): number => Math.log(1 + (of - chunks + 0.5) / (chunks + 0.5))
