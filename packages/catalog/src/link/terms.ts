import { type Commonness, commonnessOf, functionWords, isTalk } from '../words/english.ts'
import { tokenize } from '../words/tokens.ts'
import { isUnit } from './measure-units.ts'

/** A word of the shop's vocabulary, as joined tokens ("x1", "usbc", "13"). */
export interface Term {
  readonly text: string
  /** Positions of the products that have it in their name or an alias, ascending. */
  readonly products: number[]
  /** Positions of the products of the brand it is. */
  brand: readonly number[] | null
  /** The categories it is a word for. */
  categories: Set<string> | null
  /** As a word for a category: more than one ("laptops"). */
  plural: boolean
  /** A feature or a value of one is called so. */
  feature: boolean
}

export interface Vocabulary {
  get(text: string): Term | undefined
  /** The term, made where there is none yet. */
  term(text: string): Term
  /** Makes the words of a phrase known, so that they are recognized when mistyped. */
  learn(phrase: string): void
  texts(): Iterable<string>
}

export function createVocabulary(): Vocabulary {
  const terms = new Map<string, Term>()
  const term = (text: string): Term => {
    const known = terms.get(text)
    if (known !== undefined) return known
    const made = { text, products: [], brand: null, categories: null, plural: false, feature: false }
    terms.set(text, made)
    return made
  }
  return {
    get: (text) => terms.get(text),
    term,
    learn(phrase) {
      for (const { text, numeric } of tokenize(phrase)) if (!numeric && !functionWords.has(text)) term(text)
    },
    texts: () => terms.keys(),
  }
}

/** Words that tell two models of a line apart, in any trade; alone they name nothing. */
const modelWords: ReadonlySet<string> = new Set(
  'pro max mini plus ultra lite air se gen generation series edition classic standard basic premium deluxe original mk mark duo xl xs'.split(
    ' ',
  ),
)

export const isModelWord = (text: string): boolean => modelWords.has(text)

const byCommonness: Record<Commonness, number> = { rare: 1, known: 0.6, common: 0.35 }

/** How far a term by itself tells one product from all else, 0 to 1; what customers say of anything tells little. */
export function distinctiveness(term: Term): number {
  const { text } = term
  if (term.categories !== null || term.feature) return 0.3
  if (term.brand !== null) return 0.35
  if (/^[\d.]+$/.test(text) || modelWords.has(text) || text.length === 1) return 0.35
  if (isTalk(text) || isUnit(text)) return 0.15
  return /\d/.test(text) ? 1 : byCommonness[commonnessOf(text)]
}
