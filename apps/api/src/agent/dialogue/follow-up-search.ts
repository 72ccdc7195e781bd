import type { Catalog } from '@marketplace-agent/catalog'
import type { ProductRecord } from '@marketplace-agent/domain'
import type { SearchInput } from '../../tools/search-input.ts'
import { readSpecFilter } from '../../tools/spec-filter.ts'
import { contentWords } from './content-words.en.ts'
import type { Focus } from './conversation.ts'
import { type Filling, type SlotView, idsOf, mentionsOf } from './filling.ts'
import { ofKinds, withoutAttributes } from './follow-up-clause.ts'
import { type Leaning, leaningOf, measureOf } from './follow-up-reference.ts'
import { figureInstead, saysListed, takenBack, takesBack } from './follow-up-words.en.ts'
import { sort } from './product-slots.ts'
import { brands, excluded, prices, specLimits } from './search-slots.ts'

const priceFields = ['min_price', 'above_price', 'max_price', 'below_price'] as const
const lowest = ['min_price', 'above_price'] as const
const highest = ['max_price', 'below_price'] as const

/** An input without some of its fields. */
export function without(input: SearchInput, ...fields: (keyof SearchInput)[]): SearchInput {
  return Object.fromEntries(
    Object.entries(input).filter(([field]) => !fields.includes(field as keyof SearchInput)),
  ) as SearchInput
}

const valueOf = (filling: Filling): unknown => (filling.found === 'values' ? filling.values[0] : undefined)

