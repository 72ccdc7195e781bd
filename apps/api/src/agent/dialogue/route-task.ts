import type { Intent } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import { contentWords, isFiller } from './content-words.en.ts'
import { mentionsOf } from './filling.ts'
import { saysCancel } from './feature-words.en.ts'
import { asksPrice } from './follow-up-words.en.ts'

/** Tasks about one product; without a product they are about a kind of product. */
const aboutOne = new Set([
  'product_details',
  'product_attribute',
  'check_stock',
  'similar_products',
  'find_upgrades',
  'bought_together',
])

/** Tasks that tell a fact of a product where one is asked for. */
const answersFacts = new Set(['product_attribute', 'product_details', 'check_stock'])

/** Intents that are about goods. */
const ofGoods = new Set<Intent>(['product_info', 'comparison'])

/** From this score of their intents on a clause that names goods is about goods, whatever is asked of them. */
const likelyOfGoods = 0.4

/** Whether a masked text says nothing outside of its placeholders. */
const bare = (masked: string) => isFiller(masked.replace(/\{[a-z_]+\}/g, ' '))

/** Whether nothing is cancelled, as the word is a part of what goods are called ("noise cancelling"). */
function cancelsNothing({ task, text, start, entities }: Clause): boolean {
  const outside = entities.mentions.reduce((rest, mention) => {
    const [from, to] = [Math.max(0, mention.start - start), Math.max(0, mention.end - start)]
    return rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to)
  }, text)
  return task === 'cancel_order' && saysCancel(text) && !saysCancel(outside)
}

export interface Routed {
  readonly task: string
  readonly intent: Intent
  readonly confident: boolean
}

/**
 * The task of a clause in the light of what it names. The classifier sees masked words only and can't tell
 * "do you have {product}" from a search where both are asked alike; what is named settles that.
 */
export function routeTask(clause: Clause): Routed {
  const { entities, masked, task, intent, confident } = clause
  const products = mentionsOf(entities, 'product').length
  const kinds = mentionsOf(entities, 'category').length + mentionsOf(entities, 'brand').length
  const attributes = mentionsOf(entities, 'attribute').length
  const values = mentionsOf(entities, 'value').length
  const asProduct = (to: string, sure = confident): Routed => ({ task: to, intent: 'product_info', confident: sure })
  const order: Routed = { task: 'order_status', intent: 'order_status', confident: true }
  const parcel: Routed = { task: 'track_parcel', intent: 'delivery', confident: true }

  const aboutGoods =
    ofGoods.has(intent) &&
    clause.intents.reduce((sum, one) => sum + (ofGoods.has(one.intent) ? one.score : 0), 0) >= likelyOfGoods

  // "Noise cancelling headphones" cancels nothing: its words are those of what is sold.
  const nothingMore = contentWords(clause) === '' && attributes + values > 0
  if (!ofGoods.has(intent) && entities.orders.length === 0 && (nothingMore || cancelsNothing(clause))) {
    if (products === 0 && kinds > 0) return asProduct('search_products', true)
    if (products === 1) return asProduct('product_attribute', true)
  }

  if (bare(masked) && !(confident && task === 'list_orders')) {
    if (entities.orders.length > 0) return order
    if (entities.trackingNumbers.length > 0) return parcel
    if (products > 1) return { task: 'compare_products', intent: 'comparison', confident: true }
    if (products === 1) {
      return asProduct(attributes > 0 ? 'product_attribute' : 'product_details', true)
    }
    // "Papers for it?" asks for what fits.
    if (kinds > 0 && !(entities.pronoun && task === 'find_accessories')) return asProduct('search_products', true)
  }
  if (task === 'list_categories' && products === 0 && kinds > 0)
    return asProduct('search_products', confident || aboutGoods)
  // "Do you have it in black?" asks for the colour.
  if (task === 'check_stock' && kinds === 0 && !entities.inStockOnly && values > 0) {
    return asProduct('product_attribute')
  }
  if (!confident && entities.orders.length > 0) return order
  if (!confident && entities.trackingNumbers.length > 0) return parcel
  // "I need to know the graphics of it before I buy" asks for that, and for no stock.
  const asksFact = mentionsOf(entities, 'attribute').some(({ candidates }) => candidates[0]?.id !== 'quantity')
  if (task === 'check_stock' && products > 0 && asksFact && !entities.inStockOnly)
    return asProduct('product_attribute', confident || aboutGoods)
  if (products === 1 && attributes > 0) {
    const nothingElse = contentWords(clause) === ''
    if (answersFacts.has(task)) return asProduct(task, confident || aboutGoods || nothingElse)
    if (!confident || task === 'policy_topic' || nothingElse) return asProduct('product_attribute', true)
  }
  // "Do they both have HDMI?" asks for a fact of those named, and looks for nothing.
  if (
    products > 0 &&
    values > 0 &&
    kinds === 0 &&
    entities.price === null &&
    (task === 'search_products' || !confident) &&
    aboutGoods
  ) {
    return asProduct('product_attribute', true)
  }
  // Unsure only of what about the product is asked: everything about it is told.
  if (!confident && aboutGoods && products === 1) return asProduct('product_details', true)
  if (!confident && aboutGoods && products > 1)
    return { task: 'compare_products', intent: 'comparison', confident: true }
  if (!confident && products === 0 && kinds > 0 && (asksPrice(clause.text) || (aboutGoods && !entities.pronoun)))
    return asProduct('search_products', true)
  if (products === 0 && kinds > 0 && !entities.pronoun && (aboutOne.has(task) || task === 'find_accessories')) {
    return asProduct('search_products')
  }
  if (task === 'search_products' && products === 1 && kinds === 0 && entities.price === null) {
    return asProduct('product_details')
  }
  if (task === 'product_details' && products === 1 && contentWords(clause) !== '') return asProduct('product_how_to')
  // "Can I draw on the Tab 11?" asks whether it can be done, and of no other product.
  if (
    task === 'check_compatibility' &&
    products === 1 &&
    kinds === 0 &&
    !entities.pronoun &&
    contentWords(clause) !== ''
  ) {
    return asProduct('product_how_to')
  }
  if (task === 'find_accessories' && products > 1) return asProduct('check_compatibility')
  if (task === 'check_compatibility' && products === 1 && kinds > 0) return asProduct('find_accessories')
  return { task, intent, confident }
}
