import type { Format, OrderCard, OrderFact, OrderState, TrackingEvent } from '@marketplace-agent/domain'
import type { WordsKit } from './define-tool.ts'

export const orderStateWords: Readonly<Record<OrderState, string>> = {
  processing: 'is in processing: we are packing it, and it has not shipped yet',
  shipped: 'has shipped',
  in_transit: 'has shipped and is in transit',
  out_for_delivery: 'is out for delivery',
  delivered: 'was delivered',
  cancelled: 'was cancelled and will not be delivered',
}

const underway = new Set<OrderState>(['processing', 'shipped', 'in_transit', 'out_for_delivery'])

export function when(card: OrderCard, format: Format, today: string): string[] {
  if (card.state === undefined || !underway.has(card.state) || card.expected_date === undefined) return []
  if (card.expected_date === null) return ['There is no expected date yet.']
  const date = format.date(card.expected_date)
  if (card.expected_date < today) return [`It was expected on ${date} and is late; we are sorry about that.`]
  return [card.expected_date === today ? `It is expected today, ${date}.` : `It is expected on ${date}.`]
}

/** The last event of an order that is still to come. */
export function latest({ events, state }: OrderCard, format: Format): string[] {
  const last = events?.at(-1)
  if (last === undefined || state === 'delivered') return []
  return [`Latest: ${sayEvent(last)}, ${format.dateTime(last.at)}.`]
}

export const sayEvent = ({ note, place }: TrackingEvent) =>
  `${note.replace(/\.$/, '')}${place === undefined ? '' : ` (${place})`}`

export const stateOf = ({ state }: OrderCard) => (state === undefined ? 'is known to us' : orderStateWords[state])

/** The order in sentences: its state first, then what is opened of the rest. */
export function status(card: OrderCard, { format, today }: WordsKit, facts: readonly OrderFact[]): readonly string[] {
  const carrier = card.carrier ? ` with ${card.carrier}` : ''
  const delivered = card.state === 'delivered' && card.delivered_date ? ` on ${format.date(card.delivered_date)}` : ''
  const carried = card.state !== undefined && card.state !== 'processing' && card.state !== 'cancelled' ? carrier : ''
  const placed = card.placed_date === undefined ? '' : `, placed on ${format.date(card.placed_date)},`
  return [
    `Order ${card.number}${placed} ${stateOf(card)}${delivered}${carried}.`,
    ...when(card, format, today),
    ...(facts.includes('items') ? [] : contents(card, format)),
    ...latest(card, format),
  ]
}

export function contents({ items }: OrderCard, format: Format): string[] {
  const each = items?.map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} × ${name}`))
  return each === undefined ? [] : [`In it: ${format.list(each)}.`]
}

const nextByState: Readonly<Record<OrderState, readonly string[]>> = {
  processing: ['How long does delivery take?', 'Can I cancel my order?'],
  shipped: ['What if my parcel is late?', 'How do I return something?'],
  in_transit: ['What if my parcel is late?', 'How do I return something?'],
  out_for_delivery: ['What if I am not at home?', 'How do I return something?'],
  delivered: ['How do I return something?', 'How do I report a damaged item?'],
  cancelled: ['When do I get the money of a cancelled order back?'],
}

/** What one asks next about an order in its state. */
export const nextForOrder = ({ state }: OrderCard): readonly string[] => (state === undefined ? [] : nextByState[state])
