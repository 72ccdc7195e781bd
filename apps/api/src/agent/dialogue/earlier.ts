import type { Catalog } from '@marketplace-agent/catalog'
import type { Card, Format, ToolResult } from '@marketplace-agent/domain'
import { earlierWords } from './earlier.en.ts'
import { type Conversation, type Earlier, mostExchanges } from './conversation.ts'

/** Most of each that is remembered. */
const mostKept = 30

function productsOf(card: Card): readonly number[] {
  switch (card.kind) {
    case 'product':
      return [card.product.id]
    case 'comparison':
    case 'fit':
      return card.products.map(({ id }) => id)
    case 'related':
      return [card.product.id]
    case 'stock':
      return card.items.map(({ id }) => id)
    default:
      return []
  }
}

function ordersOf(card: Card): readonly string[] {
  switch (card.kind) {
    case 'order':
    case 'order_details':
      return [card.number]
    case 'return_options':
      return [card.order_number]
    case 'proposal':
      return [card.proposal.order_number]
    case 'refunds':
      return card.refunds.map(({ order_number }) => order_number)
    case 'complaints':
      return card.complaints.map(({ order_number }) => order_number)
    default:
      return []
  }
}

const put = <T>(list: readonly T[], news: readonly T[]): readonly T[] =>
  [...new Set([...news, ...list])].slice(0, mostKept)

/** What a conversation was about, with what a turn showed and did. `done`: what was committed in it. */
export function earlierAfter(earlier: Earlier, cards: readonly Card[], done: ToolResult | null): Earlier {
  return {
    products: put(earlier.products, cards.flatMap(productsOf)),
    orders: put(earlier.orders, cards.flatMap(ordersOf)),
    done: done?.outcome === 'ok' ? put(earlier.done, [done.message]) : earlier.done,
  }
}

/** What was talked about before the exchanges that are kept, in words; empty while all of it is kept. */
export function summaryOf({ turns, earlier }: Conversation, catalog: Catalog, format: Format): string {
  if (turns <= mostExchanges) return ''
  const products = earlier.products.flatMap((id) => catalog.get(id)?.name ?? [])
  return [
    ...(products.length === 0 ? [] : [earlierWords.products(format.list(products.toReversed()))]),
    ...(earlier.orders.length === 0 ? [] : [earlierWords.orders(format.list(earlier.orders.toReversed()))]),
    ...earlier.done.toReversed(),
  ].join(' ')
}
