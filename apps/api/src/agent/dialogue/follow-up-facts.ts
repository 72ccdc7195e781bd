import type { Catalog } from '@marketplace-agent/catalog'
import type { Clause, Entities } from '@marketplace-agent/intent'
import { wordsIn } from './words-in.ts'
import { contentWords } from './content-words.en.ts'
import { type SlotView, idsOf, mentionsOf } from './filling.ts'
import { inView } from './follow-up-reference.ts'
import { asOwnValue, saidOfIt, withFeature } from './own-features.ts'
import { asksDuration, asksPrice, measureHints, saysComesWith, wordsAlike } from './follow-up-words.en.ts'

type Named = Entities['mentions'][number]

/** More words than this that name nothing are more than the name of a feature. */
const mostWordsOfName = 4

/** The specs that all of a group have. */
function specsOf(group: readonly number[], catalog: Catalog): readonly string[] {
  const [first, ...others] = group.map((id) => catalog.get(id)?.specs ?? {})
  return Object.keys(first ?? {}).filter((id) => others.every((specs) => specs[id] !== undefined))
}

/** The spec of a group whose label has a word in it ("camera" in "Camera resolution"). */
const specNamed = (word: string, group: readonly number[], catalog: Catalog): string | undefined =>
  specsOf(group, catalog).find((id) => wordsIn(catalog.spec(id)?.label ?? id).includes(word))

/** The spec of a group that is called by words that are a part of its name ("tank" for the water tank); the shortest such name. */
function specCalled(words: readonly string[], group: readonly number[], catalog: Catalog): string | undefined {
  const called = specsOf(group, catalog).flatMap((id) => {
    const definition = catalog.spec(id)
    return [definition?.label ?? id, ...(definition?.aliases ?? [])].map((name) => ({ id, name: wordsIn(name) }))
  })
  return called
    .filter(({ name }) => words.every((word) => name.some((part) => wordsAlike(word, part))))
    .toSorted((one, other) => one.name.length - other.name.length)[0]?.id
}

/** The spec of a group that a measure is meant by ("how big", "how fast"). */
function specMeasured(text: string, group: readonly number[], catalog: Catalog): string | undefined {
  const specs = new Set(specsOf(group, catalog))
  return measureHints(text)
    .flatMap((hint) => catalog.link(hint))
    .flatMap(({ kind, candidates }) => (kind === 'attribute' ? candidates.map(({ id }) => String(id)) : []))
    .find((id) => specs.has(id))
}

/** "The better camera", "camera?" of phones that are talked about is a fact of theirs, though the shop has cameras, too. */
function asFact(mention: Named, { text, start }: Clause, group: readonly number[], catalog: Catalog): Named {
  if (mention.kind !== 'category' || mention.negated) return mention
  const before = text.slice(0, Math.max(0, mention.start - start))
  const after = text.slice(Math.max(0, mention.end - start))
  const ofGroup = group.some((id) => catalog.get(id)?.category === mention.candidates[0]?.id)
  const another = /\b(?:an?|any|some|more|other|which|what)\s+$/i.test(before) && !saysComesWith(before)
  if (ofGroup || another || /^s?\s+(?:for|that|to)\b/i.test(after)) return mention
  const word = text.slice(mention.start - start, mention.end - start).toLowerCase()
  const spec = specNamed(word, group, catalog)
  return spec === undefined ? mention : { ...mention, kind: 'attribute', candidates: [{ id: spec, score: 1 }] }
}

/** "A backlit keyboard" of a laptop: the kind only belongs to the feature that stands right before it. */
const isOfFeature = (
  { kind, start, candidates }: Named,
  { task, entities }: Clause,
  group: readonly number[],
  catalog: Catalog,
): boolean =>
  kind === 'category' &&
  task === 'product_attribute' &&
  !group.some((id) => catalog.get(id)?.category === candidates[0]?.id) &&
  mentionsOf(entities, 'attribute').some(({ end }) => start - end === 1)

/** "How many devices can it pair with?" of a mouse: not the devices that a router takes at once, but those it pairs with. */
function asOwnFact(mention: Named, clause: Clause, group: readonly number[], catalog: Catalog): Named {
  const [best] = mention.candidates
  if (mention.kind !== 'attribute' || best === undefined || catalog.spec(String(best.id)) === undefined) return mention
  if (group.some((id) => catalog.get(id)?.specs[String(best.id)] !== undefined)) return mention
  const own = mention.candidates.find(({ id }) =>
    group.some((product) => catalog.get(product)?.specs[String(id)] !== undefined),
  )
  if (own !== undefined) return { ...mention, candidates: [own] }
  const rest = { ...clause.entities, mentions: clause.entities.mentions.filter((other) => other !== mention) }
  const words = contentWords({ ...clause, entities: rest }).split(' ')
  const spec = words.length > mostWordsOfName || words[0] === '' ? undefined : specCalled(words, group, catalog)
  return spec === undefined ? mention : { ...mention, candidates: [{ id: spec, score: 1 }] }
}

