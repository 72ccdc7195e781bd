import type { ComplaintsCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { words } from './complaint-status.en.ts'
import { complaintView } from './customer-views.ts'
import { defineTool } from './define-tool.ts'
import { orderNumber, recordNumber } from './fields.ts'

const input = Type.Object(
  {
    complaint_number: Type.Optional(recordNumber('complaint', "The complaint's number.")),
    order_number: Type.Optional(orderNumber('Only complaints about this order.')),
  },
  { additionalProperties: false },
)

export const complaintStatus = defineTool<typeof input, ComplaintsCard>({
  name: 'complaint_status',
  title: 'Complaint status',
  description: "How far a complaint is: by its number, of an order, or all of the customer's.",
  intent: 'complaint',
  tasks: ['complaint_status'],
  access: 'customer',
  opens: ({ complaint_number, order_number }) =>
    complaint_number !== undefined
      ? { record: 'complaint', number: complaint_number }
      : order_number !== undefined
        ? { record: 'order', number: order_number }
        : { record: 'customer' },
  input,
  slots: { complaint_number: 'complaint', order_number: 'any_order' },
  card: 'complaints',
  words,
  async run({ complaint_number }, { store, shop }, context, { record, proof }) {
    const orders = record === null ? await store.ordersByEmail(proof?.email ?? '', context) : [record.order]
    const found = await Promise.all(
      orders.map(async (order) =>
        (await store.complaintsOf(order.number, context)).map((each) => complaintView(each, order, shop.format)),
      ),
    )
    const wanted = complaint_number?.trim().toLowerCase()
    const complaints = found.flat().filter(({ number }) => wanted === undefined || number.toLowerCase() === wanted)
    if (complaints.length === 0) return { outcome: 'not_found', reason: 'complaint' }
    return {
      outcome: 'ok',
      data: {
        kind: 'complaints',
        complaints: complaints.toSorted((a, b) => b.created_date.localeCompare(a.created_date)),
      },
    }
  },
})
