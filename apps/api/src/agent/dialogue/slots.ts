import type { Intent } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { Slot } from '../../tools/define-tool.ts'
import { contentWords } from './content-words.en.ts'
import { everythingFilling, itemsFilling, orderFilling, orderItemFilling } from './order-slots.ts'
import { addressFilling, complaintReasonFilling, remedyFilling, storyFilling } from './story-slots.ts'
import { type Filling, type SlotView, idsOf, mentionsOf, nonEmpty, nothing, values, whole } from './filling.ts'
import { attributes, claim, productFilling, productList, products, sort } from './product-slots.ts'
import { brands, excluded, prices, searchText, specLimits } from './search-slots.ts'
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

/** Whether a question leaves its subject to what was said before. */
const isElliptic = (clause: Clause) => clause.entities.pronoun || contentWords(clause) === ''

/** How each slot is found in a clause. */
export const slots: Readonly<Record<Slot, (view: SlotView) => Filling>> = {
  order: orderFilling,
  any_order: ({ clause }) => values(clause.entities.orders.slice(0, 1)),
  refund: ({ clause, talked }) => recordNumber(clause.entities.refunds, 'refund', talked),
  complaint: ({ clause, talked }) => recordNumber(clause.entities.complaints, 'complaint', talked),
  items: itemsFilling,
  everything: everythingFilling,
  order_item: orderItemFilling,
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
  about_only: ({ clause }) => (clause.task === 'product_attribute' ? whole(true) : nothing),
}
