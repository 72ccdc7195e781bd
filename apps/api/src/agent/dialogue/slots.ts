import type { Catalog, Mention, MentionCandidate } from '@marketplace-agent/catalog'
import type { Intent } from '@marketplace-agent/domain'
import type { Clause, Entities } from '@marketplace-agent/intent'
import type { Slot } from '../../tools/define-tool.ts'
import { contentWords } from './content-words.en.ts'
import type { Focus } from './conversation.ts'
import { unwrap } from './unwrap.en.ts'

/** What a message (or what is talked about) gives for a slot: one value a call, or the products it may mean. */
export type Filling =
  | { readonly found: 'values'; readonly values: readonly unknown[]; readonly from: 'clause' | 'focus' }
  | { readonly found: 'several'; readonly products: readonly number[] }
  | { readonly found: 'nothing' }

export interface SlotView {
  readonly clause: Clause
  readonly focus: Focus
  readonly catalog: Catalog
}

const nothing: Filling = { found: 'nothing' }
const values = (list: readonly unknown[], from: 'clause' | 'focus' = 'clause'): Filling =>
  list.length === 0 ? nothing : { found: 'values', values: list, from }
const whole = (value: unknown): Filling => (value === undefined || value === null ? nothing : values([value]))
const nonEmpty = (list: readonly unknown[]): Filling => (list.length === 0 ? nothing : values([list]))

/** The mentions of one kind that are not ruled out ("not the X1"). */
export const mentionsOf = (entities: Entities, kind: Mention['kind']) =>
  entities.mentions.filter((mention) => mention.kind === kind && !mention.negated)

const idsOf = (entities: Entities, kind: Mention['kind']) => [
  ...new Set(mentionsOf(entities, kind).flatMap(({ candidates }) => candidates.slice(0, 1).map(({ id }) => id))),
]

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

