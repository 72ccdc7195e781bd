import type { OrderRecordCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'

export const words: ToolWords<{ order_number: string }, OrderRecordCard> = {
  ask: { order_number: 'Which order?' },
  say: ({ order, complaints, refunds }, { format }) =>
    `Order ${order.number}: ${order.state.replaceAll('_', ' ')}, ${format.money(order.total)}, ${complaints.length} complaints, ${refunds.length} refunds.`,
  otherwise: { order: ({ order_number }) => `There is no order ${order_number}.` },
  next: () => [],
}
