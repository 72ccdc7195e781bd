import type { RefundsCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { refundView } from './customer-views.ts'
import { defineTool } from './define-tool.ts'
import { orderNumber, recordNumber } from './fields.ts'
import { words } from './refund-status.en.ts'

const input = Type.Object(
  {
    refund_number: Type.Optional(recordNumber('refund', "The refund's number.")),
    order_number: Type.Optional(orderNumber('Only refunds of this order.')),
  },
  { additionalProperties: false },
)

export const refundStatus = defineTool<typeof input, RefundsCard>({
  name: 'refund_status',
  title: 'Refund status',
  description: "How far a refund is: by its number, of an order, or all of the customer's.",
  intent: 'refund',
  tasks: ['refund_status'],
  access: 'customer',
  opens: ({ refund_number, order_number }) =>
    refund_number !== undefined
      ? { record: 'refund', number: refund_number }
      : order_number !== undefined
        ? { record: 'order', number: order_number }
        : { record: 'customer' },
  input,
  slots: { refund_number: 'refund', order_number: 'any_order' },
  card: 'refunds',
  words,
  async run({ refund_number }, { store, shop }, context, { record, proof }) {
    const orders = record === null ? await store.ordersByEmail(proof?.email ?? '', context) : [record.order]
    const found = await Promise.all(
      orders.map(async (order) =>
        (await store.refundsOf(order.number, context)).map((refund) => refundView(refund, order, shop.format)),
      ),
    )
    const wanted = refund_number?.trim().toLowerCase()
    const refunds = found.flat().filter(({ number }) => wanted === undefined || number.toLowerCase() === wanted)
    if (refunds.length === 0) return { outcome: 'not_found', reason: 'refund' }
    return {
      outcome: 'ok',
      data: { kind: 'refunds', refunds: refunds.toSorted((a, b) => b.created_date.localeCompare(a.created_date)) },
    }
  },
})
