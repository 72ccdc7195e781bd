import type { Card } from '@marketplace-agent/domain'
import type { Conversation, Exchange, Focus, OpenQuestion } from './conversation.ts'
import { mostExchanges } from './conversation.ts'

/** What is talked about after a card was shown. */
function focusAfter(focus: Focus, card: Card): Focus {
  switch (card.kind) {
    case 'order':
      return { ...focus, order: card.number }
    case 'product':
      return { ...focus, products: [card.product.id] }
    case 'products':
      return card.items.length === 0
        ? focus
        : {
            ...focus,
            list: card.items.map(({ id }) => id),
            products: card.items.length === 1 ? card.items.map(({ id }) => id) : [],
          }
    case 'comparison':
      return { ...focus, products: card.products.map(({ id }) => id), list: card.products.map(({ id }) => id) }
    case 'related':
      return { ...focus, products: [card.product.id], list: card.items.map(({ product }) => product.id) }
    case 'fit':
      return { ...focus, products: card.products.map(({ id }) => id) }
    case 'stock':
      return { ...focus, products: card.items.map(({ id }) => id) }
    default:
      return focus
  }
}

/** The conversation after a turn. */
export function remember(
  conversation: Conversation,
  turn: { readonly exchange: Exchange; readonly cards: readonly Card[]; readonly question: OpenQuestion | null },
): Conversation {
  return {
    turns: conversation.turns + 1,
    exchanges: [...conversation.exchanges, turn.exchange].slice(-mostExchanges),
    focus: turn.cards.reduce(focusAfter, conversation.focus),
    question: turn.question,
  }
}
