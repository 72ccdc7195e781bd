import type { RefundSums, RefundView, RefundsCard } from '@marketplace-agent/domain'
import type { WordsKit, WriteWords } from './define-tool.ts'
import { explainRefusal, refusalWords } from './refusal.en.ts'

interface Input {
  order_number: string
  items?: unknown
  everything?: boolean
  reason?: string
}

const pieces = (items: RefundView['items'], { format }: WordsKit) =>
  format.list(items.map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} × ${name}`)))

/** What else than the items is in an amount, each with how it is named in a sentence and on a line of its own. */
const extrasOf = ({ deliveryFee, restockingFee, returnCost }: RefundSums, { format }: WordsKit) =>
  [
    { money: deliveryFee, label: 'Delivery fee', say: (money: string) => `plus the delivery fee of ${money}` },
    { money: -restockingFee, label: 'Restocking fee', say: (money: string) => `less the restocking fee of ${money}` },
    { money: -returnCost, label: 'Cost of the return', say: (money: string) => `less ${money} for the return` },
  ]
    .filter(({ money }) => money !== 0)
    .map(({ money, label, say }) => ({
      money,
      said: say(format.money(Math.abs(money))),
      line: { label, text: `${money < 0 ? '−' : '+'}${format.money(Math.abs(money))}` },
    }))

export const words: WriteWords<Input, RefundsCard> = {
  ask: {
    order_number: 'Which order is it about? Please give me its number.',
    items: 'Which items do you want to send back?',
  },
  proposal(draft, changes, kit) {
    const { order } = draft.record
    const amount = kit.format.money(draft.amount ?? 0)
    const refunds = changes.flatMap((change) => (change.record === 'refund' ? [change.after] : []))
    const items = refunds.flatMap((refund) =>
      refund.items.map(({ product_id, quantity }) => ({
        product_id,
        quantity,
        name: order.items.find((item) => item.product_id === product_id)?.name ?? '',
      })),
    )
    const what = pieces(items, kit)
    const extras = draft.sums === undefined ? [] : extrasOf(draft.sums, kit)
    const worth = kit.format.money(extras.reduce((sum, { money }) => sum - money, draft.amount ?? 0))
    const how = extras.length === 0 ? '' : ` (${worth} ${kit.format.list(extras.map(({ said }) => said))})`
    return {
      summary: `I would ask for the money back for ${what} of order ${order.number}: ${amount}${how}.`,
      before: [{ label: 'Refund', text: 'none' }],
      after: [
        { label: 'Items', text: what },
        ...(extras.length === 0 ? [] : [{ label: 'Worth', text: worth }, ...extras.map(({ line }) => line)]),
        { label: 'Refund', text: amount },
        { label: 'State', text: 'requested' },
      ],
    }
  },
  say: ({ refunds: [refund] }, kit) =>
    refund === undefined
      ? ''
      : `Done: your refund ${refund.number} of ${kit.format.money(refund.amount)} for ${pieces(refund.items, kit)} of order ${refund.order_number} is requested. Please keep the number; you get it by e-mail, too.`,
  otherwise: {
    items: (_input, { names }) => `Which of it do you want to send back: ${names}? You can also say “everything”.`,
    ...refusalWords,
  },
  explain: explainRefusal,
  mail: ({ refunds: [refund] }, kit) => ({
    subject: `Your refund ${refund?.number ?? ''}`,
    text: [
      `Hello,`,
      `you asked for your money back for ${pieces(refund?.items ?? [], kit)} of order ${refund?.order_number ?? ''}.`,
      `Refund number: ${refund?.number ?? ''}\nAmount: ${kit.format.money(refund?.amount ?? 0)}\nState: requested`,
      `If this wasn't you, please tell us at once: ${kit.contact}.`,
      kit.shopName,
    ].join('\n\n'),
  }),
  next: ({ refunds: [refund] }) => [
    ...(refund === undefined ? [] : [`What is the status of ${refund.number}?`]),
    'How do I send it back?',
    'When do I get the money?',
  ],
}