/** What a clause limits a search by, as search_products takes it. */
function limitsOf(view: SlotView): SearchInput {
  const { entities } = view.clause
  const fields: Record<string, unknown> = {
    ...Object.fromEntries(priceFields.map((field) => [field, valueOf(prices(field)(view))])),
    brand: valueOf(brands(view)),
    min_rating: entities.minRating ?? undefined,
    in_stock: entities.inStockOnly ? true : undefined,
    spec: valueOf(specLimits(view)),
    exclude: valueOf(excluded(view)),
    sort: valueOf(sort(view)),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as SearchInput
}

/** The search to go on from: the last one; where products were talked about or listed by other ways, their kinds. */
function baseOf({ search, products, list }: Focus, catalog: Catalog): SearchInput | null {
  const about = products.length > 0 ? products : list
  if (search !== null && products.every((id) => list.includes(id))) return search.input
  const kinds = [...new Set(about.flatMap((id) => catalog.get(id)?.category ?? []))]
  return kinds.length === 0 ? (search?.input ?? null) : { category: kinds }
}

const queryOf = ({ q, category, brand, spec, exclude }: SearchInput) => ({
  ...(exclude !== undefined && { exclude }),
  ...(q !== undefined && { text: q }),
  ...(category !== undefined && { categories: category }),
  ...(brand !== undefined && { brands: brand }),
  ...(spec !== undefined && { specs: spec.map(readSpecFilter) }),
})

/** The limits of one search on top of another's: each replaces its like. */
function onTop(base: SearchInput, more: SearchInput, unwanted: readonly string[], catalog: Catalog): SearchInput {
  const replaced = [
    ...(lowest.some((field) => more[field] !== undefined) ? lowest : []),
    ...(highest.some((field) => more[field] !== undefined) ? highest : []),
  ]
  const limited = new Set((more.spec ?? []).map((limit) => readSpecFilter(limit).spec))
  const spec = [...(base.spec ?? []).filter((limit) => !limited.has(readSpecFilter(limit).spec)), ...(more.spec ?? [])]
  const exclude = [...new Set([...(base.exclude ?? []), ...(more.exclude ?? [])])]
  const all = {
    ...without(base, ...replaced, 'spec'),
    ...more,
    ...(spec.length > 0 && { spec }),
    ...(exclude.length > 0 && { exclude }),
  }
  // Where nothing would be left, what was ruled out before is taken back.
  const none = more.exclude !== undefined && catalog.query({ ...queryOf(all), limit: 1 }).total === 0
  const merged: SearchInput = none && more.exclude !== undefined ? { ...all, exclude: more.exclude } : all
  const least = Math.max(merged.min_price ?? 0, merged.above_price ?? 0)
  const most = Math.min(merged.max_price ?? Infinity, merged.below_price ?? Infinity)
  // "Under 300" after "over 500" takes that back.
  const asked = lowest.some((field) => more[field] !== undefined) ? highest : lowest
  const input = least > most ? without(merged, ...asked) : merged
  if (unwanted.length === 0) return input
  const others = catalog.query({ ...queryOf(without(input, 'brand')), limit: 1 }).facets.brand
  const left = (base.brand ?? others.map(({ value }) => value)).filter((brand) => !unwanted.includes(brand))
  return { ...input, brand: left.length > 0 ? left : catalog.brands.filter((brand) => !unwanted.includes(brand)) }
}

/** Without the values that are ruled out now, where they were asked for ("not electric" after "electric ones"). */
function withoutRuledOut(base: SearchInput, { clause }: SlotView): SearchInput {
  const specs = new Set(
    clause.entities.mentions
      .filter(({ kind, negated }) => kind === 'value' && negated)
      .flatMap(({ candidates }) => candidates.slice(0, 1).map(({ id }) => String(id))),
  )
  const spec = (base.spec ?? []).filter((limit) => !specs.has(readSpecFilter(limit).spec))
  if (spec.length === (base.spec ?? []).length) return base
  return { ...without(base, 'spec'), ...(spec.length > 0 && { spec }) }
}

/** "Make it 1500": the one bound of the last search with another figure; null where it has none, or several. */
function boundInstead(base: SearchInput, text: string): SearchInput | null {
  const figure = figureInstead(text)
  if (figure === null) return null
  const prices = priceFields.filter((field) => base[field] !== undefined)
  const [price] = prices
  if (price !== undefined) return prices.length === 1 ? { ...base, [price]: figure } : null
  const bounds = (base.spec ?? []).filter((limit) => !('equals' in readSpecFilter(limit)))
  const [bound] = bounds
  if (bound === undefined || bounds.length > 1) return null
  const instead = bound.replace(/(<=|>=).+$/, `$1${figure}`)
  return { ...base, spec: (base.spec ?? []).map((limit) => (limit === bound ? instead : limit)) }
}

/** The limits that a clause takes back ("without the price limit", "any brand", "no filters"). */
function clearedBy(base: SearchInput, { clause }: SlotView): SearchInput {
  const back = takenBack(clause.text)
  if (back === 'all') return base.category === undefined ? {} : { category: base.category }
  const named = new Set(
    takesBack(clause.text)
      ? clause.entities.mentions.flatMap(({ kind, candidates }) =>
          kind === 'attribute' ? (candidates[0]?.id ?? []) : [],
        )
      : [],
  )
  const fields: (keyof SearchInput)[] = [
    ...(back.includes('price') ? priceFields : []),
    ...(back.includes('brand') ? (['brand'] as const) : []),
    ...(back.includes('rating') ? (['min_rating'] as const) : []),
    ...(back.includes('stock') ? (['in_stock'] as const) : []),
  ]
  const spec = (base.spec ?? []).filter((limit) => !named.has(readSpecFilter(limit).spec))
  const removed = fields.some((field) => base[field] !== undefined) || spec.length < (base.spec ?? []).length
  return removed ? { ...without(base, ...fields, 'spec'), ...(spec.length > 0 && { spec }) } : base
}

/** "Cheaper": better than what is talked about; of a list, than what is furthest from it there, the best first. */
function leaningLimits(leaning: Leaning, base: SearchInput, { focus, catalog }: SlotView): SearchInput {
  const { by, descending } = leaning
  const measured = (products: readonly (ProductRecord | undefined)[]) =>
    products.flatMap((product) => (product === undefined ? [] : (measureOf(product, by) ?? [])))
  const about = focus.products.length > 0 ? focus.products : focus.list
  const shown = measured(about.map((id) => catalog.get(id))).toSorted((one, other) => (one < other ? -1 : 1))
  const reference = descending ? shown[0] : shown.at(-1)
  const order = by === 'released' ? '-released' : `${descending ? '-' : ''}${by}`
  if (reference === undefined || by === 'released') return { sort: order }
  if (by === 'price') {
    return descending
      ? { above_price: Number(reference), sort: 'price' }
      : { below_price: Number(reference), sort: 'price' }
  }
  // Limits on specs and ratings take in their bound: it is the next better value that there is.
  const better = measured(catalog.query({ ...queryOf(base), limit: catalog.size }).items)
    .filter((value) => (descending ? value > reference : value < reference))
    .toSorted((one, other) => (one < other ? -1 : 1) * (descending ? 1 : -1))
  const [next] = better
  if (next === undefined) return { sort: order }
  if (by === 'rating') return descending ? { min_rating: Number(next), sort: order } : { sort: order }
  return { spec: [`${by}${descending ? '>=' : '<='}${next}`], sort: order }
}

/** What of a search holds for another kind of product: its price, rating and stock; brands and specs where it has them. */
function forCategory(base: SearchInput, category: readonly string[], catalog: Catalog): SearchInput {
  const bare: SearchInput = { ...without(base, 'category', 'brand', 'spec', 'sort', 'q'), category: [...category] }
  const has = (input: SearchInput) => catalog.query({ ...queryOf(input), limit: 1 }).total > 0
  const fresh = base.q !== undefined && has({ ...bare, q: base.q }) ? { ...bare, q: base.q } : bare
  const branded =
    base.brand !== undefined && has({ ...fresh, brand: base.brand }) ? { ...fresh, brand: base.brand } : fresh
  const spec = (base.spec ?? []).filter((limit) => has({ category: [...category], spec: [limit] }))
  const limited = spec.length > 0 && has({ ...branded, spec }) ? { ...branded, spec } : branded
  const known = base.sort !== undefined && catalog.spec(base.sort.replace(/^-/, '')) === undefined
  return known && base.sort !== undefined ? { ...limited, sort: base.sort } : limited
}

/** Whether a clause says something that limits or orders a list. */
const limits = (input: SearchInput) => Object.keys(input).length > 0

/** Whether a clause takes limits of the last search back. */
export function takesBackLimits(view: SlotView): boolean {
  const base = baseOf(view.focus, view.catalog)
  return base !== null && (takenBack(view.clause.text).length > 0 || clearedBy(base, view) !== base)
}

/**
 * The last search as a clause changes it: with more limits, others, fewer, in another order, or of another kind of
 * product. Null where it says nothing of that, or starts a search of its own.
 */
export function refined(view: SlotView, corrects: boolean): SearchInput | null {
  const { clause, focus, catalog } = view
  const { entities } = clause
  const { search } = focus
  const base = baseOf(focus, catalog)
  if (base === null || mentionsOf(entities, 'product').length > 0) return null
  const rebound = entities.price === null && search !== null ? boundInstead(base, clause.text) : null
  if (rebound !== null) return rebound
  const cleared = withoutRuledOut(clearedBy(base, view), view)
  const clears = cleared !== base || takenBack(clause.text).length > 0
  const words = clears ? '' : contentWords(clause)
  const goesOn = corrects || entities.continuation || entities.only || saysListed(clause.text)
  if (words !== '' && !goesOn) return null

  const kinds = idsOf(entities, 'category').map(String)
  const same = kinds.length > 0 && kinds.every((kind) => base.category?.includes(kind))
  if (kinds.length > 0 && !entities.only && (same || !(corrects || entities.continuation))) return null
  const cleaned = kinds.length === 0 || same ? cleared : forCategory(cleared, kinds, catalog)
  const leaning = leaningOf(entities)
  // Features that are taken back limit nothing.
  const own = limitsOf({
    ...view,
    clause: ofKinds(
      cleared === base ? clause : withoutAttributes(clause),
      kinds.length === 0 ? (base.category ?? []) : [],
    ),
  })
  const narrowed =
    entities.comparative !== null && leaning !== null ? { ...own, ...leaningLimits(leaning, base, view) } : own
  const unwanted = entities.mentions
    .filter(({ kind, negated }) => kind === 'brand' && negated)
    .map(({ candidates }) => String(candidates[0]?.id))
  const { brand: _brand, ...positive } = narrowed
  const more = unwanted.length > 0 && mentionsOf(entities, 'brand').length === 0 ? positive : narrowed
  const sought = words !== '' && clause.task === 'search_products'
  if (!limits(more) && unwanted.length === 0 && cleaned === base && !clears && !sought) return null
  const text = words === '' ? {} : { q: [cleaned.q, words].filter((part) => part !== undefined).join(' ') }
  return { ...onTop(cleaned, more, unwanted, catalog), ...text }
}

/** The next page of the last search; null where nothing was searched for. */
export function nextPage({ search }: Focus): SearchInput | null {
  return search === null ? null : { ...search.input, offset: search.shown }
}
