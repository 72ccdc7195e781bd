import type { ListedOrder, OrdersCard } from '@marketplace-agent/domain'
import type { ToolWords, WordsKit } from './define-tool.ts'
import type { OrderFilter } from './order-filter.ts'
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

/** What is true of an order, and of several. */
type Predicate = readonly [ofOne: string, ofSeveral: string]

const byStates: Readonly<Record<string, Predicate>> = {
  processing: ['has not shipped yet', 'have not shipped yet'],
  'in_transit out_for_delivery shipped': ['is on its way', 'are on their way'],
  'in_transit out_for_delivery processing shipped': ['is still to come', 'are still to come'],
  'delivered in_transit out_for_delivery shipped': ['has shipped', 'have shipped'],
  delivered: ['has arrived', 'have arrived'],
  cancelled: ['was cancelled', 'were cancelled'],
}
const fits: Predicate = ['fits that', 'fit that']

function predicateOf({ state, product_id, ...rest }: OrderFilter): Predicate {
  const { sort: _sort, limit: _limit, placed, ...limits } = rest
  const others = Object.keys(limits).length > 0
  if (others || [state, product_id, placed].filter((each) => each !== undefined).length !== 1) return fits
  if (state !== undefined) return byStates[state.toSorted().join(' ')] ?? fits
  return product_id === undefined ? ['was placed then', 'were placed then'] : ['has that in it', 'have that in them']
}

const ahead: Readonly<Record<NonNullable<OrderFilter['sort']>, string>> = {
  '-placed': 'latest order',
  placed: 'oldest order',
  total: 'order with the lowest total',
  '-total': 'order with the highest total',
}

function lead({ orders }: OrdersCard, filter: OrderFilter): string {
  const { sort, limit, ...which } = filter
  const filtered = Object.keys(which).length > 0
  const [ofOne, ofSeveral] = predicateOf(filter)
  if (orders.length === 0) return filtered ? `None of your orders ${ofOne}.` : 'You have no orders.'
  if (limit === 1) return `${filtered ? 'Of those this' : 'This'} is your ${ahead[sort ?? '-placed']}:`
  if (filtered) return orders.length === 1 ? `One of your orders ${ofOne}:` : `These of your orders ${ofSeveral}:`
  const count = orders.length === 1 ? 'This is your one order' : `You have ${orders.length} orders`
  return `${count}${orders.length > mostTold && sort === undefined ? `; the last ${mostTold}` : ''}:`
}

export const words: ToolWords<OrderFilter, OrdersCard> = {
  ask: {},
  say: (card, kit, filter) =>
    [lead(card, filter), ...card.orders.slice(0, mostTold).map((order) => sayOrder(order, kit))].join('\n'),
  otherwise: {},
  next: ({ orders: [first] }) =>
    first === undefined ? [] : [`What did I pay for ${first.number}?`, `Where is ${first.number}?`],
}
