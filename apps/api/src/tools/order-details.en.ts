import type { OrderDetailsCard } from '@marketplace-agent/domain'
import { sayAddress } from './address.en.ts'
import type { ToolWords, WordsKit } from './define-tool.ts'
import { orderStateWords } from './order-view.en.ts'

/** What was paid, item by item. */
function sayAmounts({ items, delivery_fee, discount, total }: OrderDetailsCard, { format }: WordsKit): string {
  const each = items.map(({ name, quantity, unit_price }) =>
    quantity === 1 ? `${name} ${format.money(unit_price)}` : `${quantity} × ${name} ${format.money(unit_price)} each`,
  )
  const rest = [
    ...(delivery_fee > 0 ? [`delivery ${format.money(delivery_fee)}`] : []),
    ...(discount > 0 ? [`less a discount of ${format.money(discount)}`] : []),
  ]
  return `The total is ${format.money(total)}: ${[...each, ...rest].join(', ')}.`
}

export const words: ToolWords<{ order_number: string }, OrderDetailsCard> = {
  ask: { order_number: 'Which order do you mean? Please give me its number.' },
  say(card, kit) {
    const { format } = kit
    const when =
      card.state === 'delivered' && card.delivered_date !== null
        ? ` on ${format.date(card.delivered_date)}`
        : card.state === 'cancelled' || card.expected_date === null
          ? ''
          : ` and is expected on ${format.date(card.expected_date)}`
    const open = [
      ...card.refunds.map(({ number, state, amount }) => `refund ${number} of ${format.money(amount)} (${state})`),
      ...card.complaints.map(({ number, state }) => `complaint ${number} (${state.replaceAll('_', ' ')})`),
    ]
    return [
      `Order ${card.number} of ${format.date(card.placed_date)} ${orderStateWords[card.state]}${when}.`,
      sayAmounts(card, kit),
      `It ${card.state === 'delivered' ? 'went' : 'goes'} to ${sayAddress(card.address)}.`,
      ...(open.length === 0 ? [] : [`With it: ${format.list(open)}.`]),
    ].join(' ')
  },
  otherwise: { order: ({ order_number }) => `I can't find an order ${order_number}.` },
  next: ({ can, number }) => [
    ...(can.cancel ? [`Cancel ${number}`] : []),
    ...(can.change_address ? [`Change the address of ${number}`] : []),
    ...(can.refund ? [`I want a refund for ${number}`] : []),
    'Show me my orders',
  ],
}
