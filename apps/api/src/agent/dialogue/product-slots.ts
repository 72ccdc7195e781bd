import type { Mention } from '@marketplace-agent/catalog'
import type { Entities } from '@marketplace-agent/intent'
import type { Focus } from './conversation.ts'
import { type Filling, type SlotView, idsOf, mentionsOf, nonEmpty, nothing, values } from './filling.ts'

/** Candidates whose score is this near to the best are as likely meant. */
const likely = 0.05

/** The product a mention means; several where its words fit them about equally and nothing talked about settles it. */
function productOf({ candidates }: Mention, focus: Focus): readonly number[] {
  const best = candidates[0]?.score ?? 0
  const near = candidates.filter(({ score }) => score >= best - likely).map(({ id }) => id as number)
  if (near.length < 2) return near
  const talkedAbout = [...focus.products, ...focus.list].find((id) => near.includes(id))
  return talkedAbout === undefined ? near : [talkedAbout]
}

/** The products that a clause names or points at; `several` where one of its names fits them about equally. */
export function products({ clause, focus }: SlotView): { ids: number[]; several: readonly number[] | null } {
  const ids: number[] = []
  for (const mention of mentionsOf(clause.entities, 'product')) {
    const meant = productOf(mention, focus)
    if (meant.length > 1) return { ids, several: meant }
    for (const id of meant) if (!ids.includes(id)) ids.push(id)
  }
  return { ids: ids.length > 0 ? ids : listed(clause.entities, focus), several: null }
}

/** "The second one", "the last two" of what was listed. */
function listed({ ordinal }: Entities, { list }: Focus): number[] {
  if (ordinal === null) return []
  const { position, count } = ordinal
  const start = position > 0 ? position - 1 : Math.max(0, list.length + position)
  return list.slice(start, start + Math.max(1, count))
}

/** The products named after the first `skip`, at most `most` of them; else the one talked about. */
export function productFilling(view: SlotView, skip: number, most: number): Filling {
  const { ids, several } = products(view)
  if (several !== null && ids.length <= skip) return { found: 'several', products: several }
  const named = ids.slice(skip, skip + most)
  if (named.length > 0) return values(named)
  const inFocus = view.focus.products.filter((id) => !ids.includes(id)).slice(0, 1)
  return skip === 0 || ids.length > 0 ? values(inFocus, 'focus') : nothing
}

/** Most products that are put side by side when a kind of them is named ("compare your grinders"): the best rated. */
const mostCompared = 4

/** Several products in one field: those named, with the one talked about where only one is named beside "it". */
export function productList(view: SlotView): Filling {
  const { ids, several } = products(view)
  const { focus, clause, catalog } = view
  if (several !== null && clause.task === 'compare_products' && ids.length === 0)
    return values([several.slice(0, mostCompared)])
  if (several !== null) return { found: 'several', products: several }
  if (ids.length === 0 && clause.task === 'compare_products') {
    const categories = idsOf(clause.entities, 'category').map(String)
    const best = categories.length === 0 ? [] : catalog.query({ categories, limit: mostCompared }).items
    if (best.length > 1) return values([best.map(({ id }) => id)])
  }
  if (ids.length === 1 && clause.task === 'compare_products') {
    const other = focus.products.find((id) => !ids.includes(id))
    return nonEmpty(other === undefined ? ids : [other, ...ids])
  }
  if (ids.length > 0) return nonEmpty(ids)
  if (clause.task === 'compare_products' && focus.products.length < 2 && focus.list.length > 1) {
    return values([focus.list.slice(0, mostCompared)], 'focus')
  }
  return focus.products.length === 0 ? nothing : values([focus.products], 'focus')
}