/** "Only for filter" of coffees is what they suit, though the shop has filters, too: a value that those listed have. */
function asValue(
  mention: Named,
  { text, start }: Clause,
  { list, products }: SlotView['focus'],
  catalog: Catalog,
): Named {
  if (mention.kind !== 'category' || mention.negated) return mention
  const listed = [...list, ...products].flatMap((id) => catalog.get(id) ?? [])
  if (listed.some(({ category }) => category === mention.candidates[0]?.id)) return mention
  const word = text.slice(mention.start - start, mention.end - start).toLowerCase()
  const found = listed.flatMap(({ specs }) =>
    Object.entries(specs).flatMap(([id, own]) =>
      [own]
        .flat()
        .flatMap((value) => (typeof value === 'string' && value.toLowerCase() === word ? [{ id, value }] : [])),
    ),
  )[0]
  return found === undefined ? mention : { ...mention, kind: 'value', candidates: [{ ...found, score: 1 }] }
}

/** A value of a spec that none of those talked about has: "fine enough for espresso" says nothing of a grinder's own. */
const isOfOthers = (
  { kind, candidates }: Named,
  { task }: Clause,
  about: readonly number[],
  catalog: Catalog,
): boolean =>
  kind === 'value' &&
  task === 'product_attribute' &&
  about.length > 0 &&
  about.every((product) => candidates.every(({ id }) => catalog.get(product)?.specs[String(id)] === undefined))

/** Where the words that say what is looked for stand in a clause. */
function placeOfWords(clause: Clause, words: readonly string[]): Pick<Named, 'start' | 'end'> | null {
  const said = clause.text.toLowerCase()
  const first = said.indexOf(words[0] ?? '')
  const last = said.lastIndexOf(words.at(-1) ?? '')
  if (first < 0 || last < first) return null
  return { start: clause.start + first, end: clause.start + last + (words.at(-1)?.length ?? 0) }
}

/** Tasks that words which name no feature by its whole name are taken for, where they name one by a part. */
const mayAskFacts = new Set([
  'product_attribute',
  'product_details',
  'search_products',
  'check_stock',
  'similar_products',
  'product_how_to',
])

/**
 * A clause with the features of what is talked about in it named, where they are called by a part of their name, by a
 * measure, or by a word that the shop has a kind of product for.
 */
export function asFacts(view: SlotView): Clause {
  const { focus, catalog } = view
  const clause = withFeature(view.clause, catalog)
  const named = idsOf(clause.entities, 'product').map(Number)
  const group = named.length > 0 ? named : inView(focus, catalog)
  if (group.length === 0) return clause
  const mentions = clause.entities.mentions
    .filter((mention) => !isOfFeature(mention, clause, group, catalog))
    .map((mention) => asFact(mention, clause, group, catalog))
    .map((mention) => asOwnFact(mention, clause, group, catalog))
    .map((mention) => asOwnValue(mention, clause, group, catalog))
    .map((mention) => (named.length > 0 ? mention : asValue(mention, clause, focus, catalog)))
    .filter((mention) => !isOfOthers(mention, clause, named.length > 0 ? named : focus.products, catalog))
  const meant = { ...clause, entities: { ...clause.entities, mentions } }
  // No fact of it answers that; a document may.
  if (mentions.length < clause.entities.mentions.length && mentions.every(({ kind }) => kind === 'product'))
    return { ...meant, task: 'product_how_to' }
  if (mentions.some(({ kind }) => kind !== 'product') || (clause.confident && !mayAskFacts.has(clause.task)))
    return withoutMisfits(meant, group, catalog)
  const ofIt = named.length > 0 ? saidOfIt(meant, catalog) : []
  if (ofIt.length > 0) return { ...meant, entities: { ...meant.entities, mentions: [...mentions, ...ofIt] } }
  const words = contentWords(meant)
    .split(' ')
    .filter((word) => word !== '')
  const measured = words.length < 2 ? specMeasured(clause.text, group, catalog) : undefined
  const place = placeOfWords(meant, words)
  const isName = words.length > 0 && words.length <= mostWordsOfName && place !== null
  const spec = measured ?? (isName && !asksPrice(clause.text) ? specCalled(words, group, catalog) : undefined)
  if (spec === undefined) return meant
  const at = place ?? { start: clause.end, end: clause.end }
  const attribute: Named = { kind: 'attribute', ...at, candidates: [{ id: spec, score: 1 }], negated: false }
  return {
    ...meant,
    entities: {
      ...meant.entities,
      mentions: [...mentions, attribute].toSorted((one, other) => one.start - other.start),
    },
  }
}

/** "How long is it good for?" asks for a time: what the shop says it is good for is no answer. A document may have one. */
function withoutMisfits(clause: Clause, group: readonly number[], catalog: Catalog): Clause {
  const { entities, text, start } = clause
  const attributes = mentionsOf(entities, 'attribute')
  const outside = attributes.reduce(
    (rest, mention) =>
      rest.slice(0, mention.start - start) + ' '.repeat(mention.end - mention.start) + rest.slice(mention.end - start),
    text,
  )
  if (attributes.length === 0 || !asksDuration(outside)) return clause
  const isWords = (id: string) =>
    group.some((product) => catalog.get(product)?.specs[id] !== undefined) &&
    group.every((product) => typeof catalog.get(product)?.specs[id] !== 'number')
  const kept = entities.mentions.filter(
    ({ kind, candidates }) => kind !== 'attribute' || !isWords(String(candidates[0]?.id)),
  )
  if (kept.length === entities.mentions.length) return clause
  return { ...clause, task: 'product_how_to', intent: 'product_info', entities: { ...entities, mentions: kept } }
}
