import type { OrderDetailsCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { orderDetailsCard } from './customer-views.ts'
import { defineTool } from './define-tool.ts'
import { orderNumber } from './fields.ts'
import { words } from './order-details.en.ts'

const input = Type.Object({ order_number: orderNumber() }, { additionalProperties: false })

export const orderDetails = defineTool<typeof input, OrderDetailsCard>({
  name: 'order_details',
  title: 'Order details',
  description:
    "An order with all that its customer may see: name, address, each item's price, the amounts, refunds and complaints.",
  intent: 'order_status',
  tasks: ['order_details'],
  access: 'customer',
  opens: ({ order_number }) => ({ record: 'order', number: order_number }),
  input,
  slots: { order_number: 'order' },
  card: 'order_details',
  words,
  async run(_input, ports, _context, { record }) {
    if (record === null) return { outcome: 'not_found', reason: 'order' }
    return { outcome: 'ok', data: orderDetailsCard(record, ports) }
  },
})
