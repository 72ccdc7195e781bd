import type { Intent } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { Slot } from '../../tools/define-tool.ts'
import { contentWords } from './content-words.en.ts'
import {
  orderLimitFilling,
  orderPlacedFilling,
  orderProductsFilling,
  orderSortFilling,
  orderStatesFilling,
} from './order-picks.ts'
import { everythingFilling, itemsFilling, orderFactsFilling, orderFilling, orderItemFilling } from './order-slots.ts'
import { addressFilling, complaintReasonFilling, remedyFilling, storyFilling } from './story-slots.ts'
import { type Filling, type SlotView, idsOf, mentionsOf, nonEmpty, nothing, values, whole } from './filling.ts'
import { featureAsked, yesOrNo } from './feature-slots.ts'
import {
  ahead,
  attributes,
  claim,
  comparedKinds,
  productFilling,
  productList,
  products,
  sort,
} from './product-slots.ts'
import { brands, categories, excluded, prices, searchText, specLimits } from './search-slots.ts'
import { questionsIn } from './questions.en.ts'
import { purposeIn } from './feature-words.en.ts'
import { asksPrice } from './follow-up-words.en.ts'
import { asksForSubject } from './topics.en.ts'
import { unwrap } from './unwrap.en.ts'

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

/** The number of a complaint or refund: the one named, else the one talked about. */
function recordNumber(named: readonly string[], record: 'complaint' | 'refund', talked: SlotView['talked']): Filling {
  if (named.length > 0) return values(named)
  return talked?.record === record ? values([talked.number]) : nothing
}

/** Most words of a question that names no more than a side of its subject ("fee?", "and the costs?"). */
const mostWordsOfSide = 3

/** Whether a question leaves its subject to what was said before. */
function isElliptic(clause: Clause): boolean {
  const words = contentWords(clause)
  const isSide = !words.includes(' ') && clause.text.split(/\s+/).length <= mostWordsOfSide
  return clause.entities.pronoun || words === '' || isSide
}

/** How each slot is found in a clause. */
export const slots: Readonly<Record<Slot, (view: SlotView) => Filling>> = {
  order: orderFilling,
  order_facts: orderFactsFilling,
  any_order: ({ clause }) => values(clause.entities.orders.slice(0, 1)),
  refund: ({ clause, talked }) => recordNumber(clause.entities.refunds, 'refund', talked),
  complaint: ({ clause, talked }) => recordNumber(clause.entities.complaints, 'complaint', talked),
  items: itemsFilling,
  everything: everythingFilling,
  order_item: orderItemFilling,
  order_states: orderStatesFilling,
  order_products: orderProductsFilling,
  order_placed: orderPlacedFilling,
  order_sort: orderSortFilling,
  order_limit: orderLimitFilling,
  address: addressFilling,
  story: storyFilling,
  remedy: remedyFilling,
  complaint_reason: complaintReasonFilling,
  conversation: ({ history }) => whole(history === '' ? null : history),
  tracking_number: ({ clause }) => values(clause.entities.trackingNumbers),
  product: (view) => productFilling(view, 0, 5),
  first_product: (view) => productFilling(view, 0, 1),
  other_product: (view) => productFilling(view, 1, 1),
  products: productList,
  attributes,
  yes_or_no: yesOrNo,
  ahead,
  purpose: ({ clause }) => whole(purposeIn(clause)),
  compared_kinds: comparedKinds,
  count: ({ clause: { entities, text } }) => (asksPrice(text) ? whole(entities.quantities[0]?.count ?? null) : nothing),
  feature: featureAsked,
  question: ({ clause }) =>
    values(questionsIn(unwrap(ofProducts.has(clause.intent) ? clause.text : withoutProducts(clause)))),
  // How a purchase is returned or delivered stands in policies, whichever product it is; a manual would only distract.
  document_kinds: ({ clause }) => (ofProducts.has(clause.intent) ? nothing : values([['faq', 'policy']])),
  text: searchText,
  category: categories,
  brand: brands,
  min_price: prices('min_price'),
  max_price: prices('max_price'),
  above_price: prices('above_price'),
  below_price: prices('below_price'),
  min_rating: ({ clause }) => whole(clause.entities.minRating),
  in_stock: ({ clause }) => (clause.entities.inStockOnly ? whole(true) : nothing),
  specs: specLimits,
  exclude: excluded,
  sort,
  claim,
  about_products: (view) => {
    if (!ofProducts.has(view.clause.intent)) return nothing
    const { ids } = products(view)
    return nonEmpty(ids.length > 0 ? ids : view.clause.entities.pronoun ? view.focus.products : [])
  },
  about_categories: ({ clause, focus, catalog }) => {
    const named = idsOf(clause.entities, 'category')
    if (named.length > 0 || !clause.entities.pronoun) return nonEmpty(named)
    // "Can I return them?" is about the kind of thing that is talked about.
    return nonEmpty([...new Set(focus.products.flatMap((id) => catalog.get(id)?.category ?? []))])
  },
  topic: ({ clause, focus }) => whole(isElliptic(clause) ? focus.topic : null),
  overview: ({ clause }) => (asksForSubject(clause.text) ? whole(true) : nothing),
  about_only: ({ clause }) => (clause.task === 'product_attribute' ? whole(true) : nothing),
}
