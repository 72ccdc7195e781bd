import type { ListedOrder, OrdersCard } from '@marketplace-agent/domain'
import type { ToolWords, WordsKit } from './define-tool.ts'
import { orderStateWords } from './order-view.en.ts'

/** Most orders that are told one by one. */
const mostTold = 5

function sayOrder(order: ListedOrder, { format, today }: WordsKit): string {
  const items = format.list(order.items.map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} × ${name}`)))
  const delivered =
    order.state === 'delivered' && order.delivered_date ? ` on ${format.date(order.delivered_date)}` : ''
  const underway = order.state !== 'delivered' && order.state !== 'cancelled' && order.expected_date !== null
  const expected = !underway
    ? ''
    : (order.expected_date ?? '') < today
      ? `, was expected on ${format.date(order.expected_date ?? '')}`
      : `, expected on ${format.date(order.expected_date ?? '')}`
  return `- ${order.number} (${format.date(order.placed_date)}, ${format.money(order.total)}): ${items}. It ${orderStateWords[order.state]}${delivered}${expected}.`
}

export const words: ToolWords<Record<never, never>, OrdersCard> = {
  ask: {},
  say({ orders }, kit) {
    const count = orders.length === 1 ? 'This is your one order' : `You have ${orders.length} orders`
    const told = orders.slice(0, mostTold).map((order) => sayOrder(order, kit))
    return [`${count}${orders.length > mostTold ? `; the last ${mostTold}` : ''}:`, ...told].join('\n')
  },
  otherwise: {},
  next: ({ orders: [first] }) =>
    first === undefined ? [] : [`What did I pay for ${first.number}?`, `Where is ${first.number}?`],
}
