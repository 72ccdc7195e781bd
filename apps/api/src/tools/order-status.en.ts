import type { OrderCard, OrderFact } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'
import { sayOrder } from './order-facts.en.ts'
import { nextForOrder } from './order-view.en.ts'

export const words: ToolWords<{ order_number: string; facts?: readonly OrderFact[] }, OrderCard> = {
  ask: { order_number: 'What is your order number? You find it in the confirmation e-mail.' },
  say: (card, kit, { facts }) => sayOrder(card, kit, facts),
  otherwise: {
    order: ({ order_number }, _values, { contact }) =>
      `I can't find an order ${order_number}. Please check the number in your confirmation e-mail, give me the tracking number of the parcel instead, or reach us at ${contact}.`,
  },
  unfound: ['Where do I find my order number?', 'Show me my orders', 'I want to talk to a person'],
  next: nextForOrder,
}
