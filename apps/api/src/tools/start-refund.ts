import { type RefundWish, type RefundsCard, refundVerdict, startRefund as apply } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { refundView, ruleContext } from './customer-views.ts'
import { defineWrite } from './define-tool.ts'
import { orderNumber } from './fields.ts'
import { refuse } from './refusal.ts'
import { words } from './start-refund.en.ts'

const input = Type.Object(
  {
    order_number: orderNumber(),
    items: Type.Optional(
      Type.Array(
        Type.Object(
          {
            product_id: Type.Integer({ minimum: 1 }),
            quantity: Type.Optional(Type.Integer({ minimum: 1, description: 'All that are left, without it.' })),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 50, description: 'What is sent back.', examples: [[{ product_id: 1, quantity: 1 }]] },
      ),
    ),
    everything: Type.Optional(
      Type.Boolean({ description: 'Everything of the order that can be sent back, in place of `items`.' }),
    ),
    reason: Type.Optional(Type.String({ maxLength: 1000, description: 'Why, if the customer says so.' })),
  },
  { additionalProperties: false },
)

export const startRefund = defineWrite<typeof input, RefundsCard>({
  name: 'start_refund',
  title: 'Start a refund',
  description: 'Asks for the money of an order, or of some of its items, back. Proposes first; the customer confirms.',
  intent: 'refund',
  tasks: ['start_refund'],
  access: 'customer',
  opens: ({ order_number }) => ({ record: 'order', number: order_number }),
  suits: (state) => state === 'delivered',
  input,
  slots: { order_number: 'order', items: 'items', everything: 'everything', reason: 'story' },
  card: 'refunds',
  words,
  async propose({ order_number: _number, items, everything, reason = '' }, ports, context, { record }) {
    const { order } = record
    const rules = ruleContext(ports)
    const lines = new Set(order.items.map(({ product_id }) => product_id))
    if (items === undefined && everything !== true && lines.size > 1) {
      const all = refundVerdict(record, 'all', rules)
      if (!all.allowed) return refuse(all, record, ports, context)
      const names = order.items.map(({ name }) => name)
      return {
        outcome: 'needs_input',
        reason: 'items',
        needs: 'items',
        values: { names: ports.shop.format.list(names) },
      }
    }
    const left = (id: number) => {
      const bought = order.items.reduce((sum, item) => sum + (item.product_id === id ? item.quantity : 0), 0)
      const taken = record.refunds
        .filter(({ state }) => state !== 'rejected')
        .flatMap((refund) => refund.items)
        .reduce((sum, item) => sum + (item.product_id === id ? item.quantity : 0), 0)
      return Math.max(bought - taken, 1)
    }
    const wish: RefundWish =
      items === undefined
        ? 'all'
        : items.map(({ product_id, quantity = left(product_id) }) => ({ product_id, quantity }))
    const verdict = refundVerdict(record, wish, rules)
    if (!verdict.allowed) {
      // Of several things some may still go back.
      const possible = wish === 'all' ? [] : wish.filter((each) => refundVerdict(record, [each], rules).allowed)
      const names = possible.flatMap(({ product_id }) => ports.shop.catalog.get(product_id)?.name ?? [])
      return refuse(
        verdict,
        record,
        ports,
        context,
        names.length === 0 ? {} : { possible: ports.shop.format.list(names) },
      )
    }
    return {
      outcome: 'proposal',
      record,
      rule: verdict.rule,
      amount: verdict.amount,
      sums: verdict,
      numbered: 'refund',
      changes: (number) => apply(record, verdict, { number, reason, at: rules.now }),
    }
  },
  committed({ order, refunds }, number, { shop }) {
    const refund = refunds.filter((each) => each.number === number)
    return { kind: 'refunds', refunds: refund.map((each) => refundView(each, order, shop.format)) }
  },
})
