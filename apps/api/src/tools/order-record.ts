import type { OrderRecordCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { orderNumber } from './fields.ts'
import { words } from './order-record.en.ts'

const input = Type.Object({ order_number: orderNumber() }, { additionalProperties: false })

export const orderRecord = defineTool<typeof input, OrderRecordCard>({
  name: 'order_record',
  title: 'The whole order',
  description: 'An order with its customer, deliveries, complaints and refunds; for the staff.',
  intent: 'order_status',
  tasks: [],
  access: 'staff',
  input,
  slots: {},
  card: 'order_record',
  words,
  async run({ order_number }, { store }, context) {
    const order = await store.order(order_number, context)
    if (order === null) return { outcome: 'not_found', reason: 'order' }
    const [deliveries, complaints, refunds] = await Promise.all([
      store.deliveriesOf(order.number, context),
      store.complaintsOf(order.number, context),
      store.refundsOf(order.number, context),
    ])
    return {
      outcome: 'ok',
      data: {
        kind: 'order_record',
        order,
        deliveries: [...deliveries],
        complaints: [...complaints],
        refunds: [...refunds],
      },
    }
  },
})
