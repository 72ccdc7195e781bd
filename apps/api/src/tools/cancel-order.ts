import { type OrderDetailsCard, cancelOrder as apply, cancelVerdict } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { orderDetailsCard, ruleContext } from './customer-views.ts'
import { words } from './cancel-order.en.ts'
import { defineWrite } from './define-tool.ts'
import { orderNumber } from './fields.ts'
import { refuse } from './refusal.ts'

const input = Type.Object({ order_number: orderNumber() }, { additionalProperties: false })

export const cancelOrder = defineWrite<typeof input, OrderDetailsCard>({
  name: 'cancel_order',
  title: 'Cancel an order',
  description: "Calls an order off that hasn't shipped. Proposes first; the customer confirms.",
  intent: 'order_status',
  tasks: ['cancel_order'],
  access: 'customer',
  opens: ({ order_number }) => ({ record: 'order', number: order_number }),
  suits: (state) => state === 'processing',
  input,
  slots: { order_number: 'order' },
  card: 'order_details',
  words,
  async propose(_input, ports, context, { record }) {
    const rules = ruleContext(ports)
    const verdict = cancelVerdict(record, rules)
    if (!verdict.allowed) return refuse(verdict, record, ports, context)
    return {
      outcome: 'proposal',
      record,
      rule: verdict.rule,
      amount: verdict.amount,
      numbered: null,
      changes: () => apply(record, { at: rules.now, note: words.note }),
    }
  },
  committed: (record, _number, ports) => orderDetailsCard(record, ports),
})
