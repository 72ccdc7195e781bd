import type { Mention, MentionCandidate } from '@marketplace-agent/catalog'
import type { Focus } from './conversation.ts'
import { type Leaning, comparedBy, inView, leaningOf } from './follow-up-reference.ts'
import { asksPrice, asksYesOrNo, weighsRating } from './follow-up-words.en.ts'
import { unheardOf } from './unheard-of.en.ts'
import { type Filling, type SlotView, idsOf, mentionsOf, nonEmpty, nothing, values, whole } from './filling.ts'

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

/** The products that a clause names; `several` where one of its names fits them about equally. */
export function products({ clause, focus }: SlotView): { ids: number[]; several: readonly number[] | null } {
  const ids: number[] = []
  for (const mention of mentionsOf(clause.entities, 'product')) {
    const meant = productOf(mention, focus)
    if (meant.length > 1) return { ids, several: meant }
    for (const id of meant) if (!ids.includes(id)) ids.push(id)
  }
  return { ids, several: null }
}

/** Tasks about one product, which a kind of product in the words says more of. */
const ofOne = new Set(['product_attribute', 'product_details', 'check_stock'])

/** The products named after the first `skip`, at most `most` of them; else the one talked about. */
export function productFilling(view: SlotView, skip: number, most: number): Filling {
  const { ids, several } = products(view)
  if (several !== null && ids.length <= skip) return { found: 'several', products: several }
  const named = ids.slice(skip, skip + most)
  if (named.length > 0) return values(named)
  // Another thing was named, though the shop doesn't have it.
  if (unheardOf(view.clause, view.catalog) !== null) return nothing
  // "The fifth one" of three is none of them.
  if (view.clause.entities.ordinal !== null) return nothing
  // "How much is the soundbar?" isn't asked of the TV that is talked about.
  const kinds = ofOne.has(view.clause.task) ? idsOf(view.clause.entities, 'category') : []
  const inFocus = view.focus.products
    .filter((id) => !ids.includes(id) && (kinds.length === 0 || kinds.includes(view.catalog.get(id)?.category ?? '')))
    .slice(0, 1)
  return skip === 0 || ids.length > 0 ? values(inFocus, 'focus') : nothing
}

/** Most products that are put side by side when a kind of them is named ("compare your grinders"): the best rated. */
const mostCompared = 4

/** The best rated of the kinds that are compared where no product is named; null: products are. */
function bestOfKinds(view: SlotView): readonly number[] | null {
  const { clause, catalog } = view
  if (clause.task !== 'compare_products' || products(view).ids.length > 0) return null
  const categories = idsOf(clause.entities, 'category').map(String)
  const best = categories.length === 0 ? [] : catalog.query({ categories, limit: mostCompared }).items
  return best.length > 1 ? best.map(({ id }) => id) : null
}

/** The kinds whose best products are compared. */
export const comparedKinds = (view: SlotView): Filling =>
  bestOfKinds(view) === null ? nothing : nonEmpty(idsOf(view.clause.entities, 'category'))

/** Several products in one field: those named, with the one talked about where only one is named beside "it". */
export function productList(view: SlotView): Filling {
  const { ids, several } = products(view)
  const { focus, clause, catalog } = view
  if (several !== null && clause.task === 'compare_products' && ids.length === 0)
    return values([several.slice(0, mostCompared)])
  if (several !== null) return { found: 'several', products: several }
  const best = bestOfKinds(view)
  if (best !== null) return values([best])
  const unheard = unheardOf(clause, catalog) !== null
  if (ids.length === 1 && clause.task === 'compare_products' && !unheard) {
    const other = focus.products.find((id) => !ids.includes(id))
    return nonEmpty(other === undefined ? ids : [other, ...ids])
  }
  if (ids.length > 0) return nonEmpty(ids)
  if (clause.entities.ordinal !== null || unheard) return nothing
  const group = clause.task === 'compare_products' ? inView(focus, catalog).slice(0, mostCompared) : focus.products
  return group.length === 0 ? nothing : values([group], 'focus')
}

/** What products are weighed by, where a clause compares or picks. */
export const weighedBy = ({ clause, catalog }: SlotView): Leaning | null =>
  leaningOf(clause.entities) ?? (clause.task === 'compare_products' ? comparedBy(clause, catalog) : null)

export type ValueMeant = MentionCandidate & Pick<ReturnType<typeof mentionsOf>[number], 'bound'>

/** The values named, each as of the spec that the products have, where it may be of several ("does it have USB-C?"). */
export function valuesMeant(view: SlotView): ValueMeant[] {
  const { ids } = products(view)
  const of = (ids.length > 0 ? ids : view.focus.products).map((id) => view.catalog.get(id)?.specs ?? {})
  const named = idsOf(view.clause.entities, 'attribute')
  return mentionsOf(view.clause.entities, 'value').flatMap(({ candidates, bound }) => {
    const [best] = candidates
    const has = candidates.filter(({ id }) => of.some((specs) => specs[String(id)] !== undefined))
    const asked = has.find(({ id }) => named.includes(id))
    const exact = has.find(({ id, value }) =>
      of.some((specs) => [specs[String(id)]].flat().some((own) => own === value)),
    )
    return [asked ?? exact ?? has[0] ?? best].flatMap((candidate) =>
      candidate === undefined ? [] : { ...candidate, ...(bound !== undefined && { bound }) },
    )
  })
}

/** What is asked of products: "is the mini black?" the colour, "which is quieter?" the noise, "how much is it?" the price. */
export function attributes(view: SlotView): Filling {
  const { entities, task, text } = view.clause
  const leaning = weighedBy(view)
  // "Which is better?" weighs all of it.
  const overall = leaning?.by === 'rating' && !weighsRating(text)
  const named = [
    ...idsOf(entities, 'attribute'),
    ...valuesMeant(view).map(({ id }) => String(id)),
    ...(leaning === null || overall ? [] : [leaning.by]),
  ]
  const price = named.length === 0 && task === 'product_attribute' && asksPrice(text)
  return nonEmpty(price ? ['price'] : [...new Set(named)])
}

/** What is ahead of the others, as a list is sorted: the lowest first, with a minus the highest. */
export function sort(view: SlotView): Filling {
  const leaning = weighedBy(view)
  if (leaning === null) return nothing
  // The catalogue knows "newest first" only; the oldest first is nobody's question.
  const oldest = leaning.by === 'released' && view.clause.task !== 'compare_products'
  return whole(oldest ? '-released' : `${leaning.descending ? '-' : ''}${leaning.by}`)
}

/** What others are to have less of than a product, with a minus more: "something like it but cheaper". */
export function ahead({ clause, catalog }: SlotView): Filling {
  const leaning =
    clause.entities.comparative === null ? comparedBy(clause, catalog) : leaningOf({ ...clause.entities, sort: null })
  return leaning === null ? nothing : whole(`${leaning.descending ? '-' : ''}${leaning.by}`)
}

/** Whether the first of several products is said to be ahead of the others ("is the X1 cheaper than the X2?"). */
export const claim = (view: SlotView): Filling =>
  weighedBy(view) !== null && asksYesOrNo(view.clause.text) ? whole(true) : nothing
