import { type Static, Type } from '@sinclair/typebox'
import { CalendarDate, Instant, Nullable, StringEnum, refOf } from './kit.ts'
import { Product, ProductSummary, Spec, SpecValue } from './product.ts'
import { Fact, Proposal } from './proposal.ts'
import {
  Address,
  Complaint,
  Delivery,
  Order,
  OrderState,
  Refund,
  complaintReasons,
  complaintStates,
  refundStates,
  remedies,
} from './records.ts'
import { Edge } from './relation.ts'
import { DocumentKind } from './shop.ts'
import { Source } from './source.ts'

/** The event of a parcel as an order number alone opens it. */
export const TrackingEvent = Type.Object(
  {
    at: Instant(),
    state: refOf(OrderState),
    note: Type.String(),
    place: Type.Optional(Type.String()),
  },
  { $id: 'TrackingEvent' },
)
export type TrackingEvent = Static<typeof TrackingEvent>

/** An order as its number alone opens it; which fields there are is the shop's choice (`order_number_opens`). */
export const OrderCard = Type.Object(
  {
    kind: Type.Literal('order'),
    number: Type.String(),
    state: Type.Optional(refOf(OrderState)),
    placed_date: Type.Optional(CalendarDate()),
    carrier: Type.Optional(Nullable(Type.String())),
    expected_date: Type.Optional(Nullable(CalendarDate())),
    delivered_date: Type.Optional(Nullable(CalendarDate())),
    /** From this day on it counts as lost, if it hasn't come. */
    lost_date: Type.Optional(CalendarDate()),
    tracking_number: Type.Optional(Nullable(Type.String())),
    items: Type.Optional(
      Type.Array(Type.Object({ product_id: Type.Integer(), name: Type.String(), quantity: Type.Integer() })),
    ),
    events: Type.Optional(Type.Array(refOf(TrackingEvent))),
  },
  { $id: 'OrderCard' },
)
export type OrderCard = Static<typeof OrderCard>

export const Facet = Type.Object(
  { value: Type.String(), label: Type.String(), count: Type.Integer() },
  { $id: 'Facet' },
)
export type Facet = Static<typeof Facet>

/** A product in a list, with the facts that the list was asked for by ("with 16GB", "the lightest"). */
export const ListedProduct = Type.Composite([ProductSummary, Type.Object({ facts: Type.Array(refOf(Spec)) })], {
  $id: 'ListedProduct',
})
export type ListedProduct = ProductSummary & { facts: Spec[] }

export const ProductsCard = Type.Object(
  {
    kind: Type.Literal('products'),
    total: Type.Integer({ description: 'How many match, on all pages.' }),
    offset: Type.Integer(),
    limit: Type.Integer(),
    ignored: Type.Optional(
      Type.String({ description: 'Words looked for that no product has; the list is without them.' }),
    ),
    items: Type.Array(refOf(ListedProduct)),
    facets: Type.Object({
      category: Type.Array(refOf(Facet)),
      brand: Type.Array(refOf(Facet)),
      price: Type.Object({ min: Nullable(Type.Number()), max: Nullable(Type.Number()) }),
      in_stock: Type.Integer(),
    }),
  },
  { $id: 'ProductsCard' },
)
export type ProductsCard = Omit<Static<typeof ProductsCard>, 'items'> & { items: ListedProduct[] }

export const ProductCard = Type.Object(
  {
    kind: Type.Literal('product'),
    product: refOf(Product),
    asked: Type.Array(refOf(Spec), { description: 'The facts that were asked for, where it was asked for some.' }),
  },
  { $id: 'ProductCard' },
)
export type ProductCard = Omit<Static<typeof ProductCard>, 'asked'> & { asked: Spec[] }

export const ComparisonRow = Type.Object(
  {
    id: Type.String(),
    label: Type.String(),
    values: Type.Array(Nullable(refOf(SpecValue)), { description: 'In the order of the products; null: not known.' }),
    texts: Type.Array(Nullable(Type.String())),
    differs: Type.Boolean(),
    best: Type.Array(Type.Integer(), { description: 'Positions of the best values, where one is better.' }),
  },
  { $id: 'ComparisonRow' },
)
export type ComparisonRow = Static<typeof ComparisonRow>

