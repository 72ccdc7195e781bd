import type {
  Complaint,
  ComplaintView,
  Format,
  ListedOrder,
  Order,
  OrderDetailsCard,
  OrderRecord,
  Refund,
  RefundView,
  RuleContext,
} from '@marketplace-agent/domain'
import { addressChangeVerdict, cancelVerdict, refundOptions } from '@marketplace-agent/domain'
import type { ToolPorts } from './define-tool.ts'

/** What the rules of the shop look at beside the order. */
export const ruleContext = ({ shop, rules, clock }: ToolPorts): RuleContext => ({
  rules,
  productOf: (id) => shop.catalog.get(id),
  now: clock.now().toISOString(),
  day: (instant) => shop.format.day(instant),
})

const dayOrNull = (instant: string | undefined, format: Format) => (instant === undefined ? null : format.day(instant))

const named = (items: readonly { product_id: number; quantity: number }[], order: Order) =>
  items.map(({ product_id, quantity }) => ({
    product_id,
    name: order.items.find((item) => item.product_id === product_id)?.name ?? '',
    quantity,
  }))

export const refundView = (refund: Refund, order: Order, format: Format): RefundView => ({
  number: refund.number,
  order_number: order.number,
  state: refund.state,
  items: named(refund.items, order),
  amount: refund.amount,
  reason: refund.reason,
  created_date: format.day(refund.created_at),
  updated_date: format.day(refund.updated_at),
})

export const complaintView = (complaint: Complaint, order: Order, format: Format): ComplaintView => {
  const item = order.items.find(({ product_id }) => product_id === complaint.product_id)
  return {
    number: complaint.number,
    order_number: order.number,
    state: complaint.state,
    reason: complaint.reason,
    product: item === undefined ? null : { id: item.product_id, name: item.name },
    text: complaint.text,
    remedy: complaint.remedy ?? null,
    created_date: format.day(complaint.created_at),
    updated_date: format.day(complaint.updated_at),
  }
}

export const listedOrder = (order: Order, format: Format): ListedOrder => ({
  number: order.number,
  state: order.state,
  placed_date: format.day(order.placed_at),
  expected_date: order.expected_date,
  delivered_date: dayOrNull(order.delivered_at, format),
  items: named(order.items, order),
  total: order.total,
})

/** An order with all that its customer may see of it. */
export function orderDetailsCard(record: OrderRecord, ports: ToolPorts): OrderDetailsCard {
  const { order, deliveries, refunds, complaints } = record
  const { format } = ports.shop
  const [delivery] = deliveries
  const context = ruleContext(ports)
  return {
    kind: 'order_details',
    number: order.number,
    state: order.state,
    customer: { ...order.customer },
    address: order.address,
    items: order.items.map((item) => ({ ...item })),
    delivery_fee: order.delivery_fee,
    discount: order.discount ?? 0,
    total: order.total,
    placed_date: format.day(order.placed_at),
    expected_date: delivery?.expected_date ?? order.expected_date,
    delivered_date: dayOrNull(order.delivered_at, format),
    cancelled_date: dayOrNull(order.cancelled_at, format),
    carrier: delivery?.carrier ?? null,
    tracking_number: delivery?.tracking_number ?? null,
    events: (delivery?.events ?? []).map((event) => ({ ...event })),
    refunds: refunds.map((refund) => refundView(refund, order, format)),
    complaints: complaints.map((complaint) => complaintView(complaint, order, format)),
    can: {
      cancel: cancelVerdict(record, context).allowed,
      change_address: addressChangeVerdict(record).allowed,
      refund: refundOptions(record, context).verdict.allowed,
    },
  }
}
