import { CodedError } from '../errors.ts'
import type { Change, OrderRecord } from '../schema/change.ts'
import type { Address, Complaint, ComplaintReason, Delivery, Refund, Remedy } from '../schema/records.ts'
import type { RefundSums } from './settle-refund.ts'
import { agentMayMove } from './state-machine.ts'

/*
 * Each write as the changes of records that it makes. Whether it may be made is for the verdicts to say; a move that the
 * state machines don't know throws CodedError `refused`, so that a caller's slip never reaches a record.
 */

/** Cancels an order. `note` is what the customer reads of it in the parcel's events, where the order has a parcel. */
export function cancelOrder({ order, deliveries }: OrderRecord, { at, note }: { at: string; note: string }): Change[] {
  mustMove(agentMayMove('order', order.state, 'cancelled'), order.number)
  const state = 'cancelled'
  const cancelledAt = instant(at)
  const parcels = deliveries.map((before): Change => {
    const events = [...before.events, { at: cancelledAt, state, note } as const]
    const after: Delivery = { ...before, state, expected_date: null, events }
    return { record: 'delivery', before, after }
  })
  const after = { ...order, state, expected_date: null, cancelled_at: cancelledAt } as const
  return [{ record: 'order', before: order, after }, ...parcels]
}

/** Sends an order to another address. */
export function changeAddress({ order }: OrderRecord, { address }: { address: Address }): Change[] {
  mustMove(order.state === 'processing', order.number)
  return [{ record: 'order', before: order, after: { ...order, address } }]
}

/** Asks for a refund: `requested`, until the shop approves or rejects it. */
export function startRefund(
  { order }: OrderRecord,
  { items, amount }: Pick<RefundSums, 'items' | 'amount'>,
  { number, reason, at }: { number: string; reason: string; at: string },
): Change[] {
  const state = 'requested'
  mustMove(agentMayMove('refund', null, state), number)
  const after: Refund = {
    number,
    order: order.number,
    items: items.map(({ product_id, quantity }) => ({ product_id, quantity })),
    amount,
    state,
    reason,
    created_at: instant(at),
    updated_at: instant(at),
  }
  return [{ record: 'refund', before: null, after }]
}

/** Files a complaint: `open`, until the shop takes it up. */
export function fileComplaint(
  { order }: OrderRecord,
  complaint: {
    number: string
    reason: ComplaintReason
    productId: number | null
    text: string
    remedy?: Remedy | undefined
    at: string
  },
): Change[] {
  const state = 'open'
  mustMove(agentMayMove('complaint', null, state), complaint.number)
  const { number, reason, productId, text, remedy, at } = complaint
  const after: Complaint = {
    number,
    order: order.number,
    ...(productId === null ? {} : { product_id: productId }),
    state,
    reason,
    text,
    ...(remedy === undefined ? {} : { remedy }),
    created_at: instant(at),
    updated_at: instant(at),
  }
  return [{ record: 'complaint', before: null, after }]
}

/** An instant as records have it: UTC, whole seconds. */
const instant = (at: string): string => `${new Date(at).toISOString().slice(0, 19)}Z`

function mustMove(may: boolean, number: string) {
  if (!may) throw new CodedError('refused', `${number} is not in a state for this change.`)
}
