import type { OrderDetailsCard } from '@marketplace-agent/domain'
import { sayAddress } from './address.en.ts'
import type { WriteWords } from './define-tool.ts'
import { explainRefusal, refusalWords } from './refusal.en.ts'

export const words: WriteWords<{ order_number: string; address: unknown }, OrderDetailsCard> = {
  ask: {
    order_number: 'For which order shall the address change? Please give me its number.',
    address: 'What is the whole new address, in one message? I need street and number, city and postal code.',
  },
  proposal({ record: { order } }, changes) {
    const after = changes.flatMap((change) => (change.record === 'order' ? [change.after.address] : []))[0]
    const to = sayAddress(after ?? order.address)
    return {
      summary: `I would send order ${order.number} to another address: ${to}.`,
      before: [{ label: 'Delivery address', text: sayAddress(order.address) }],
      after: [{ label: 'Delivery address', text: to }],
    }
  },
  say: ({ number, address }) =>
    `Done: order ${number} now goes to ${sayAddress(address)}. You get a confirmation by e-mail.`,
  otherwise: refusalWords,
  explain: explainRefusal,
  mail: ({ number, address }, { shopName, contact }) => ({
    subject: `New delivery address for your order ${number}`,
    text: [
      'Hello,',
      `your order ${number} now goes to this address:\n${sayAddress(address)}`,
      `If this wasn't you, please tell us at once: ${contact}.`,
      shopName,
    ].join('\n\n'),
  }),
  next: ({ number }) => [`Where is ${number}?`, 'Show me my orders'],
}
