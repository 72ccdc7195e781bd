import type { Catalog, Mention, MentionCandidate } from '@marketplace-agent/catalog'
import { kindForKind, searchWords } from './search-words.en.ts'
import { unheardOf } from './unheard-of.en.ts'
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

const features = new WeakMap<Catalog, ReadonlySet<string>>()

/** The specs that a product has or has not; looked through once a catalogue. */
function featuresOf(catalog: Catalog): ReadonlySet<string> {
  const known = features.get(catalog)
  if (known !== undefined) return known
  const found = new Set(
    catalog.all().flatMap(({ specs }) => Object.keys(specs).filter((id) => typeof specs[id] === 'boolean')),
  )
  features.set(catalog, found)
  return found
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
  const hasOrNot = entities.mentions
    .filter(({ kind }) => kind === 'attribute')
    .map(({ candidates, negated }) => ({ id: String(candidates[0]?.id), wanted: !negated }))
    .filter(({ id }) => featuresOf(catalog).has(id))
  return nonEmpty([...new Set([...values, ...hasOrNot.map(({ id, wanted }) => `${id}=${wanted}`)])])
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

/** Candidates whose score is this near to the best are as much meant. */
const likely = 0.05

/** The products ruled out by name, by kind, or by a value that they have ("no gaming laptop", "nothing in white"). */
function ruledOut({ clause: { entities }, catalog }: SlotView): number[] {
  const idsOfAll = (query: Parameters<Catalog['query']>[0]) =>
    catalog.query({ ...query, limit: catalog.size }).items.map(({ id }) => id)
  return entities.mentions
    .filter(({ negated }) => negated)
    .flatMap(({ kind, candidates }): number[] => {
      const [best] = candidates
      if (best === undefined) return []
      if (kind === 'product')
        return candidates.filter(({ score }) => score >= best.score - likely).map(({ id }) => Number(id))
      if (kind === 'category') return idsOfAll({ categories: [String(best.id)] })
      const { value } = best
      return kind === 'value' && value !== undefined
        ? idsOfAll({ specs: [{ spec: String(best.id), equals: value }] })
        : []
    })
}

/** "Not the gaming one": the words by which some of a list are left out. */
const leftOutBy = /\b(?:not|no|without|except(?: for)?) (?:the |any |a )?([\p{L}\p{N}-]+) ones?\b/giu

/** A text without what it leaves out: "not the gaming one" points at no gaming one. */
export const withoutLeftOut = (text: string): string => text.replace(leftOutBy, (found) => ' '.repeat(found.length))

/** The products that a clause leaves out: those it rules out, and of a list those that the words left out by name. */
export function excludedIds(view: SlotView): readonly number[] {
  const { clause, focus, catalog } = view
  const words = [...clause.text.toLowerCase().matchAll(leftOutBy)].flatMap(([, word]) => word ?? [])
  const kinds = idsOf(clause.entities, 'category').map(String)
  const among =
    kinds.length === 0 || words.length === 0
      ? focus.list
      : catalog.query({ categories: kinds, limit: catalog.size }).items.map(({ id }) => id)
  const called = among.filter((id) => {
    const product = catalog.get(id)
    const names = [product?.name, ...(product?.aliases ?? [])]
      .join(' ')
      .toLowerCase()
      .split(/[^\p{L}\p{N}-]+/u)
    return words.some((word) => names.includes(word))
  })
  return [...new Set([...ruledOut(view), ...called])]
}

export const excluded = (view: SlotView): Filling => {
  const ids = excludedIds(view)
  return ids.length === 0 ? nothing : whole(ids)
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
export function searchText({ clause, catalog }: SlotView): Filling {
  const unheard = unheardOf(clause, catalog)?.text.toLowerCase() ?? ''
  const kinds = categoriesOf(clause).map(String)
  const words = searchWords(clause, catalog, kinds).filter((word) => !unheard.split(' ').includes(word))
  const about = wordsAbout(clause, catalog, kinds)
  return whole([...about, ...words].join(' ') || null)
}

/** The kinds of things that are looked for: of "sleeves for laptops" the sleeves. */
function categoriesOf(clause: SlotView['clause']): readonly (string | number)[] {
  const two = kindForKind(clause)
  return two === null ? idsOf(clause.entities, 'category') : [two.kind]
}

export const categories = ({ clause }: SlotView): Filling => nonEmpty(categoriesOf(clause))

/** What tells things of a kind by what they are for, where some of them say it: "sleeves for laptops", "phone case". */
function wordsAbout(clause: SlotView['clause'], catalog: Catalog, kinds: readonly string[]): string[] {
  const { text, start, entities } = clause
  const two = kindForKind(clause)
  const isAccessory = (id: unknown) => catalog.category(String(id))?.accessory === true
  const within = entities.mentions
    .filter(({ kind, negated, candidates }) => kind === 'category' && !negated && isAccessory(candidates[0]?.id))
    .flatMap((mention) =>
      text
        .slice(mention.start - start, mention.end - start)
        .split(' ')
        .slice(0, -1),
    )
    .filter((word) =>
      catalog
        .link(word)
        .some(({ kind, candidates }) => kind === 'category' && !kinds.includes(String(candidates[0]?.id))),
    )
  const said = two === null ? within : [two.for]
  if (said.length === 0) return []
  const ofKind = catalog.query({ categories: kinds, limit: catalog.size }).items
  return said.filter((word) => {
    const says = ofKind.filter(({ name, aliases, description }) =>
      [name, ...aliases, description].join(' ').toLowerCase().includes(word.replace(/s$/, '')),
    )
    return says.length > 0 && says.length < ofKind.length
  })
}

/** One bound of the price that is asked for. */
export const prices = (field: 'min_price' | 'max_price' | 'above_price' | 'below_price') => (view: SlotView) =>
  whole((priceBounds(view) as Record<string, number>)[field])