export const ComparisonCard = Type.Object(
  {
    kind: Type.Literal('comparison'),
    best_of: Type.Optional(
      Type.Integer({ description: 'How many products there are of the kinds that the best rated were compared of.' }),
    ),
    products: Type.Array(refOf(ProductSummary)),
    rows: Type.Array(refOf(ComparisonRow)),
  },
  { $id: 'ComparisonCard' },
)
export type ComparisonCard = Static<typeof ComparisonCard>

export const relatedBy = ['accessory', 'host', 'similar', 'newer', 'older', 'bought_together'] as const
export const RelatedCard = Type.Object(
  {
    kind: Type.Literal('related'),
    product: refOf(ProductSummary),
    items: Type.Array(
      Type.Object({
        relation: StringEnum(relatedBy),
        product: refOf(ProductSummary),
        because: Type.String(),
      }),
    ),
  },
  { $id: 'RelatedCard' },
)
export type RelatedCard = Static<typeof RelatedCard>

export const FitCard = Type.Object(
  {
    kind: Type.Literal('fit'),
    fits: Type.Boolean(),
    known: Type.Boolean({ description: 'False: no rule of the shop speaks about these two.' }),
    products: Type.Array(refOf(ProductSummary), { minItems: 2, maxItems: 2 }),
    reasons: Type.Array(Type.String()),
  },
  { $id: 'FitCard' },
)
export type FitCard = Static<typeof FitCard>

export const StockCard = Type.Object(
  { kind: Type.Literal('stock'), items: Type.Array(refOf(ProductSummary)) },
  { $id: 'StockCard' },
)
export type StockCard = Static<typeof StockCard>

export const PassagesCard = Type.Object(
  {
    kind: Type.Literal('passages'),
    passages: Type.Array(refOf(Source)),
    relevance: Type.Number({
      minimum: 0,
      maximum: 1,
      description: 'How well the best passage speaks to the question.',
    }),
    answers: Type.Optional(
      Type.Integer({
        minimum: 2,
        description:
          'How many passages, from the first, answer together where several things were asked; else the first.',
      }),
    ),
  },
  { $id: 'PassagesCard' },
)
export type PassagesCard = Static<typeof PassagesCard>

export const DocumentCard = Type.Object(
  {
    kind: Type.Literal('document'),
    id: Type.String(),
    title: Type.String(),
    document_kind: refOf(DocumentKind),
    product_id: Nullable(Type.Integer()),
    category: Nullable(Type.String()),
    text: Type.String({ description: "Markdown; what a source's start and end refer to (UTF-16 units)." }),
  },
  { $id: 'DocumentCard' },
)
export type DocumentCard = Static<typeof DocumentCard>

/** Documents without their text. */
export const ListedDocument = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    document_kind: refOf(DocumentKind),
    product_id: Nullable(Type.Integer()),
    category: Nullable(Type.String()),
  },
  { $id: 'ListedDocument' },
)
export type ListedDocument = Static<typeof ListedDocument>

export const DocumentsCard = Type.Object(
  {
    kind: Type.Literal('documents'),
    items: Type.Array(refOf(ListedDocument), {
      description: 'Of a product: its own first, then those of its category.',
    }),
  },
  { $id: 'DocumentsCard' },
)
export type DocumentsCard = Static<typeof DocumentsCard>

export const GraphNode = Type.Object(
  {
    id: Type.String(),
    kind: StringEnum(['product', 'spec', 'category'] as const),
    label: Type.String(),
    product_id: Type.Optional(Type.Integer()),
  },
  { $id: 'GraphNode' },
)
export type GraphNode = Static<typeof GraphNode>

/** A part of the graph; for a path its nodes and edges stand in the order of the way. */
export const GraphCard = Type.Object(
  {
    kind: Type.Literal('graph'),
    nodes: Type.Array(refOf(GraphNode)),
    edges: Type.Array(refOf(Edge)),
    truncated: Type.Boolean({ description: 'True where there is more than is given; the nearest nodes are kept.' }),
  },
  { $id: 'GraphCard' },
)
export type GraphCard = Static<typeof GraphCard>

