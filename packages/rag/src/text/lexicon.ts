import { joinedTerm, numberAndUnit, tieBetween, tokenise, type Token } from './tokenise.ts'

/** A text as numbers of terms, in order. */
export interface TermText {
  readonly terms: Uint32Array
  /** Where each term starts in the text. */
  readonly starts: Uint32Array
  /** Terms beside those: two neighbours as one ("wi-fi" -> wifi), the parts of "16gb". */
  readonly extras: Uint32Array
  /** The place in `terms` of the word that each extra comes with. */
  readonly extraPlaces: Uint32Array
}

/** Every term of the documents by number, and every word they were stems of. */
export class Lexicon {
  readonly #terms = new Map<string, number>()
  readonly #words = new Map<string, number>()

  /** How many terms there are; they are numbered from 0. */
  get size(): number {
    return this.#terms.size
  }

  /** The number of a term; undefined where no document has it. */
  find(term: string): number | undefined {
    return this.#terms.get(term)
  }

  /** Every term with its number. */
  terms(): ReadonlyMap<string, number> {
    return this.#terms
  }

  /** Words as written (not stems), each with the number of its term. */
  words(): ReadonlyMap<string, number> {
    return this.#words
  }

  /** Takes a text in. */
  add(text: string): TermText {
    const tokens = tokenise(text)
    const extras: number[] = []
    const extraPlaces: number[] = []
    const terms = tokens.map((token, place) => {
      const term = this.#number(token.term)
      if (!this.#words.has(token.word)) this.#words.set(token.word, term)
      for (const extra of extraTerms(text, tokens, place)) {
        extras.push(this.#number(extra))
        extraPlaces.push(place)
      }
      return term
    })
    return {
      terms: Uint32Array.from(terms),
      starts: Uint32Array.from(tokens, ({ start }) => start),
      extras: Uint32Array.from(extras),
      extraPlaces: Uint32Array.from(extraPlaces),
    }
  }

  #number(term: string): number {
    let number = this.#terms.get(term)
    if (number === undefined) this.#terms.set(term, (number = this.#terms.size))
    return number
  }
}

const none: readonly string[] = []

function extraTerms(text: string, tokens: readonly Token[], place: number): readonly string[] {
  const token = tokens[place]!
  const before = tokens[place - 1]
  const parts = numberAndUnit(token.word) ?? none
  return before && tieBetween(text, before, token) === 'pair' ? [...parts, joinedTerm(before, token)] : parts
}
