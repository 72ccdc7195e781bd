import type { OrderCard, OrderFact } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'
import { sayOrder } from './order-facts.en.ts'
import { nextForOrder } from './order-view.en.ts'

export const words: ToolWords<{ tracking_number: string; facts?: readonly OrderFact[] }, OrderCard> = {
  ask: { tracking_number: 'What is the tracking number, or your order number?' },
  say: (card, kit, { facts }) => sayOrder(card, kit, facts),
  otherwise: {
    parcel: ({ tracking_number }, _values, { contact }) =>
      `I can't find a parcel with the tracking number ${tracking_number}. Please check it, give me your order number instead, or reach us at ${contact}.`,
  },
  unfound: ['Show me my orders', 'I want to talk to a person'],
  next: nextForOrder,
}
