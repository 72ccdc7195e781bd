import type { Catalog } from '@marketplace-agent/catalog'
import type { Clause, Entities } from '@marketplace-agent/intent'
import { contentWords } from './content-words.en.ts'

/** A name that no product of the shop has; `near`: the product whose name it goes on from. */
export interface UnheardOf {
  readonly text: string
  readonly near: number | null
}

type Named = Entities['mentions'][number]

const ends = String.raw`(?=\s*(?:$|[?!.,;]|(?:is|was|are|and|or|vs|versus|with|in|for|to|at|on|from|fit|fits|cost|costs|have|has|does|do|please|pls|come|the|a|it|work|works|any|still|available)\b))`
const modelAfterProduct = new RegExp(
  String.raw`^[\s-]?(?:(\d{1,3})|(?:pro|max|ultra|lite|mini|xl)(?!\s+and\s+con))\b${ends}`,
  'i',
)
const modelCode = String.raw`([a-z]{1,6})-?\d{1,4}[a-z]{0,3}`
const codeAfter = new RegExp(String.raw`^\s+${modelCode}(?![\p{L}\p{N}])`, 'iu')
const codeBefore = new RegExp(String.raw`(?<![\p{L}\p{N}-])${modelCode}\s+$`, 'iu')
const numberAfter = new RegExp(String.raw`^\s+\d{1,3}\b${ends}`, 'i')
const afterName = /^[\s-]?(?:\d{1,4}|pro|max|ultra|lite|mini|air|plus)\b/i

/** Tasks in which a word that nobody knows is the name of a thing, whatever else is named. */
const ofTwo = new Set(['check_compatibility', 'compare_products', 'find_accessories'])
/** Tasks in which it is one where no product is named. */
const ofOne = new Set([
  'check_stock',
  'product_details',
  'product_attribute',
  'similar_products',
  'find_upgrades',
  'bought_together',
  'list_categories',
])

const owned =
  /\b(?:fits?|works? (?:with|on|for|in)|compatible with|goes? with|pairs? with|connects? to|for|with|on|into|to)\s+(?:my|our|an?|the)\s+((?:[\p{L}-]+\s+)?[\p{L}-]+(?:\s+[\p{L}]{0,3}\d{1,4})?)\W*$/iu
const offered =
  /\b(?:sell|carry|stock|have|got|offer)\s+(?:any\s+|some\s+|an?\s+|the\s+)?((?:[\p{L}-]+\s+)?[\p{L}-]+(?:\s+\d{1,4})?)\s*(?:in stock|available|too|as well|at all|right now|in your (?:shop|store))?\W*$/iu
const generic =
  /\b(?:left|more|enough|many|else|stuff|things?|anything|something|everything|products?|items?|goods|brands?|categor\w+|kinds?|types?|ones?|sale|offers?|deals?|questions?|online|here|today|now)\b/i

