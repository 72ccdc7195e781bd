import type { Alternative, ComplaintReason, RefusalCard } from '@marketplace-agent/domain'
import type { Explained, WordsKit } from './define-tool.ts'
import { orderStateWords } from './order-view.en.ts'

type Values = Readonly<Record<string, string>>

/** What is possible instead of what a rule refuses. */
export const alternativeWords: Readonly<Record<Alternative, string>> = {
  return_item: 'You can return it and get your money back.',
  exchange: 'You can ask for an exchange.',
  warranty_claim: 'If something is wrong with it, the warranty still covers it: tell me what is wrong.',
  complaint: 'If it arrived broken, wrong or incomplete, I can file a complaint.',
  cancel_order: 'I can cancel the order as long as it has not shipped.',
  wait_for_delivery: 'Once it has been delivered, you can ask for a return.',
  send_back_after_delivery: 'Once it has arrived, you can return it.',
  ask_carrier: 'You can ask the carrier whether the parcel can be led elsewhere.',
  another_address: 'Another address is possible.',
  report_late: 'If it is late, I can file a complaint about that.',
  contact: 'Our team can look at it with you.',
}

const stateOf = (values: Values) =>
  orderStateWords[values['state'] as keyof typeof orderStateWords] ?? (values['state'] ?? '').replaceAll('_', ' ')

const pieces = (count: string | undefined) => `${count} ${count === '1' ? 'piece' : 'pieces'}`

const reasonWords: Readonly<Record<ComplaintReason, string>> = {
  damaged: 'arrived damaged',
  defective: 'defective',
  wrong_item: 'wrong item',
  missing_item: 'something is missing',
  late: 'late delivery',
  service: 'our service',
  other: 'the same thing',
}

/** Why, by rule. Every figure is in the values. */
const because: Readonly<Record<string, (values: Values, kit: WordsKit) => string>> = {
  cancelled: ({ order }) => `Order ${order} was cancelled, so there is nothing of it to change or send back.`,
  already_cancelled: ({ order }) => `Order ${order} is cancelled already.`,
  not_delivered: (values) => `Order ${values['order']} ${stateOf(values)}, so there is nothing to send back yet.`,
  no_returns: ({ order }) => `What was bought with order ${order} can't be sent back.`,
  not_in_order: ({ order, product }) => `${product ?? 'That'} is not in order ${order}.`,
  more_than_bought: ({ order, product, bought }) =>
    `Only ${pieces(bought)} of ${product} ${bought === '1' ? 'was' : 'were'} bought with order ${order}.`,
  already_refunded({ order, product, refund, refund_amount, left }, { format }) {
    const amount = refund_amount === undefined ? '' : `, ${format.money(Number(refund_amount))}`
    const before = refund === undefined ? '' : ` (${refund}${amount})`
    return left === undefined || left === '0'
      ? `The money for ${product ?? 'that'} of order ${order} was asked back before${before}.`
      : `Only ${pieces(left)} of ${product} of order ${order} can still be sent back; the rest was asked back before${before}.`
  },
  excluded_category: ({ product, reason }) => `${product} can't be returned${reason ? ` ${reason}` : ''}.`,
  return_window: ({ order, product, last_day }, { format }) =>
    `${product ?? `Order ${order}`} can't be returned any more: the last day was ${format.date(last_day ?? '')}.`,
  nothing_paid: ({ order }) => `Nothing was paid for that in order ${order}, so no money comes back.`,
  costs_exceed: ({ amount, costs }, { format }) =>
    `The costs of returning it (${format.money(Number(costs))}) are not less than what would come back (${format.money(Number(amount))}).`,
  nothing_wanted: ({ order }) => `Nothing of order ${order} was named to send back.`,
  already_shipped: (values) => `Order ${values['order']} ${stateOf(values)}, so that can't be done any more.`,
  cancellation_window: ({ order, hours, until }, { format }) =>
    `Order ${order} can't be cancelled any more: that is possible for ${hours} hours after it was placed, until ${format.dateTime(until ?? '')}.`,
  delivery_area: ({ country, countries }) =>
    `We don't deliver to ${country ?? 'that country'}; we deliver to ${countries ?? 'other countries'}.`,
  same_country: ({ present_country }) =>
    `The address of an order can only change within ${present_country ?? 'the same country'}.`,
  po_box: () => "We can't deliver to a PO box.",
  same_address: ({ order }) => `Order ${order} goes to that address already.`,
  already_complained: ({ order, complaint, reason }) =>
    `There is a complaint for order ${order} already (${reasonWords[(reason ?? 'other') as ComplaintReason]}): ${complaint}. We are working on it.`,
  not_shipped: ({ order }) => `Order ${order} has not shipped yet, so there is nothing of it to complain about so far.`,
}

/** The sentences of a refusal: why, what the policy says, and what is possible instead. */
function sayRefusal(rule: string) {
  return (_input: unknown, values: Values, kit: WordsKit): string => {
    const why = because[rule]?.(values, kit) ?? ''
    const { quote, possible, alternatives = '' } = values
    const instead = alternatives
      .split(' ')
      .filter((each) => each !== '')
      .slice(0, 2)
      .map((each) => alternativeWords[each as Alternative])
    const contact = alternatives.includes('contact') ? [`You reach us at ${kit.contact}.`] : []
    const rest = possible === undefined ? [] : [`You can send back ${possible}; say so and I ask for that.`]
    return [why, ...rest, ...(quote === undefined ? [] : [`Our policy says: “${quote}”`]), ...instead, ...contact].join(
      ' ',
    )
  }
}

/** A refusal as somebody asks about it: why, or what else there is. Every figure is in its facts. */
export function explainRefusal({ rule, facts, alternatives, passages }: RefusalCard, asked: Explained, kit: WordsKit) {
  const values: Values = Object.fromEntries(facts.map(({ label, text }) => [label, text]))
  const why = because[rule]?.(values, kit) ?? ''
  const quote = passages[0]?.quote
  const policy = quote === undefined ? [] : [`Our policy says: “${quote}”`]
  const rest = values['possible'] === undefined ? [] : [`You can send back ${values['possible']}.`]
  const others = [...rest, ...alternatives]
  const contact = `You reach our team at ${kit.contact}.`
  if (asked === 'reason') return [`The reason is this: ${why}`, ...policy, ...others, contact].join(' ')
  return others.length === 0
    ? [`I know of nothing else that can be done here. ${why}`, ...policy, contact].join(' ')
    : [`This is possible instead. ${others.join(' ')}`, ...policy, contact].join(' ')
}

/** The words of every rule, as a tool's `otherwise` takes them. */
export const refusalWords = Object.fromEntries(Object.keys(because).map((rule) => [rule, sayRefusal(rule)]))

/** Why an item can't come back, in a list of several. */
export const refusalReason = (rule: string, values: Readonly<Record<string, string | number>>, kit: WordsKit): string =>
  because[rule]?.(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])), kit) ?? ''