export const CategoriesCard = Type.Object(
  {
    kind: Type.Literal('categories'),
    categories: Type.Array(refOf(Facet)),
    brands: Type.Array(refOf(Facet)),
  },
  { $id: 'CategoriesCard' },
)
export type CategoriesCard = Static<typeof CategoriesCard>

/** The shop itself: how it is reached, and when. */
export const ShopCard = Type.Object(
  {
    kind: Type.Literal('shop'),
    name: Type.String(),
    email: Type.String(),
    phone: Type.Optional(Type.String()),
    hours: Type.Optional(Type.String()),
  },
  { $id: 'ShopCard' },
)
export type ShopCard = Static<typeof ShopCard>

/** An order with everything that belongs to it; for the staff only. */
export const OrderRecordCard = Type.Object(
  {
    kind: Type.Literal('order_record'),
    order: refOf(Order),
    deliveries: Type.Array(refOf(Delivery)),
    complaints: Type.Array(refOf(Complaint)),
    refunds: Type.Array(refOf(Refund)),
  },
  { $id: 'OrderRecordCard' },
)
export type OrderRecordCard = Static<typeof OrderRecordCard>

/** A refund as its customer sees it. */
export const RefundView = Type.Object(
  {
    number: Type.String(),
    order_number: Type.String(),
    state: StringEnum(refundStates),
    items: Type.Array(Type.Object({ product_id: Type.Integer(), name: Type.String(), quantity: Type.Integer() })),
    amount: Type.Number(),
    reason: Type.String(),
    created_date: CalendarDate(),
    updated_date: CalendarDate(),
  },
  { $id: 'RefundView' },
)
export type RefundView = Static<typeof RefundView>

/** A complaint as its customer sees it. */
export const ComplaintView = Type.Object(
  {
    number: Type.String(),
    order_number: Type.String(),
    state: StringEnum(complaintStates),
    reason: StringEnum(complaintReasons),
    product: Nullable(Type.Object({ id: Type.Integer(), name: Type.String() })),
    text: Type.String(),
    remedy: Nullable(StringEnum(remedies)),
    created_date: CalendarDate(),
    updated_date: CalendarDate(),
  },
  { $id: 'ComplaintView' },
)
export type ComplaintView = Static<typeof ComplaintView>

export const RefundsCard = Type.Object(
  { kind: Type.Literal('refunds'), refunds: Type.Array(refOf(RefundView), { description: 'Newest first.' }) },
  { $id: 'RefundsCard' },
)
export type RefundsCard = Static<typeof RefundsCard>

export const ComplaintsCard = Type.Object(
  {
    kind: Type.Literal('complaints'),
    complaints: Type.Array(refOf(ComplaintView), { description: 'Newest first.' }),
  },
  { $id: 'ComplaintsCard' },
)
export type ComplaintsCard = Static<typeof ComplaintsCard>

/** An order in the list of its customer's. */
export const ListedOrder = Type.Object(
  {
    number: Type.String(),
    state: refOf(OrderState),
    placed_date: CalendarDate(),
    expected_date: Nullable(CalendarDate()),
    delivered_date: Nullable(CalendarDate()),
    items: Type.Array(Type.Object({ product_id: Type.Integer(), name: Type.String(), quantity: Type.Integer() })),
    total: Type.Number(),
  },
  { $id: 'ListedOrder' },
)
export type ListedOrder = Static<typeof ListedOrder>

export const OrdersCard = Type.Object(
  { kind: Type.Literal('orders'), orders: Type.Array(refOf(ListedOrder), { description: 'Newest first.' }) },
  { $id: 'OrdersCard' },
)
export type OrdersCard = Static<typeof OrdersCard>

/** An order with all that its customer may see. */
export const OrderDetailsCard = Type.Object(
  {
    kind: Type.Literal('order_details'),
    number: Type.String(),
    state: refOf(OrderState),
    customer: Type.Object({ name: Type.String(), email: Type.String() }),
    address: refOf(Address),
    items: Type.Array(
      Type.Object({
        product_id: Type.Integer(),
        name: Type.String(),
        quantity: Type.Integer(),
        unit_price: Type.Number(),
      }),
    ),
    delivery_fee: Type.Number(),
    discount: Type.Number(),
    total: Type.Number(),
    placed_date: CalendarDate(),
    expected_date: Nullable(CalendarDate()),
    delivered_date: Nullable(CalendarDate()),
    cancelled_date: Nullable(CalendarDate()),
    carrier: Nullable(Type.String()),
    tracking_number: Nullable(Type.String()),
    events: Type.Array(refOf(TrackingEvent)),
    refunds: Type.Array(refOf(RefundView)),
    complaints: Type.Array(refOf(ComplaintView)),
    can: Type.Object(
      { cancel: Type.Boolean(), change_address: Type.Boolean(), refund: Type.Boolean() },
      { description: 'What its rules allow now.' },
    ),
  },
  { $id: 'OrderDetailsCard' },
)
export type OrderDetailsCard = Static<typeof OrderDetailsCard>

