import type { OrderRecord } from '../schema/change.ts'
import type { Complaint, ComplaintReason, Remedy } from '../schema/records.ts'
import { isCancellable } from './cancellation-terms.ts'
import { productsOf, unitsRefunded } from './order-value.ts'
import { refuse } from './refusal.ts'
import { type RefundVerdict, refundVerdict } from './refund-rules.ts'
import type { RuleContext } from './rule-context.ts'
import type { Alternative, Verdict } from './verdict.ts'

export interface ComplaintWish {
  readonly reason: ComplaintReason
  readonly product_id?: number | undefined
  readonly remedy?: Remedy | undefined
}

export type ComplaintRule = 'not_in_order' | 'already_complained' | 'not_shipped'

export interface ComplaintGrant {
  /** The product named; else the order's only one, where the reason is about an item; else null. */
  readonly productId: number | null
  /** Where money back is the remedy and a product is meant: whether a refund of what is left of it can be started. */
  readonly moneyBack: RefundVerdict | null
}
export type ComplaintVerdict = Verdict<ComplaintGrant, ComplaintRule>

const aboutAnItem: readonly ComplaintReason[] = ['damaged', 'defective', 'wrong_item', 'missing_item']

/** Whether a complaint about an order may be filed: about something in it, and not while the same one is open. */
export function complaintVerdict(record: OrderRecord, wish: ComplaintWish, context: RuleContext): ComplaintVerdict {
  const { number: order, state } = record.order
  const { reason, remedy } = wish
  const productId = productOf(record, wish)
  const product = productsOf(record.order).find(({ product_id: id }) => id === productId)
  if (productId !== null && product === undefined) {
    return refuse('not_in_order', { order, product_id: productId }, ['contact'])
  }
  if (aboutAnItem.includes(reason) && (state === 'processing' || state === 'cancelled')) {
    const open: Alternative[] = isCancellable(record.order, context) ? ['cancel_order', 'contact'] : ['contact']
    return refuse('not_shipped', { order, state, reason }, open)
  }
  const same = record.complaints.find((one) => isOpen(one) && one.reason === reason && isAbout(one, productId))
  if (same !== undefined) {
    const named = product === undefined ? {} : { product: product.name }
    const values = { order, complaint: same.number, state: same.state, reason, ...named }
    return refuse('already_complained', values, ['contact'])
  }
  const moneyBack =
    remedy === 'money_back' && productId !== null ? moneyBackFor(record, { ...wish, productId }, context) : null
  return { allowed: true, rule: 'own_order', productId, moneyBack }
}

function productOf({ order }: OrderRecord, { reason, product_id: named }: ComplaintWish): number | null {
  if (named !== undefined) return named
  const [only, ...others] = productsOf(order)
  return aboutAnItem.includes(reason) && others.length === 0 ? (only?.product_id ?? null) : null
}

const isOpen = ({ state }: Complaint) => state === 'open' || state === 'in_review'
const isAbout = ({ product_id: id }: Complaint, productId: number | null) => (id ?? null) === productId

/** The refund's verdict as it will be once this complaint is on file. */
function moneyBackFor(
  record: OrderRecord,
  { reason, productId }: ComplaintWish & { productId: number },
  context: RuleContext,
): RefundVerdict {
  const bought = productsOf(record.order).find(({ product_id: id }) => id === productId)?.quantity ?? 0
  const { refunded, pending } = unitsRefunded(record, productId)
  const filed: Complaint = {
    number: '',
    order: record.order.number,
    product_id: productId,
    state: 'open',
    reason,
    text: '',
    remedy: 'money_back',
    created_at: context.now,
    updated_at: context.now,
  }
  const quantity = Math.max(1, bought - refunded - pending)
  return refundVerdict(
    { ...record, complaints: [filed, ...record.complaints] },
    [{ product_id: productId, quantity }],
    context,
  )
}
