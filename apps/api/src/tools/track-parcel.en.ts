import type { OrderCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'
import { nextForOrder, sayOrder } from './order-view.en.ts'

export const words: ToolWords<{ tracking_number: string }, OrderCard> = {
  ask: { tracking_number: 'What is the tracking number, or your order number?' },
  say: (card, { format, today }) => sayOrder(card, format, today),
  otherwise: {
    parcel: ({ tracking_number }, _values, { contact }) =>
      `I can't find a parcel with the tracking number ${tracking_number}. Please check it, give me your order number instead, or reach us at ${contact}.`,
  },
  next: nextForOrder,
}
