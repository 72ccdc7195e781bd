import type { Catalog, Mention, MentionCandidate } from '@marketplace-agent/catalog'
import type { Entities } from '@marketplace-agent/intent'
import { contentWords } from './content-words.en.ts'
import { type Filling, type SlotView, idsOf, mentionsOf, nonEmpty, nothing, whole } from './filling.ts'

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
export function specLimits({ clause: { entities }, catalog }: SlotView): Filling {
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
export function brands({ clause: { entities }, catalog }: SlotView): Filling {
  const wanted = idsOf(entities, 'brand')
  const unwanted = entities.mentions
    .filter(({ kind, negated }) => kind === 'brand' && negated)
    .map(({ candidates }) => candidates[0]?.id)
  return nonEmpty(
    wanted.length > 0 || unwanted.length === 0 ? wanted : catalog.brands.filter((brand) => !unwanted.includes(brand)),
  )
}

/** What a list is asked to be sorted by. */
export const sortedBy = ({ sort: order }: Entities): string[] =>
  order === null ? [] : [typeof order.by === 'string' ? order.by : order.by.spec]

export function sort({ clause: { entities } }: SlotView): Filling {
  const [field] = sortedBy(entities)
  if (field === undefined) return nothing
  // The catalogue knows "newest first" only; the oldest first is nobody's question.
  return whole(field === 'released' ? '-released' : `${entities.sort?.descending === true ? '-' : ''}${field}`)
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
export const searchText = ({ clause }: SlotView): Filling => whole(contentWords(clause) || null)

/** One bound of the price that is asked for. */
export const prices = (field: 'min_price' | 'max_price' | 'above_price' | 'below_price') => (view: SlotView) =>
  whole((priceBounds(view) as Record<string, number>)[field])
