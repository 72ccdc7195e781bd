import type { OrderCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { recordNumber } from './fields.ts'
import { factsField } from './order-facts.ts'
import { orderView } from './order-view.ts'
import { words } from './track-parcel.en.ts'

const input = Type.Object(
  {
    tracking_number: recordNumber('tracking', "The parcel's tracking number."),
    facts: factsField(),
  },
  { additionalProperties: false },
)

export const trackParcel = defineTool<typeof input, OrderCard>({
  name: 'track_parcel',
  title: 'Track a parcel',
  description: 'Where a parcel is, by its tracking number; opens as much as the order number would.',
  intent: 'delivery',
  tasks: ['track_parcel', 'late_delivery', 'order_status'],
  access: 'public',
  input,
  slots: { tracking_number: 'tracking_number', facts: 'order_facts' },
  card: 'order',
  words,
  async run({ tracking_number }, { store, shop, rules }, context) {
    const delivery = await store.delivery(tracking_number, context)
    const order = delivery === null ? null : await store.order(delivery.order, context)
    if (delivery === null || order === null) return { outcome: 'not_found', reason: 'parcel' }
    return { outcome: 'ok', data: orderView(order, delivery, shop.settings, rules, shop.format) }
  },
})
