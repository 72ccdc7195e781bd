import type { OrdersCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { listedOrder } from './customer-views.ts'
import { defineTool } from './define-tool.ts'
import { words } from './list-orders.en.ts'

const input = Type.Object({}, { additionalProperties: false })

export const listOrders = defineTool<typeof input, OrdersCard>({
  name: 'list_orders',
  title: 'My orders',
  description: 'All orders of the customer who proved who they are, newest first, with state, items and amount.',
  intent: 'order_status',
  tasks: ['list_orders'],
  access: 'customer',
  opens: () => ({ record: 'customer' }),
  input,
  slots: {},
  card: 'orders',
  words,
  async run(_input, { store, shop }, context, { proof }) {
    const orders = proof === null ? [] : await store.ordersByEmail(proof.email, context)
    return { outcome: 'ok', data: { kind: 'orders', orders: orders.map((order) => listedOrder(order, shop.format)) } }
  },
})