function products({ clause, focus }: SlotView): { ids: number[]; several: readonly number[] | null } {
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

function productFilling(view: SlotView, skip: number, most: number): Filling {
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
function productList(view: SlotView): Filling {
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
    return values([focus.list.slice(0, 4)], 'focus')
  }
  return focus.products.length === 0 ? nothing : values([focus.products], 'focus')
}

/** Of the specs that a value may belong to, the one that the kind of product named has with it ("a monitor with USB-C"). */
function specOf(
  { candidates }: Mention,
  categories: readonly string[],
  catalog: Catalog,
): MentionCandidate | undefined {
  const has = ({ id, value }: MentionCandidate) =>
    value !== undefined &&
    catalog.query({ categories, specs: [{ spec: String(id), equals: value }], limit: 1 }).total > 0
  return (candidates.length > 1 && categories.length > 0 ? candidates.find(has) : undefined) ?? candidates[0]
}

/** "At least 16GB" as it says; "16GB" alone means no worse than that, where one way is better. */
function operatorOf(bound: 'at_least' | 'at_most' | undefined, value: unknown, better: 'higher' | 'lower' | undefined) {
  if (typeof value !== 'number') return '='
  if (bound !== undefined) return bound === 'at_least' ? '>=' : '<='
  return better === undefined ? '=' : better === 'higher' ? '>=' : '<='
}

/** Limits on specs: values named ("16GB"), and features that a product has or has not ("with noise cancelling"). */
function specLimits({ clause: { entities }, catalog }: SlotView): Filling {
  const categories = idsOf(entities, 'category').map(String)
  const values = mentionsOf(entities, 'value').flatMap((mention) => {
    const meant = specOf(mention, categories, catalog)
    if (meant?.value === undefined) return []
    const better = catalog.spec(String(meant.id))?.better
    return [`${meant.id}${operatorOf(mention.bound, meant.value, better)}${meant.value}`]
  })
  const isFeature = (id: string) => catalog.all().some(({ specs }) => typeof specs[id] === 'boolean')
  const features = idsOf(entities, 'attribute').map(String).filter(isFeature)
  return nonEmpty([...new Set([...values, ...features.map((id) => `${id}=true`)])])
}

/** The brands wanted; where some are ruled out and none is named, all others. */
function brands({ clause: { entities }, catalog }: SlotView): Filling {
  const wanted = idsOf(entities, 'brand')
  const unwanted = entities.mentions
    .filter(({ kind, negated }) => kind === 'brand' && negated)
    .map(({ candidates }) => candidates[0]?.id)
  return nonEmpty(
    wanted.length > 0 || unwanted.length === 0 ? wanted : catalog.brands.filter((brand) => !unwanted.includes(brand)),
  )
}

const sortedBy = ({ sort: order }: Entities): string[] =>
  order === null ? [] : [typeof order.by === 'string' ? order.by : order.by.spec]

function sort({ clause: { entities } }: SlotView): Filling {
  if (entities.sort === null) return nothing
  const { by, descending } = entities.sort
  const field = typeof by === 'string' ? by : by.spec
  // The catalogue knows "newest first" only; the oldest first is nobody's question.
  return whole(field === 'released' ? '-released' : `${descending ? '-' : ''}${field}`)
}

function priceBounds({ clause: { entities } }: SlotView) {
  const price = entities.price
  if (price === null) return {}
  const { min, max } = price
  return {
    ...(min !== undefined && { [price.minInclusive ? 'min_price' : 'above_price']: min }),
    ...(max !== undefined && { [price.maxInclusive ? 'max_price' : 'below_price']: max }),
  }
}

/** The words that say what is looked for beside what the catalogue knows by name. */
const searchText = ({ clause }: SlotView): Filling => whole(contentWords(clause) || null)

const prices = (field: 'min_price' | 'max_price' | 'above_price' | 'below_price') => (view: SlotView) =>
  whole((priceBounds(view) as Record<string, number>)[field])

/** Intents whose questions are about products themselves. */
const ofProducts = new Set<Intent>(['product_info', 'comparison'])

/** The words of a clause without the names of products. */
function withoutProducts({ text, start, entities }: Clause): string {
  return mentionsOf(entities, 'product')
    .toReversed()
    .reduce((rest, mention) => {
      const inside = mention.start >= start && mention.end <= start + text.length
      return inside ? rest.slice(0, mention.start - start) + rest.slice(mention.end - start) : rest
    }, text)
}

/** How each slot is found in a clause. */
export const slots: Readonly<Record<Slot, (view: SlotView) => Filling>> = {
  order: ({ clause, focus }) =>
    clause.entities.orders.length > 0
      ? values(clause.entities.orders)
      : values(focus.order === null ? [] : [focus.order], 'focus'),
  tracking_number: ({ clause }) => values(clause.entities.trackingNumbers),
  product: (view) => productFilling(view, 0, 5),
  first_product: (view) => productFilling(view, 0, 1),
  other_product: (view) => productFilling(view, 1, 1),
  products: productList,
  // "Is the mini black?" asks for the colour; "which is quieter?" for what it is sorted by.
  attributes: ({ clause: { entities } }) =>
    nonEmpty([...new Set([...idsOf(entities, 'attribute'), ...idsOf(entities, 'value'), ...sortedBy(entities)])]),
  question: ({ clause }) => whole(unwrap(ofProducts.has(clause.intent) ? clause.text : withoutProducts(clause))),
  // How a purchase is returned or delivered stands in policies, whichever product it is; a manual would only distract.
  document_kinds: ({ clause }) => (ofProducts.has(clause.intent) ? nothing : values([['faq', 'policy']])),
  text: searchText,
  category: ({ clause }) => nonEmpty(idsOf(clause.entities, 'category')),
  brand: brands,
  min_price: prices('min_price'),
  max_price: prices('max_price'),
  above_price: prices('above_price'),
  below_price: prices('below_price'),
  min_rating: ({ clause }) => whole(clause.entities.minRating),
  in_stock: ({ clause }) => (clause.entities.inStockOnly ? whole(true) : nothing),
  specs: specLimits,
  sort,
  about_products: (view) => {
    if (!ofProducts.has(view.clause.intent)) return nothing
    const { ids } = products(view)
    return nonEmpty(ids.length > 0 ? ids : view.clause.entities.pronoun ? view.focus.products : [])
  },
  about_categories: ({ clause }) => nonEmpty(idsOf(clause.entities, 'category')),
  about_only: ({ clause }) => (clause.task === 'product_attribute' ? whole(true) : nothing),
}
