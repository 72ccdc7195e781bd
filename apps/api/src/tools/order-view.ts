import type { Delivery, Format, Order, OrderCard, OrderField, ShopRules, ShopSettings } from '@marketplace-agent/domain'
import { lostDay } from '@marketplace-agent/domain'

/** An order as its number alone opens it: exactly the fields that the shop's `order_number_opens` names. */
export function orderView(
  order: Order,
  delivery: Delivery | undefined,
  settings: Pick<ShopSettings, 'order_number_opens'>,
  rules: Pick<ShopRules, 'delivery'>,
  format: Format,
): OrderCard {
  const expected = delivery?.expected_date ?? order.expected_date
  const lost = lostDay({ state: order.state, expected_date: expected }, rules)
  const opens = new Set<OrderField>(settings.order_number_opens)
  return {
    kind: 'order',
    number: order.number,
    ...(opens.has('state') && { state: order.state }),
    ...(opens.has('placed_date') && { placed_date: format.day(order.placed_at) }),
    ...(opens.has('carrier') && { carrier: delivery?.carrier ?? null }),
    ...(opens.has('expected_date') && { expected_date: expected }),
    ...(opens.has('expected_date') && opens.has('state') && lost !== null && { lost_date: lost }),
    ...(opens.has('delivered_date') && {
      delivered_date: order.delivered_at === undefined ? null : format.day(order.delivered_at),
    }),
    ...(opens.has('tracking_number') && { tracking_number: delivery?.tracking_number ?? null }),
    ...(opens.has('items') && {
      items: order.items.map(({ product_id, name, quantity }) => ({ product_id, name, quantity })),
    }),
    ...(opens.has('events') && {
      events: (delivery?.events ?? []).map(({ at, state, note, place }) => ({
        at,
        state,
        note,
        ...(opens.has('event_places') && place !== undefined && { place }),
      })),
    }),
  }
}
