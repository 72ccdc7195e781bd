import { type ReturnOptionsCard, refundOptions } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { ruleContext } from './customer-views.ts'
import { defineTool } from './define-tool.ts'
import { orderNumber } from './fields.ts'
import { refuse } from './refusal.ts'
import { words } from './return-options.en.ts'

const input = Type.Object({ order_number: orderNumber() }, { additionalProperties: false })

export const returnOptions = defineTool<typeof input, ReturnOptionsCard>({
  name: 'return_options',
  title: 'What can be returned',
  description: 'Which items of an order can be sent back, how much comes back for each, and until when.',
  intent: 'refund',
  tasks: ['return_possible'],
  access: 'customer',
  opens: ({ order_number }) => ({ record: 'order', number: order_number }),
  input,
  slots: { order_number: 'order' },
  card: 'return_options',
  words,
  async run(_input, ports, context, { record }) {
    if (record === null) return { outcome: 'not_found', reason: 'order' }
    const { items, verdict, lastDay } = refundOptions(record, ruleContext(ports))
    if (!verdict.allowed) return refuse(verdict, record, ports, context)
    return {
      outcome: 'ok',
      data: {
        kind: 'return_options',
        order_number: record.order.number,
        last_date: lastDay,
        items: items.map((item) => ({
          product_id: item.product_id,
          name: item.name,
          bought: item.bought,
          left: item.left,
          allowed: item.verdict.allowed,
          rule: item.verdict.rule,
          reason: item.verdict.allowed ? null : words.reason(item.verdict, ports.kit()),
          amount: item.verdict.allowed ? item.amount : 0,
        })),
        amount: verdict.amount,
      },
    }
  },
})
