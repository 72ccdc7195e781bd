import { commonnessOf, functionWords } from '../words/english.ts'
import { pluralsOf, singularsOf } from '../words/inflection.ts'
import type { NearMiss } from '../words/near-misses.ts'
import { type Token, isApart } from '../words/tokens.ts'
import type { Term, Vocabulary } from './terms.ts'
import { canonicalUnit, isUnit } from './measure-units.ts'
import { joined } from './units.ts'

/** A place in a text that a word of the shop's vocabulary may fill. */
export interface Slot {
  readonly start: number
  readonly end: number
  readonly gap: Token['gap']
  /** Null: no word of this shop. */
  readonly term: Term | null
  /** 1: as it is written; less for a near miss. */
  readonly similarity: number
  /** Said of more than one, or where the word stands in the singular in the shop. */
  readonly plural: boolean
  readonly isFunctionWord: boolean
  readonly number: boolean
}

export interface Speller {
  readonly vocabulary: Vocabulary
  /**
   * The word of the shop that a mistyped word may mean; null for a word that is one of English. `doubtful`: an everyday
   * word is as near.
   */
  correct(word: string): (NearMiss & { readonly doubtful: boolean }) | null
}

const mostTokens = 4

/** Reads a text's tokens as words of the shop: joined where the shop joins them, singular or plural, mistyped or not. */
export function readSlots(tokens: readonly Token[], speller: Speller): Slot[] {
  const slots: Slot[] = []
  let index = 0
  while (index < tokens.length) {
    const [count, read] = readJoined(tokens, index, speller.vocabulary) ?? [1, readOne(tokens[index] as Token, speller)]
    slots.push(...read)
    index += count
  }
  return slots
}

function readJoined(tokens: readonly Token[], from: number, vocabulary: Vocabulary): [number, Slot[]] | null {
  for (let count = Math.min(mostTokens, tokens.length - from); count > 1; count -= 1) {
    const run = tokens.slice(from, from + count)
    if (!joinable(run)) continue
    const text = joined(run)
    const term = vocabulary.get(text) ?? vocabulary.get(withShortUnit(run))
    if (term !== undefined) return [count, [slotOf(run, term, 1, term.plural)]]
    // "501s", "x1s": the plural of a model.
    const last = run.at(-1)
    const singular = last?.text === 's' && last.gap === 'glued' ? vocabulary.get(text.slice(0, -1)) : undefined
    if (singular !== undefined) return [count, [slotOf(run, singular, 1, true)]]
  }
  return null
}

/** "1 terabyte" as a name has it that says 1TB. */
function withShortUnit(run: readonly Token[]): string {
  const unit = run.at(-1)?.text ?? ''
  return run.at(-2)?.numeric === true && isUnit(unit) ? joined(run.slice(0, -1)) + canonicalUnit(unit) : ''
}

function joinable(run: readonly Token[]): boolean {
  const rest = run.slice(1)
  if (rest.some(isApart)) return false
  if (rest.every((token) => token.gap === 'glued')) return true
  return !run.some((token) => functionWords.has(token.text) && token.text !== 'and')
}

function readOne(token: Token, speller: Speller): Slot[] {
  const { vocabulary } = speller
  const { text } = token
  const known = vocabulary.get(text)
  if (known !== undefined) return [slotOf([token], known, 1, known.plural)]
  if (token.numeric || functionWords.has(text)) return [slotOf([token], null, 1, false)]
  for (const singular of singularsOf(text)) {
    const term = vocabulary.get(singular)
    if (term !== undefined) return [slotOf([token], term, 1, true)]
  }
  for (const plural of pluralsOf(text)) {
    const term = vocabulary.get(plural)
    if (term !== undefined) return [slotOf([token], term, 1, false)]
  }
  if (commonnessOf(text) === 'common') return [slotOf([token], null, 1, false)]
  const parts = readParts(token, vocabulary)
  if (parts !== null) return parts
  const beginning = readBeginning(token, vocabulary)
  if (beginning !== null) return [beginning]
  const nearest = speller.correct(text)
  const term = nearest === null ? undefined : vocabulary.get(nearest.word)
  if (nearest === null || term === undefined) return [slotOf([token], null, 1, false)]
  const similarity = 1 - (0.8 * nearest.distance) / text.length - (nearest.doubtful ? doubt : 0)
  return [slotOf([token], term, similarity, term.plural)]
}

/** So much that the word does not stand for itself, only beside others of a name. */
const doubt = 0.15

const shortestPart = 3

/** Two words written as one ("earbudspro"). */
function readParts(token: Token, vocabulary: Vocabulary): Slot[] | null {
  const { text, start, end } = token
  if (end - start !== text.length) return null
  for (let cut = text.length - shortestPart; cut >= shortestPart; cut -= 1) {
    const first = vocabulary.get(text.slice(0, cut))
    const second = first && vocabulary.get(text.slice(cut))
    if (first === undefined || second === undefined) continue
    if (isOfName(first) && !isOfName(second) && second.brand === null && second.categories === null) continue
    return [
      slotOf([{ ...token, end: start + cut }], first, 1, first.plural),
      slotOf([{ ...token, start: start + cut, gap: 'glued' }], second, 1, second.plural),
    ]
  }
  return null
}

const leastOfName = 4

const isOfName = ({ products, categories, feature }: Term) => products.length > 0 && categories === null && !feature

/** A word of a name with an everyday word after it in one ("boombox" for Boom): doubtful, so never by itself. */
function readBeginning(token: Token, vocabulary: Vocabulary): Slot | null {
  const { text } = token
  for (let cut = text.length - shortestPart; cut >= leastOfName; cut -= 1) {
    const term = vocabulary.get(text.slice(0, cut))
    if (term !== undefined && isOfName(term) && commonnessOf(text.slice(cut)) === 'common')
      return slotOf([token], term, 1 - doubt, false)
  }
  return null
}

const slotOf = (run: readonly Token[], term: Term | null, similarity: number, plural: boolean): Slot => {
  const [first] = run as [Token]
  return {
    start: first.start,
    end: run.at(-1)?.end ?? first.end,
    gap: first.gap,
    term,
    similarity,
    plural,
    number: run.length === 1 && first.numeric,
    isFunctionWord: run.length === 1 && functionWords.has(first.text),
  }
}
