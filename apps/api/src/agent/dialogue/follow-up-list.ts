import type { Intent } from '@marketplace-agent/domain'
import type { Request } from '../request.ts'
import { contentWords } from './content-words.en.ts'
import { type SlotView, idsOf, mentionsOf } from './filling.ts'
import { withAttributes, withProducts } from './follow-up-clause.ts'
import { leaningOf } from './follow-up-reference.ts'
import { asRequest, namesOnly, search } from './follow-up-request.ts'
import { nextPage, refined, takesBackLimits } from './follow-up-search.ts'
import {
  asksYesOrNo,
  saysAny,
  saysIt,
  saysListed,
  saysMoreOfIt,
  saysSeveral,
  saysTheOther,
} from './follow-up-words.en.ts'

/** Tasks that are answered by a list of what belongs to a product. */
const relates = new Set(['find_accessories', 'similar_products', 'bought_together', 'find_upgrades'])

/** "Others", "show me more": the next page; of a product that is talked about, what is like it. */
export function furtherOnes(view: SlotView): readonly Request[] | null {
  const { clause, focus, catalog } = view
  const { entities } = clause
  if (
    !(entities.others || saysMoreOfIt(clause.text)) ||
    !namesOnly(clause) ||
    entities.price !== null ||
    saysTheOther(clause.text)
  )
    return null
  const kinds = idsOf(entities, 'category').map(String)
  if (kinds.some((kind) => focus.search?.input.category?.includes(kind) !== true)) return null
  if (mentionsOf(entities, 'product').length > 0 || mentionsOf(entities, 'brand').length > 0) return null
  const [about] = focus.products
  const more = focus.search !== null && focus.search.shown < focus.search.total
  if (about !== undefined && !(more && focus.list.includes(about))) {
    return [asRequest(withProducts(clause, [about], catalog), 'similar_products', 'product_info')]
  }
  const input = nextPage(focus)
  return input === null ? null : [search(clause, input)]
}

/** Tasks that words of a list refined are often taken for. */
const refines = new Set(['search_products', 'find_upgrades', 'product_attribute', 'check_stock', 'compare_products'])

/** "Only in stock", "under 50", "cheaper ones" among what belongs to a product or was compared: no search made that list. */
export function amongRelated(view: SlotView): readonly Request[] | null {
  const { clause, focus, catalog } = view
  const { entities } = clause
  const asked = focus.asked.at(-1)
  if (asked === undefined || focus.search !== null || focus.list.length < 2) return null
  const ofProduct = relates.has(asked.task)
  if (!ofProduct && (entities.comparative !== null || focus.products.some((id) => !focus.list.includes(id))))
    return null
  if (contentWords(clause) !== '' || (entities.pronoun && !saysSeveral(clause.text))) return null
  if (entities.mentions.some(({ kind }) => kind === 'product' || kind === 'category')) return null
  const of = (ids: readonly number[], task: string, intent: Intent) => [
    asRequest(withProducts(clause, ids, catalog), task, intent),
  ]
  if (entities.inStockOnly) return of(focus.list, 'check_stock', 'product_info')
  if (leaningOf(entities) !== null) return of(focus.list, 'compare_products', 'comparison')
  const { price } = entities
  if (price === null) return null
  const within = focus.list.filter((id) => {
    const cost = catalog.get(id)?.price ?? Infinity
    return (
      cost >= (price.min ?? 0) &&
      (price.maxInclusive ? cost <= (price.max ?? Infinity) : cost < (price.max ?? Infinity))
    )
  })
  if (within.length === 0) return null
  return within.length === 1
    ? of(within, 'product_details', 'product_info')
    : [asRequest(withAttributes(withProducts(clause, within, catalog), ['price']), 'compare_products', 'comparison')]
}

/** "Only with 16GB", "cheaper ones", "sort by rating", "what about tablets?". */
export function refining(view: SlotView): readonly Request[] | null {
  const { clause, focus } = view
  const { entities, text } = clause
  // "No sound at all, I want my money back" takes no limit back.
  if (entities.remedies.length > 0 || entities.complaintReason !== null) return null
  const takesBack = takesBackLimits(view)
  const limits = entities.minRating !== null || entities.price !== null || entities.comparative !== null
  // "Without noise cancelling" of what was listed limits it, however it is taken.
  const leavesOut =
    focus.search !== null && entities.mentions.some(({ negated }) => negated) && contentWords(clause) === ''
  const ofList = entities.only || saysListed(text) || limits || takesBack || leavesOut
  if (clause.confident && !takesBack && !leavesOut && !refines.has(clause.task)) return null
  // Of one product that is talked about, "is it in stock?" and "in black?" ask for a fact.
  if (saysIt(text) || (asksYesOrNo(text) && !saysAny(text))) return null
  if (clause.task !== 'search_products' && !ofList && (clause.confident || focus.products.length > 0)) return null
  const input = refined(view, false)
  return input === null ? null : [search(clause, input)]
}
