import type { RefundView, RefundsCard } from '@marketplace-agent/domain'
import type { ToolWords, WordsKit } from './define-tool.ts'

/** What a refund's state means, with the day of its last change. */
const stateWords: Readonly<Record<RefundView['state'], (day: string) => string>> = {
  requested: (day) => `was requested on ${day} and waits for our check`,
  approved: (day) => `was approved on ${day} and will be paid`,
  paid: (day) => `was paid on ${day}`,
  rejected: (day) => `was rejected on ${day}`,
}

function sayRefund(refund: RefundView, { format }: WordsKit): string {
  const items = format.list(refund.items.map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} × ${name}`)))
  const day = format.date(refund.state === 'requested' ? refund.created_date : refund.updated_date)
  const why = refund.state === 'rejected' && refund.reason !== '' ? ` Noted: ${refund.reason.replace(/\.$/, '')}.` : ''
  return `Refund ${refund.number} of ${format.money(refund.amount)} for ${items} (order ${refund.order_number}) ${stateWords[refund.state](day)}.${why}`
}

export const words: ToolWords<{ refund_number?: string; order_number?: string }, RefundsCard> = {
  ask: {},
  say: ({ refunds }, kit) => refunds.map((refund) => sayRefund(refund, kit)).join('\n'),
  otherwise: {
    refund: ({ order_number }) =>
      order_number === undefined ? 'There is no refund of yours.' : `There is no refund for order ${order_number}.`,
  },
  unproved: {
    ask: 'To look up your refund, I need the order number and the e-mail address on the order. What are they?',
  },
  next: ({ refunds: [first] }) => [
    ...(first === undefined || first.state === 'paid' ? [] : ['When do I get the money?']),
    'Show me my orders',
  ],
}
