import type { Catalog } from '@marketplace-agent/catalog'
import type { Intent } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import type { Asked } from './conversation.ts'
import { type SlotView, idsOf, mentionsOf } from './filling.ts'
import { type Swap, again } from './follow-up-clause.ts'
import { namesTheKind } from './follow-up-reference.ts'
import { asRequest, named, namesOnly, pointedOut, search } from './follow-up-request.ts'
import { refined } from './follow-up-search.ts'
import { onlyPoints, saysTheOther } from './follow-up-words.en.ts'

const ofProducts = new Set<Intent>(['product_info', 'comparison'])
/** Tasks that a kind of product beside the product belongs to ("what chargers fit it?"). */
const withKinds = new Set(['find_accessories', 'check_compatibility', 'similar_products'])
/** Tasks that no product takes a place in. */
const ofNoProduct = new Set(['search_products', 'list_categories'])

/** What an answer is about once another product is named: instead of the one most like it, or of all where it was one. */
function swapped(asked: Asked, meant: readonly number[], ruledOut: readonly number[], catalog: Catalog): number[] {
  const before = asked.products
  if (before.length < 2 || meant.length !== 1 || asked.task === 'product_attribute') return [...meant]
  const [one] = meant as [number]
  if (before.includes(one)) return [...before]
  const named = idsOf(asked.clause.entities, 'product')
  const likeness = (id: number) => {
    const [own, other] = [catalog.get(id), catalog.get(one)]
    return (
      Number(ruledOut.includes(id)) * 8 +
      Number(own?.category === other?.category) * 4 +
      Number(named.includes(id)) * 2 +
      Number(own?.brand === other?.brand)
    )
  }
  const out = before.reduce((best, id) => (likeness(id) >= likeness(best) ? id : best))
  return before.map((id) => (id === out ? one : id))
}

/** What a clause names, with the words it does so by. */
function called({ text, start }: Clause, mentions: NonNullable<Swap['mentions']>): Swap {
  const [first] = mentions
  return first === undefined ? {} : { mentions, words: text.slice(first.start - start, first.end - start) }
}

/** The last request once more with something else in it. */
function askedAgain(asked: Asked, swap: Swap, catalog: Catalog): Request {
  return asRequest(again(asked.clause, swap, catalog), asked.task, asked.intent)
}

/** Whether a product was what was asked about ("can I return the hub?" names one, too). */
const isOfProducts = ({ intent, clause }: Asked) =>
  ofProducts.has(intent) || mentionsOf(clause.entities, 'product').length > 0

/** The same of another product: the last question, where it was one about products; else all about it. */
export function ofAnother(view: SlotView, meant: readonly number[], adds: boolean): Request {
  const { clause, focus, catalog } = view
  const asked = focus.asked.at(-1)
  const compared =
    asked?.task === 'compare_products' && (onlyPoints(clause.text) || meant.every((id) => asked.products.includes(id)))
  if (asked === undefined || compared || ofNoProduct.has(asked.task) || !isOfProducts(asked))
    return pointedOut(view, meant)
  const ruledOut = clause.entities.mentions
    .filter(({ kind, negated }) => kind === 'product' && negated)
    .flatMap(({ candidates }) => candidates.map(({ id }) => Number(id)))
  // A watch is no third beside two pairs of headphones.
  const ofKind = (id: number) =>
    asked.products.some((other) => catalog.get(other)?.category === catalog.get(id)?.category)
  if (adds && asked.task === 'compare_products' && !meant.some(ofKind)) return pointedOut(view, meant)
  const products =
    adds && asked.task === 'compare_products'
      ? [...new Set([...asked.products, ...meant])]
      : swapped(asked, meant, ruledOut, catalog)
  return askedAgain(asked, { products, ...(asked.products.length === 0 && { instead: ['category'] }) }, catalog)
}

/** "Say that again": everything the last answer came from is looked up again. */
export function repeated({ clause, focus }: SlotView): readonly Request[] | null {
  if (clause.act !== 'repeat' || !clause.confident || clause.entities.others) return null
  const requests = focus.asked.flatMap(({ clause: earlier, task, intent, made }): Request[] =>
    made.length === 0 ? [] : [{ ...asRequest(earlier, task, intent), calls: made }],
  )
  return requests.length === 0 ? null : requests
}

/** "No, I meant the X2", "not the X1, the other one", and what only points ("the black one"). */
export function corrected(view: SlotView, pointed: readonly number[]): readonly Request[] | null {
  const { clause, focus, catalog } = view
  if (clause.act !== 'correct') return null
  const { entities } = clause
  const asked = focus.asked.at(-1)
  const products = pointed.length > 0 ? pointed : idsOf(entities, 'product').map(Number)
  if (products.length > 0) return [ofAnother(view, products, false)]
  const kinds = mentionsOf(entities, 'category')
  const anew = kinds.length === 0 ? null : [asRequest(clause, 'search_products', 'product_info')]
  if (asked === undefined) return anew
  if (entities.orders.length > 0) return [askedAgain(asked, { orders: entities.orders }, catalog)]
  if (kinds.length > 0 && withKinds.has(asked.task)) return [askedAgain(asked, called(clause, kinds), catalog)]
  const attributes = mentionsOf(entities, 'attribute')
  if (attributes.length > 0 && asked.products.length > 0) {
    return [
      askedAgain(
        { ...asked, ...factTask(asked) },
        { ...called(clause, attributes), products: asked.products },
        catalog,
      ),
    ]
  }
  const input = refined(view, true)
  return input === null ? anew : [search(clause, input)]
}

/** Facts of products that were compared are told side by side. */
const factTask = ({ task }: Asked): { task: string; intent: Intent } =>
  task === 'compare_products' ? { task, intent: 'comparison' } : { task: 'product_attribute', intent: 'product_info' }

/** "And the X2?", "what about the second one?", "and ORD-1003?": the last question of something else. */
export function continued(view: SlotView, pointed: readonly number[]): readonly Request[] | null {
  const { clause, focus, catalog } = view
  const { entities } = clause
  const saysOn = entities.continuation || (pointed.length > 0 && saysTheOther(clause.text))
  if (!saysOn || !namesOnly(pointed.length > 0 ? named(clause, pointed, catalog) : clause)) return null
  const asked = focus.asked.at(-1)
  const own = [...mentionsOf(entities, 'attribute'), ...mentionsOf(entities, 'value')]
  const products = pointed.length > 0 ? pointed : idsOf(entities, 'product').map(Number)
  if (products.length > 0) return own.length > 0 ? null : [ofAnother(view, products, true)]
  if (asked === undefined) return null
  if (entities.orders.length > 0 && clause.entities.mentions.length === 0) {
    return [askedAgain(asked, { orders: entities.orders }, catalog)]
  }
  const kinds = mentionsOf(entities, 'category')
  if (kinds.length > 0 && withKinds.has(asked.task)) return [askedAgain(asked, called(clause, kinds), catalog)]
  if (kinds.length > 0 && namesTheKind(clause) && asked.products.length > 0) {
    return [askedAgain(asked, { ...called(clause, kinds), products: [] }, catalog)]
  }
  return null
}
