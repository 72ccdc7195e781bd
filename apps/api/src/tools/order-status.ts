import type { OrderCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { orderNumber } from './fields.ts'
import { factsField } from './order-facts.ts'
import { words } from './order-status.en.ts'
import { orderView } from './order-view.ts'

const input = Type.Object({ order_number: orderNumber(), facts: factsField() }, { additionalProperties: false })

export const orderStatus = defineTool<typeof input, OrderCard>({
  name: 'order_status',
  title: 'Order status',
  description:
    "Where an order is: its state, carrier, expected date and items, as far as the order's number alone opens them.",
  intent: 'order_status',
  tasks: ['order_status', 'order_contents', 'track_parcel', 'late_delivery'],
  background: ['change_order', 'return_how', 'exchange'],
  access: 'public',
  input,
  slots: { order_number: 'order', facts: 'order_facts' },
  card: 'order',
  words,
  async run({ order_number }, { store, shop, rules }, context) {
    const order = await store.order(order_number, context)
    if (order === null) return { outcome: 'not_found', reason: 'order' }
    const [delivery] = await store.deliveriesOf(order.number, context)
    return { outcome: 'ok', data: orderView(order, delivery, shop.settings, rules, shop.format) }
  },
})
