import type { OrdersCard } from '@marketplace-agent/domain'
import { listedOrder } from './customer-views.ts'
import { defineTool } from './define-tool.ts'
import { words } from './list-orders.en.ts'
import { filterOrders, orderFilter } from './order-filter.ts'

export const listOrders = defineTool<typeof orderFilter, OrdersCard>({
  name: 'list_orders',
  title: 'My orders',
  description:
    'Orders of the customer who proved who they are, newest first, with state, items and amount: all of them, or those in a state, with a product, of a time or an amount.',
  intent: 'order_status',
  tasks: ['list_orders'],
  access: 'customer',
  opens: () => ({ record: 'customer' }),
  input: orderFilter,
  slots: {
    state: 'order_states',
    product_id: 'order_products',
    placed: 'order_placed',
    min_total: 'min_price',
    max_total: 'max_price',
    above_total: 'above_price',
    below_total: 'below_price',
    sort: 'order_sort',
    limit: 'order_limit',
  },
  card: 'orders',
  words,
  async run(filter, { store, shop, clock }, context, { proof }) {
    const all = proof === null ? [] : await store.ordersByEmail(proof.email, context)
    const listed = all.map((order) => listedOrder(order, shop.format))
    const orders = filterOrders(listed, filter, shop.format.day(clock.now()))
    return { outcome: 'ok', data: { kind: 'orders', orders } }
  },
})
