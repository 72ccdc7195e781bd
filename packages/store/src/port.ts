import type { CallContext, Complaint, Delivery, Order, Refund } from '@marketplace-agent/domain'

/** Orders and what belongs to them, found by number through indexes. Numbers and e-mails are matched without case. */
export interface Store {
  order(number: string, context: CallContext): Promise<Order | null>
  /** Newest first. */
  ordersByEmail(email: string, context: CallContext): Promise<readonly Order[]>
  delivery(trackingNumber: string, context: CallContext): Promise<Delivery | null>
  /** Newest first. */
  deliveriesOf(orderNumber: string, context: CallContext): Promise<readonly Delivery[]>
  complaint(number: string, context: CallContext): Promise<Complaint | null>
  complaintsOf(orderNumber: string, context: CallContext): Promise<readonly Complaint[]>
  refund(number: string, context: CallContext): Promise<Refund | null>
  refundsOf(orderNumber: string, context: CallContext): Promise<readonly Refund[]>
  status(context: CallContext): Promise<{ readonly adapter: string; readonly orders: number }>
  close(): Promise<void>
}
