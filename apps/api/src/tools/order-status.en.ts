import type { OrderCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'
import { nextForOrder, sayOrder } from './order-view.en.ts'

export const words: ToolWords<{ order_number: string }, OrderCard> = {
  ask: { order_number: 'What is your order number? You find it in the confirmation e-mail.' },
  say: (card, { format, today }) => sayOrder(card, format, today),
  otherwise: {
    order: ({ order_number }, _values, { contact }) =>
      `I can't find an order ${order_number}. Please check the number in your confirmation e-mail, or reach us at ${contact}.`,
  },
  next: nextForOrder,
}
