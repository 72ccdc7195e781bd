import type { ProductRecord } from '@marketplace-agent/domain'
import { tokenize } from '../words/tokens.ts'
import { findNearPhrases, findPhrases } from './find-phrases.ts'
import type { NameIndex } from './names.ts'
import type { PhraseBook } from './phrase.ts'
import { type Slot, type Speller, readSlots } from './slots.ts'
import { type Term, distinctiveness } from './terms.ts'

export interface FoundProduct {
  readonly id: number
  readonly score: number
}

interface Parts {
  readonly names: NameIndex
  readonly book: PhraseBook
  readonly speller: Speller
  readonly get: (id: number) => ProductRecord | undefined
}

const floor = 0.5
/** A name has no more words than this. */
const mostWords = 24
/** How many products are weighed, those that have the rarest of the words. */
const mostWeighed = 3000
const written = /^(?:(?:product|item|article) )?(?:(?:id|no\.?|number) )?(?:# ?)?(\d{1,9})$/i

/** Finds the products that a name may mean: a whole name is 1, else how much the name says of a product and it of it. */
export function createProductFinder({ names, book, speller, get }: Parts) {
  return (name: string, limit = 5): readonly FoundProduct[] => {
    const scores = new Map<number, number>()
    const raise = (id: number, score: number) => scores.set(id, Math.max(score, scores.get(id) ?? 0))

    const byId = get(Number(written.exec(name.trim().replaceAll(/\s+/g, ' '))?.[1] ?? Number.NaN))
    if (byId !== undefined) raise(byId.id, 1)
    const tokens = tokenize(name)
    const slots = readSlots(tokens, speller).slice(0, mostWords)
    const [from, to] = [tokens[0]?.start, tokens.at(-1)?.end]
    for (const span of [...findPhrases(tokens, name, book), ...findNearPhrases(slots, book)]) {
      if (span.kind !== 'product' || span.start !== from || span.end !== to) continue
      for (const { id, score } of span.candidates) raise(Number(id), score)
    }
    for (const { id, score } of weighAll(slots, names)) raise(id, score)
    return [...scores]
      .map(([id, score]) => ({ id, score }))
      .sort((one, other) => other.score - one.score || one.id - other.id)
      .slice(0, limit)
  }
}

function weighAll(slots: readonly Slot[], index: NameIndex): FoundProduct[] {
  const said = slots.filter((slot) => !slot.isFunctionWord)
  const naming = said.filter((slot) => slot.term !== null)
  const all = said.reduce((sum, slot) => sum + weightOf(slot.term), 0)
  const found: FoundProduct[] = []
  for (const position of positionsOf(naming)) {
    const matching = naming.filter((slot) => index.describes(slot.term as Term, position))
    const telling = matching.reduce((sum, slot) => sum + weightOf(slot.term) * slot.similarity, 0)
    if (telling < 0.6 || all === 0) continue
    const coverage = index.coverage(new Set(matching.map((slot) => slot.term?.text ?? '')), position)
    const score = (0.5 + 0.24 * Math.min(1, telling) + 0.24 * coverage) * (telling / all)
    const product = index.products[position]
    if (score >= floor && product !== undefined) found.push({ id: product.id, score })
  }
  return found
}

const weightOf = (term: Term | null) => (term === null ? 0.6 : distinctiveness(term))

/** The products that have one of the words, as far as the rarest words go. */
function positionsOf(slots: readonly Slot[]): Set<number> {
  const lists = slots
    .map(({ term }) => (term === null ? [] : term.products.length > 0 ? term.products : (term.brand ?? [])))
    .sort((one, other) => one.length - other.length)
  const positions = new Set<number>()
  for (const list of lists) {
    if (positions.size + list.length > mostWeighed) break
    for (const position of list) positions.add(position)
  }
  return positions
}
