import type { Catalog } from '@marketplace-agent/catalog'
import type { Clause } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import { type SlotView, idsOf, mentionsOf } from './filling.ts'
import { inView } from './follow-up-reference.ts'
import { asRequest } from './follow-up-request.ts'
import { asksFit, saysSeveral } from './follow-up-words.en.ts'
import { wordsIn } from './words-in.ts'

/** Most products that "the hub" may mean. */
const mostMeant = 3
/** Most pairs that are looked at for one question. */
const mostPairs = 6

const definite = /\b(?:the|your|this|that|these|those)\s+$/i

/** The products that "the hub" means: those of the kind that are called so, or all of a small kind. */
function productsOfKind({ text, start, entities }: Clause, catalog: Catalog): readonly number[] {
  const [kind, ...others] = mentionsOf(entities, 'category')
  if (kind === undefined || others.length > 0) return []
  const [from, to] = [kind.start - start, kind.end - start]
  if (from < 0 || !definite.test(text.slice(0, from))) return []
  const said = wordsIn(text.slice(from, to))
  const { items } = catalog.query({ categories: [String(kind.candidates[0]?.id)], limit: catalog.size })
  const called = items.filter(({ name }) => said.every((word) => wordsIn(name).includes(word)))
  const meant = called.length > 0 ? called : items
  return meant.length > mostMeant ? [] : meant.map(({ id }) => id)
}

/** What "it", "both" or "them" is. */
function pointedTo({ clause, focus, catalog }: SlotView): readonly number[] {
  if (saysSeveral(clause.text)) return focus.products.length > 1 ? focus.products : inView(focus, catalog).slice(0, 2)
  return clause.entities.pronoun ? focus.products.slice(0, 1) : []
}

/** One of several products that is of another kind than all the others, and those. */
function oneAgainst(ids: readonly number[], catalog: Catalog): readonly [number, readonly number[]] | null {
  const kindOf = (id: number) => catalog.get(id)?.category
  const one = ids.find((id) => ids.every((other) => other === id || kindOf(other) !== kindOf(id)))
  const others = ids.filter((id) => id !== one)
  const alike = others.every((id) => kindOf(id) === kindOf(others[0] ?? 0))
  return one === undefined || others.length < 2 || !alike ? null : [one, others]
}

/** "Does the hub fit it?", "… both the X1 and the X2?": each pair that is asked about. */
export function fitOfSeveral(view: SlotView): readonly Request[] | null {
  const { clause, catalog } = view
  if (clause.task !== 'check_compatibility' && !(asksFit(clause.text) && !clause.confident)) return null
  const names = idsOf(clause.entities, 'product').map(Number)
  const kinds = mentionsOf(clause.entities, 'category').length
  const against = kinds === 0 ? oneAgainst(names, catalog) : null
  // One that is named beside a kind of product asks for what fits it.
  const ones = against === null ? (names.length === 1 ? [] : productsOfKind(clause, catalog)) : [against[0]]
  const others = against === null ? (names.length > 0 ? names : pointedTo(view)) : against[1]
  const kindOf = (id: number) => catalog.get(id)?.category
  const pairs = ones.flatMap((id) =>
    others.flatMap((other) => (kindOf(id) === kindOf(other) ? [] : [{ id, other_id: other }])),
  )
  if (pairs.length === 0) return null
  const calls = pairs
    .slice(0, mostPairs)
    .map((input) => ({ tool: 'check_compatibility', input, role: 'answer' as const }))
  return [{ ...asRequest(clause, 'check_compatibility', 'product_info'), calls }]
}
