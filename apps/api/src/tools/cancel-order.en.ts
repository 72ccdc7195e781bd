import type { OrderDetailsCard } from '@marketplace-agent/domain'
import type { WriteWords } from './define-tool.ts'
import { explainRefusal, refusalWords } from './refusal.en.ts'

interface Words extends WriteWords<{ order_number: string }, OrderDetailsCard> {
  /** Of the event that a parcel gets. */
  readonly note: string
}

export const words: Words = {
  ask: { order_number: 'Which order do you want to cancel? Please give me its number.' },
  note: 'Cancelled by the customer.',
  proposal({ record: { order }, amount }, _changes, { format }) {
    const items = format.list(
      order.items.map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} × ${name}`)),
    )
    const back = amount === null || amount === 0 ? '' : ` You get ${format.money(amount)} back.`
    return {
      summary: `I would cancel order ${order.number} (${items}).${back}`,
      before: [{ label: 'State', text: order.state.replaceAll('_', ' ') }],
      after: [
        { label: 'State', text: 'cancelled' },
        ...(amount === null ? [] : [{ label: 'You get back', text: format.money(amount) }]),
      ],
    }
  },
  say: ({ number, total: _total }) => `Done: order ${number} is cancelled. You get a confirmation by e-mail.`,
  otherwise: refusalWords,
  explain: explainRefusal,
  mail: ({ number }, { shopName, contact }) => ({
    subject: `Your order ${number} is cancelled`,
    text: [
      'Hello,',
      `your order ${number} was cancelled as you asked.`,
      `If this wasn't you, please tell us at once: ${contact}.`,
      shopName,
    ].join('\n\n'),
  }),
  next: () => ['When do I get the money of a cancelled order back?', 'Show me my orders'],
}
