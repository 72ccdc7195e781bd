import type { Catalog } from '@marketplace-agent/catalog'
import type { Intent, ProductRecord } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import { contentWords } from './content-words.en.ts'
import type { Focus } from './conversation.ts'
import { type SlotView, idsOf, mentionsOf } from './filling.ts'
import { continued, corrected, ofAnother, repeated } from './follow-up-asked.ts'
import { ifItBreaks, neededForBought, onlyTellsOfPurchase } from './follow-up-bought.ts'
import { ofKinds, withAttributes, withProducts } from './follow-up-clause.ts'
import { amongRelated, furtherOnes, refining } from './follow-up-list.ts'
import { asFacts } from './follow-up-facts.ts'
import { fitOfSeveral } from './follow-up-fit.ts'
import { leaningOf, pointedAt, withPointed } from './follow-up-reference.ts'
import { amongOrders } from './follow-up-orders.ts'
import { asRequest, named, pointedOut, routed } from './follow-up-request.ts'
import { picked, weighed } from './follow-up-weigh.ts'
import {
  asksFit,
  asksPrice,
  asksWhich,
  asksYesOrNoOfThe,
  saysForIt,
  onlyPoints,
  saysAtTheStart,
  saysCompare,
} from './follow-up-words.en.ts'
import { focusWith } from './remember.ts'
import { topicGoesOn } from './topic-goes-on.ts'

/** Questions about one product that may be asked of the next. */
const askedOfOne = new Set(['product_attribute', 'check_stock', 'check_compatibility'])
const fits = new Set(['find_accessories', 'check_compatibility'])
const ofGoods = new Set<Intent>(['product_info', 'comparison'])
/** Tasks that "is it … enough for the …?" is taken for. */
const mayBeFit = new Set([
  'product_details',
  'product_attribute',
  'check_compatibility',
  'find_accessories',
  'product_how_to',
])

/** Most products of a list of which a fact is told one by one. */
const mostTold = 5
/** As many where "it" may be any of them. */
const mostGuessed = 3

/** Whether a product has what is asked of it; facts that every product has count. */
const tells = (product: ProductRecord | undefined, id: unknown) =>
  product !== undefined && (product.specs[String(id)] !== undefined || String(id) in product)

/** "And the weight?", "how heavy are they?": a fact of what is talked about, or of the few that were listed. */
function factOf(view: SlotView): readonly Request[] | null {
  const { clause, focus, catalog } = view
  const { entities } = clause
  const attributes = [...mentionsOf(entities, 'attribute'), ...mentionsOf(entities, 'value')]
  if (
    attributes.length === 0 ||
    entities.mentions.some(({ kind }) => kind === 'product' || kind === 'category' || kind === 'brand')
  )
    return null
  const asks = clause.task === 'product_attribute' || entities.continuation || contentWords(clause) === ''
  if (!asks || entities.orders.length > 0 || leaningOf(entities) !== null || entities.price !== null) return null
  const knows = (id: number) => attributes.some(({ candidates }) => tells(catalog.get(id), candidates[0]?.id))
  // "How many sheets in a pack?" is asked of the papers that were listed, not of the dripper that they fit.
  const others = focus.list.filter((id) => !focus.products.includes(id) && knows(id)).slice(0, mostTold)
  if (focus.products.length > 0 && !focus.products.some(knows) && others.length > 0) {
    return [asRequest(withProducts(clause, others, catalog), 'product_attribute', 'product_info')]
  }
  const asked = focus.asked.at(-1)
  if (focus.products.length > 1 && asked?.task === 'compare_products') {
    return [asRequest(withProducts(clause, focus.products, catalog), 'compare_products', 'comparison')]
  }
  if (focus.products.length > 0) {
    return clause.task === 'check_stock'
      ? null
      : [
          asRequest(
            withProducts(clause, focus.products.slice(0, entities.continuation ? mostTold : 1), catalog),
            'product_attribute',
            'product_info',
          ),
        ]
  }
  // Of two or three it is quicker told of all than asked of which.
  if (focus.list.length < 2 || focus.list.length > (entities.pronoun ? mostGuessed : mostTold)) return null
  return [asRequest(withProducts(clause, focus.list, catalog), 'product_attribute', 'product_info')]
}