/** What of an order can be sent back, and what comes back for it. */
export const ReturnOptionsCard = Type.Object(
  {
    kind: Type.Literal('return_options'),
    order_number: Type.String(),
    last_date: Nullable(CalendarDate({ description: 'The last day on which it can be asked for.' })),
    items: Type.Array(
      Type.Object({
        product_id: Type.Integer(),
        name: Type.String(),
        bought: Type.Integer(),
        left: Type.Integer({ description: 'Pieces not refunded and not asked for yet.' }),
        allowed: Type.Boolean(),
        rule: Type.String({ description: 'The rule that allows or refuses it.' }),
        reason: Nullable(Type.String({ description: 'Why not, in words.' })),
        amount: Type.Number({ description: 'What comes back for all pieces left.' }),
      }),
    ),
    amount: Type.Number({ description: 'What comes back for everything that can be returned.' }),
  },
  { $id: 'ReturnOptionsCard' },
)
export type ReturnOptionsCard = Static<typeof ReturnOptionsCard>

export const ProposalCard = Type.Object(
  { kind: Type.Literal('proposal'), proposal: refOf(Proposal) },
  { $id: 'ProposalCard' },
)
export type ProposalCard = Static<typeof ProposalCard>

/** Why something can't be done: the rule, what it rests on, and where the policy says so. */
export const RefusalCard = Type.Object(
  {
    kind: Type.Literal('refusal'),
    rule: Type.String(),
    facts: Type.Array(refOf(Fact)),
    alternatives: Type.Array(Type.String(), { description: 'What is possible instead, in words.' }),
    passages: Type.Array(refOf(Source)),
  },
  { $id: 'RefusalCard' },
)
export type RefusalCard = Static<typeof RefusalCard>

/** A conversation that people take over. */
export const HandoverCard = Type.Object(
  {
    kind: Type.Literal('handover'),
    reference: Type.String(),
    email: Type.String(),
    phone: Type.Optional(Type.String()),
    hours: Type.Optional(Type.String()),
  },
  { $id: 'HandoverCard' },
)
export type HandoverCard = Static<typeof HandoverCard>

export const cards = [
  OrderCard,
  ProductsCard,
  ProductCard,
  ComparisonCard,
  RelatedCard,
  FitCard,
  StockCard,
  PassagesCard,
  DocumentCard,
  DocumentsCard,
  GraphCard,
  CategoriesCard,
  ShopCard,
  OrderRecordCard,
  OrdersCard,
  OrderDetailsCard,
  ReturnOptionsCard,
  RefundsCard,
  ComplaintsCard,
  ProposalCard,
  RefusalCard,
  HandoverCard,
] as const

export type Card =
  | OrderCard
  | ProductsCard
  | ProductCard
  | ComparisonCard
  | RelatedCard
  | FitCard
  | StockCard
  | PassagesCard
  | DocumentCard
  | DocumentsCard
  | GraphCard
  | CategoriesCard
  | ShopCard
  | OrderRecordCard
  | OrdersCard
  | OrderDetailsCard
  | ReturnOptionsCard
  | RefundsCard
  | ComplaintsCard
  | ProposalCard
  | RefusalCard
  | HandoverCard

/** The closed union of what a tool's result can be shown as, told apart by `kind`. */
export const Card = Type.Unsafe<Card>({
  $id: 'Card',
  oneOf: cards.map((card) => Type.Ref(card.$id as string)),
  discriminator: {
    propertyName: 'kind',
    mapping: Object.fromEntries(cards.map((card) => [card.properties.kind.const, `#/components/schemas/${card.$id}`])),
  },
})
