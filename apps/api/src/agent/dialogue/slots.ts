import type { Intent } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { Slot } from '../../tools/define-tool.ts'
import { type Filling, type SlotView, idsOf, mentionsOf, nonEmpty, nothing, values, whole } from './filling.ts'
import { productFilling, productList, products } from './product-slots.ts'
import { brands, prices, searchText, sort, sortedBy, specLimits } from './search-slots.ts'
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

/** How each slot is found in a clause. */
export const slots: Readonly<Record<Slot, (view: SlotView) => Filling>> = {
  order: ({ clause, focus }) =>
    clause.entities.orders.length > 0
      ? values(clause.entities.orders)
      : values(focus.order === null ? [] : [focus.order], 'focus'),
  tracking_number: ({ clause }) => values(clause.entities.trackingNumbers),
  product: (view) => productFilling(view, 0, 5),
  first_product: (view) => productFilling(view, 0, 1),
  other_product: (view) => productFilling(view, 1, 1),
  products: productList,
  // "Is the mini black?" asks for the colour; "which is quieter?" for what it is sorted by.
  attributes: ({ clause: { entities } }) =>
    nonEmpty([...new Set([...idsOf(entities, 'attribute'), ...idsOf(entities, 'value'), ...sortedBy(entities)])]),
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
  sort,
  about_products: (view) => {
    if (!ofProducts.has(view.clause.intent)) return nothing
    const { ids } = products(view)
    return nonEmpty(ids.length > 0 ? ids : view.clause.entities.pronoun ? view.focus.products : [])
  },
  about_categories: ({ clause }) => nonEmpty(idsOf(clause.entities, 'category')),
  about_only: ({ clause }) => (clause.task === 'product_attribute' ? whole(true) : nothing),
}