/** "Would it be fine enough for the Mini?", "does that fit?": whether what is talked about suits what is named. */
function fitOf({ clause, focus, catalog }: SlotView): readonly Request[] | null {
  const { entities, text } = clause
  const names = idsOf(entities, 'product').map(Number)
  const about = names.length === 1 && entities.pronoun ? focus.products.slice(0, 1) : []
  const [one, other] = [...about, ...names]
  if (one === undefined || other === undefined || names.length + about.length !== 2) return null
  const ofOneKind = catalog.get(one)?.category === catalog.get(other)?.category
  if (ofOneKind || !mayBeFit.has(clause.task) || !asksFit(text)) return null
  const it = mentionsOf(withProducts(clause, about, catalog).entities, 'product')
  const mentions = about.length === 0 ? entities.mentions : [...it, ...entities.mentions]
  const both = { ...clause, entities: { ...entities, mentions, pronoun: false } }
  return [asRequest(both, 'check_compatibility', 'product_info')]
}

/** "Which one fits the Dual?" after a list of tampers asks for one of those. */
function fittingOfList({ clause, focus, catalog }: SlotView): readonly Request[] | null {
  const { entities, task, text } = clause
  const names = idsOf(entities, 'product').map(Number)
  const kinds = [...new Set(focus.list.flatMap((id) => catalog.get(id)?.category ?? []))]
  const [kind] = kinds
  if (!fits.has(task) || !asksWhich(text) || names.length !== 1 || mentionsOf(entities, 'category').length > 0)
    return null
  if (kind === undefined || kinds.length > 1 || focus.list.length < 2) return null
  if (names.some((id) => catalog.get(id)?.category === kind)) return null
  return [asRequest(ofKinds(clause, [kind]), 'find_accessories', 'product_info')]
}

/** "The 100W one?" after a question about another charger: the same of this one. */
function askedOfIt(view: SlotView, pointed: readonly number[]): Request | null {
  const asked = view.focus.asked.at(-1)
  const [one] = pointed
  if (asked === undefined || one === undefined || pointed.length > 1 || !view.clause.text.includes('?')) return null
  if (!askedOfOne.has(asked.task) || asked.products.length === 0 || asked.products.includes(one)) return null
  return ofAnother(view, pointed, false)
}

/** "Do you have a case for it?" after a list of cases: "it" is what was talked about before that. */
function accessoryOfIt({ clause, focus, catalog, earlier = [] }: SlotView): readonly Request[] | null {
  const { entities, task, text } = clause
  const kinds = idsOf(entities, 'category').map(String)
  const asks = task === 'find_accessories' || (saysForIt(text) && (ofGoods.has(clause.intent) || !clause.confident))
  if (!asks || kinds.length === 0 || !entities.pronoun || mentionsOf(entities, 'product').length > 0) return null
  const about = [...focus.products, ...earlier].find((id) => !kinds.includes(catalog.get(id)?.category ?? ''))
  if (about === undefined || asksYesOrNoOfThe(text)) return null
  return [asRequest(withProducts(clause, [about], catalog), 'find_accessories', 'product_info')]
}

/**
 * The requests of a clause in the light of what is talked about: what it points at is named in it, what it leaves out is
 * what was asked last, and a list is gone on from. One, but as many as were answered where those are to be told again.
 */
