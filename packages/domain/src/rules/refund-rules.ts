import { englishLocale } from '../english-locale.ts'
import type { OrderRecord } from '../schema/change.ts'
import type { Refund } from '../schema/records.ts'
import { type ItemVerdict, type RefundRule, itemVerdict } from './item-rules.ts'
import { minorUnits } from './minor-units.ts'
import { type OrderedProduct, productsOf, unitsRefunded } from './order-value.ts'
import { refuse } from './refusal.ts'
import type { RuleContext } from './rule-context.ts'
import { type RefundSums, settleRefund } from './settle-refund.ts'
import type { Refusal, Verdict } from './verdict.ts'

/** What is wanted back; `all`: whatever of the order may still come back. */
export type RefundWish = readonly Refund['items'][number][] | 'all'

/** A product that can't come back, and why. */
export interface ItemRefusal {
  readonly product_id: number
  readonly name: string
  readonly refusal: Refusal<RefundRule>
}

export interface RefundGrant extends RefundSums {
  /** Of a wish for `all`: what of the order stays out. */
  readonly leftOut: readonly ItemRefusal[]
}
export type RefundVerdict = Verdict<RefundGrant, RefundRule>

/** Whether the wanted units may come back, and how much money with them: never more than was paid, in all refunds. */
export function refundVerdict(record: OrderRecord, wish: RefundWish, context: RuleContext): RefundVerdict {
  const { number: order } = record.order
  const candidates = candidatesOf(record, wish, context)
  const refused = candidates.flatMap(({ product_id, name, verdict }) =>
    verdict.allowed ? [] : [{ product_id, name, refusal: verdict }],
  )
  const granted = candidates.flatMap(({ verdict, ...units }) =>
    verdict.allowed ? [{ ...units, exception: verdict.exception }] : [],
  )
  if (refused.length > 0 && (wish !== 'all' || granted.length === 0)) return together(refused, context)
  if (granted.length === 0) return refuse('nothing_wanted', { order }, ['contact'])

  const sums = settleRefund(record, granted, context)
  if (sums.amount <= 0) {
    const { minor, major } = minorUnits(context.rules.digits)
    const costs = minor(sums.restockingFee) + minor(sums.returnCost)
    const worth = minor(sums.amount) + costs
    const values = { order, product: names(granted, context) }
    return worth === 0
      ? refuse('nothing_paid', values, ['contact'])
      : refuse('costs_exceed', { ...values, amount: major(worth), costs: major(costs) }, ['contact'])
  }
  const rule = granted.some(({ exception }) => exception === null) ? 'return_window' : 'always_for'
  return { allowed: true, rule, ...sums, leftOut: refused }
}

interface Candidate extends OrderedProduct {
  readonly verdict: ItemVerdict
}

/** The products that are wanted, each once, with what the rules say of it. */
function candidatesOf(record: OrderRecord, wish: RefundWish, context: RuleContext): Candidate[] {
  const bought = productsOf(record.order)
  const wanted = new Map<number, number>()
  if (wish === 'all') {
    for (const { product_id: id, quantity } of bought) {
      const { refunded, pending } = unitsRefunded(record, id)
      wanted.set(id, quantity > refunded + pending ? quantity - refunded - pending : quantity)
    }
  } else {
    for (const { product_id: id, quantity } of wish) wanted.set(id, (wanted.get(id) ?? 0) + quantity)
  }
  return [...wanted].map(([product_id, quantity]) => ({
    product_id,
    quantity,
    name: bought.find((product) => product.product_id === product_id)?.name ?? '',
    verdict: itemVerdict(record, { product_id, quantity }, context),
  }))
}

const names = (products: readonly { readonly name: string }[], { rules }: RuleContext): string =>
  new Intl.ListFormat(englishLocale(rules.locale)).format(products.map(({ name }) => name))

/** One refusal for several items: the first that isn't over and done with, told of every item that it is true of. */
function together(refused: readonly ItemRefusal[], context: RuleContext): Refusal<RefundRule> {
  const first = refused.find(({ refusal }) => refusal.rule !== 'already_refunded') ?? refused[0]
  if (first === undefined) throw new Error('Nothing was refused')
  const { refusal } = first
  if (refusal.values['product'] === undefined) return refusal
  const same = refused.filter((other) => isSame(other.refusal, refusal))
  return {
    ...refusal,
    values: { ...refusal.values, product: names(same, context) },
    alternatives: refusal.alternatives.filter((open) =>
      same.every((other) => other.refusal.alternatives.includes(open)),
    ),
  }
}

const isSame = (one: Refusal, other: Refusal): boolean =>
  one.rule === other.rule &&
  Object.entries(one.values).every(([key, value]) => key === 'product' || value === other.values[key])