const yesNoOffer = /^\W*(?:(?:hi|hello|hey|and|so|ok)\b\W*)?(?:do|does|have|has) (?:you|u|the shop|your shop|y'all)\b/i

const leadingArticle = /^(?:the|an?|this|that|your|my)\s+/i

const isGoods = ({ kind }: Named) => kind !== 'attribute'

/**
 * The name of a thing that the shop doesn't have: a model that follows or stands beside what it knows ("the X1 Ultra", "the
 * Z9 laptop"), a word that is neither English nor the shop's ("iphone 15"), or what is asked for in words that name nothing
 * ("do you sell skateboards?"). Null: there is none.
 */
export function unheardOf(clause: Clause, catalog: Catalog): UnheardOf | null {
  const { text, start, intent, task, entities } = clause
  if (intent !== 'product_info' && intent !== 'comparison') return null
  if (entities.orders.length + entities.trackingNumbers.length + entities.quantities.length > 0) return null
  const places = entities.mentions
    .map((mention) => ({ mention, from: mention.start - start, to: mention.end - start }))
    .filter(({ from, to }) => from >= 0 && to <= text.length)
  const isFree = (from: number, to: number) => places.every((place) => place.to <= from || place.from >= to)
  // "The watch 4 price": a number that a feature follows is of the name before it.
  const open = places.reduce(
    (rest, { mention, from }) => (isGoods(mention) ? rest : `${rest.slice(0, from)}?${rest.slice(from + 1)}`),
    text,
  )
  for (const { mention, from, to } of places) {
    const found = besideName(mention, open, from, to, catalog)
    if (found !== null && isFree(found.free[0], found.free[1])) return found.unheard
  }
  if (entities.pronoun && !ofTwo.has(task)) return null
  const products = places.filter(({ mention }) => mention.kind === 'product').length
  if (!ofTwo.has(task) && !(ofOne.has(task) && products === 0)) return null
  for (const { 0: word, index } of text.matchAll(/\p{L}{4,}/gu)) {
    if (!isFree(index, index + word.length) || catalog.knows(word)) continue
    const [model = ''] = afterName.exec(text.slice(index + word.length)) ?? []
    return { text: word + model, near: null }
  }
  const name = ofTwo.has(task) ? plainName(clause, owned) : plainName(clause, offered)
  const nothingNamed = ofTwo.has(task) || !places.some(({ mention }) => isGoods(mention))
  return name === null || !nothingNamed ? null : { text: name, near: null }
}

const asksForGoods = new Set(['search_products', 'list_categories', 'check_stock', 'product_details'])
const likelyOfGoods = 0.2

/** Whether it is asked if the shop has what no word of it is known for ("do you have a playstation?"). */
export const isOffered = (clause: Clause, catalog: Catalog): boolean => {
  const { entities, text } = clause
  if (entities.pronoun || entities.mentions.some(isGoods) || !yesNoOffer.test(text)) return false
  const name = plainName(clause, offered)
  if (name === null || catalog.find(name).length > 0) return false
  // "Do you have a boyfriend?" is small talk, whoever sells none.
  const ofGoods = clause.tasks.reduce((sum, { task, score }) => sum + (asksForGoods.has(task) ? score : 0), 0)
  return ofGoods >= likelyOfGoods || name.split(/\s+/).some((word) => !catalog.knows(word))
}

/** The name that a pattern has for its first group, where it names nothing of the shop and its words tell something. */
function plainName(clause: Clause, pattern: RegExp): string | null {
  const { text, start, entities } = clause
  const said = pattern.exec(text)
  const name = said?.[1]
  if (said === null || name === undefined || generic.test(name)) return null
  const from = start + said.index + said[0].lastIndexOf(name)
  const words = contentWords(clause).split(' ')
  const tells = name.split(/\s+/).every((word) => words.includes(word.toLowerCase()) || /\d/.test(word))
  const isFree = entities.mentions.every((mention) => mention.end <= from || mention.start >= from + name.length)
  return tells && isFree ? name : null
}

/** A model beside what a mention names, and where its words stand. */
function besideName(mention: Named, text: string, from: number, to: number, catalog: Catalog) {
  const { kind, candidates } = mention
  const [before, name, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)]
  if (kind === 'product') {
    const [model, number] = modelAfterProduct.exec(after) ?? []
    if (model === undefined || (number !== undefined && /\d$/.test(name))) return null
    const unheard: UnheardOf = { text: name.replace(leadingArticle, '') + model, near: Number(candidates[0]?.id) }
    return { unheard, free: [to, to + model.length] as const }
  }
  if (kind !== 'category' && kind !== 'brand') return null
  const isOfShop = (letters = '') => catalog.link(letters).length > 0
  const behind = codeAfter.exec(after)
  if (behind !== null && !isOfShop(behind[1]))
    return { unheard: { text: name + behind[0], near: null }, free: [to, to + behind[0].length] as const }
  const ahead = codeBefore.exec(before)
  if (ahead !== null && !isOfShop(ahead[1]))
    return { unheard: { text: ahead[0] + name, near: null }, free: [ahead.index, from] as const }
  const number = /s$/i.test(name) ? null : numberAfter.exec(after)
  return number === null
    ? null
    : { unheard: { text: name + number[0], near: null }, free: [to, to + number[0].length] as const }
}
