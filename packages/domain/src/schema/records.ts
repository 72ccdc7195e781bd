import { type Static, Type } from '@sinclair/typebox'
import { CalendarDate, Instant, Nullable, StringEnum } from './kit.ts'

export const orderStates = [
  'processing',
  'shipped',
  'in_transit',
  'out_for_delivery',
  'delivered',
  'cancelled',
] as const
export const OrderState = StringEnum(orderStates, { $id: 'OrderState' })
export type OrderState = Static<typeof OrderState>

const orderStateRef = Type.Unsafe<OrderState>(Type.Ref('OrderState'))

export const Address = Type.Object(
  {
    name: Type.String(),
    line1: Type.String(),
    line2: Type.Optional(Type.String()),
    city: Type.String(),
    region: Type.Optional(Type.String()),
    postal_code: Type.String(),
    country: Type.String({ description: 'ISO 3166-1 alpha-2.' }),
  },
  { $id: 'Address', additionalProperties: false },
)
export type Address = Static<typeof Address>

export const OrderItem = Type.Object(
  {
    product_id: Type.Integer(),
    name: Type.String({ description: 'As it was called when bought.' }),
    quantity: Type.Integer({ minimum: 1 }),
    unit_price: Type.Number({ minimum: 0 }),
  },
  { $id: 'OrderItem', additionalProperties: false },
)
export type OrderItem = Static<typeof OrderItem>

/** An order. Money in the shop's currency, major units; total = items + delivery_fee - discount. */
export const Order = Type.Object(
  {
    number: Type.String(),
    state: orderStateRef,
    customer: Type.Object(
      { name: Type.String(), email: Type.String({ minLength: 3 }) },
      { additionalProperties: false },
    ),
    address: Type.Unsafe<Address>(Type.Ref('Address')),
    items: Type.Array(Type.Unsafe<OrderItem>(Type.Ref('OrderItem')), { minItems: 1 }),
    delivery_fee: Type.Number({ minimum: 0 }),
    discount: Type.Optional(Type.Number({ minimum: 0 })),
    total: Type.Number({ minimum: 0 }),
    placed_at: Instant(),
    expected_date: Nullable(CalendarDate()),
    delivered_at: Type.Optional(Instant()),
    cancelled_at: Type.Optional(Instant()),
  },
  { $id: 'Order', additionalProperties: false },
)
export type Order = Static<typeof Order>

export const DeliveryEvent = Type.Object(
  {
    at: Instant(),
    state: orderStateRef,
    note: Type.String({ description: 'What happened, without a name or an address.' }),
    place: Type.Optional(Type.String()),
  },
  { $id: 'DeliveryEvent', additionalProperties: false },
)
export type DeliveryEvent = Static<typeof DeliveryEvent>

export const Delivery = Type.Object(
  {
    tracking_number: Type.String(),
    order: Type.String(),
    carrier: Type.String(),
    state: orderStateRef,
    expected_date: Nullable(CalendarDate()),
    events: Type.Array(Type.Unsafe<DeliveryEvent>(Type.Ref('DeliveryEvent')), { description: 'Oldest first.' }),
  },
  { $id: 'Delivery', additionalProperties: false },
)
export type Delivery = Static<typeof Delivery>

export const remedies = ['repair', 'replacement', 'apology', 'money_back'] as const
export type Remedy = (typeof remedies)[number]
export const complaintReasons = [
  'damaged',
  'defective',
  'wrong_item',
  'missing_item',
  'late',
  'service',
  'other',
] as const
export type ComplaintReason = (typeof complaintReasons)[number]
export const complaintStates = ['open', 'in_review', 'resolved', 'closed'] as const
export type ComplaintState = (typeof complaintStates)[number]
export const refundStates = ['requested', 'approved', 'paid', 'rejected'] as const
export type RefundState = (typeof refundStates)[number]

export const Complaint = Type.Object(
  {
    number: Type.String(),
    order: Type.String(),
    product_id: Type.Optional(Type.Integer()),
    state: StringEnum(complaintStates),
    reason: StringEnum(complaintReasons),
    text: Type.String(),
    remedy: Type.Optional(StringEnum(remedies)),
    created_at: Instant(),
    updated_at: Instant(),
  },
  { $id: 'Complaint', additionalProperties: false },
)
export type Complaint = Static<typeof Complaint>

export const Refund = Type.Object(
  {
    number: Type.String(),
    order: Type.String(),
    items: Type.Array(
      Type.Object(
        { product_id: Type.Integer(), quantity: Type.Integer({ minimum: 1 }) },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    amount: Type.Number({ minimum: 0 }),
    state: StringEnum(refundStates),
    reason: Type.String(),
    created_at: Instant(),
    updated_at: Instant(),
  },
  { $id: 'Refund', additionalProperties: false },
)
export type Refund = Static<typeof Refund>

/** All records of a shop, as the folder `records/` has them: one file an array. */
export interface ShopRecords {
  orders: Order[]
  deliveries: Delivery[]
  complaints: Complaint[]
  refunds: Refund[]
}

/** Every component that the record schemas refer to. */
export const recordComponents = [OrderState, Address, OrderItem, DeliveryEvent]