export function followUp(
  said: Clause,
  focus: Focus,
  catalog: Catalog,
  earlier: readonly number[] = [],
): readonly Request[] {
  const around = { focus, catalog, earlier }
  const clause = withPointed({ clause: asFacts({ clause: ofWholeList(said, focus), ...around }), ...around })
  const view: SlotView = { clause, ...around }
  const pointed = pointedAt(view)
  const rules = [
    () => repeated(view),
    () => amongOrders({ ...view, clause: said }),
    () => neededForBought({ ...view, clause: said }),
    () => ifItBreaks(view),
    () => furtherOnes(view),
    () => topicGoesOn({ ...view, clause: said }),
    () => corrected(view, pointed),
    () => continued(view, pointed),
    () => fitOfSeveral(view),
    () => fitOf(view),
    () => accessoryOfIt(view),
    () => fittingOfList(view),
    () => weighed(view, pointed),
    () => (pointed.length > 0 ? null : picked(view)),
    () => (pointed.length > 0 ? null : amongRelated(view)),
    () => (pointed.length > 0 ? null : refining(view)),
    () => (pointed.length > 0 ? null : factOf(view)),
  ]
  for (const rule of rules) {
    const requests = rule()
    if (requests !== null) return requests
  }
  if (pointed.length === 0) return [routed(clause, catalog)]
  if (onlyPoints(clause.text)) return [askedOfIt(view, pointed) ?? pointedOut(view, pointed)]
  const meant = named(clause, pointed, catalog)
  const request = routed(meant, catalog)
  // "What does the more expensive one cost?" picks one, and compares nothing.
  // "How much was the laptop?" of one that was talked about, where no order is.
  const namesPrice = pointed.length > 1 && idsOf(clause.entities, 'attribute').includes('price')
  const isPrice = (asksPrice(clause.text) || namesPrice) && clause.entities.orders.length === 0
  if (
    isPrice &&
    (!clause.confident || saysAtTheStart(clause.text) || (focus.order === null && !ofGoods.has(request.intent)))
  )
    return [asRequest(withAttributes(meant, ['price']), 'product_attribute', 'product_info')]
  const ofOne = pointed.length === 1 && request.task === 'compare_products' && !saysCompare(clause.text)
  return [ofOne ? asRequest(meant, 'product_attribute', 'product_info') : request]
}

/** "What about the X2, can it …?", "the cheaper one, how heavy is it?": what a clause only brings up for the next one. */
function broughtUp(view: SlotView, next: Clause | undefined): readonly number[] {
  const { clause } = view
  if (next === undefined || next.act !== 'ask' || mentionsOf(next.entities, 'product').length > 0) return []
  if (!next.entities.pronoun && mentionsOf(next.entities, 'attribute').length === 0) return []
  const brings = clause.entities.continuation || onlyTellsOfPurchase(clause, next)
  const names = brings ? idsOf(clause.entities, 'product').map(Number) : []
  return names.length > 0 || !onlyPoints(clause.text) ? names : pointedAt(view)
}

/** "Which is the cheapest of those?" of more than can be compared is for the search that found them. */
function ofWholeList(clause: Clause, { list, search }: Focus): Clause {
  const { entities, task, text } = clause
  const names = mentionsOf(entities, 'product').length + mentionsOf(entities, 'category').length > 0
  const picks = task === 'compare_products' && asksWhich(text) && leaningOf(entities) !== null
  if (!picks || names || search === null || list.length <= mostTold) return clause
  return { ...clause, task: 'search_products', intent: 'product_info', confident: true }
}

/** The requests of a message's clauses, each in the light of what was named before it. */
export function followUps(
  clauses: readonly Clause[],
  focus: Focus,
  catalog: Catalog,
  earlier: readonly number[] = [],
): readonly Request[] {
  let talkedAbout = focus
  let brought: readonly number[] = []
  return clauses.flatMap((said, index) => {
    const clause = brought.length > 0 ? withProducts(said, brought, catalog) : said
    const before = talkedAbout
    talkedAbout = focusWith(before, clause)
    brought = broughtUp({ clause, focus: before, catalog, earlier }, clauses[index + 1])
    return brought.length > 0 ? [] : followUp(clause, before, catalog, earlier)
  })
}
