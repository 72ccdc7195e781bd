import type { PassagesCard } from '@marketplace-agent/domain'
import type { ToolWords, WordsKit } from './define-tool.ts'

const place = ({ title, section }: { title: string; section: string }) =>
  section === title ? title : `${title}, ${section}`

/** What this agent leaves to people: it reads, and changes nothing. */
const handOver =
  (deed: string) =>
  ({ contact }: WordsKit) =>
    `I can't ${deed} from here; our team does it for you: ${contact}.`

export const words: ToolWords<{ q: string }, PassagesCard> = {
  ask: { q: 'What would you like to know?' },
  say({ passages }) {
    const [best] = passages
    // A line break inside a sentence is only how its author wrapped the text; one before a list item stays.
    const quote = best?.quote.replaceAll(/(?<!\n)\n(?!\n|\s*(?:[-*+]|\d+[.)])\s)/g, ' ')
    return best === undefined ? '' : `${quote} (Source: ${place(best)})`
  },
  topics: {
    start_refund: 'how to return an item and get a refund',
    return_how: 'how to return an item',
    refund_status: 'when a refund is paid',
    exchange: 'exchange or replace an item',
    cancel_order: 'cancel an order',
    change_order: 'change an order',
    list_orders: 'find my orders and order number',
    change_address: 'change the delivery address',
    delivery_options: 'countries we deliver to',
    file_complaint: 'report a damaged, defective or wrong item',
    complaint_status: 'complaint answer time',
    payment: 'ways to pay',
    account: 'customer account',
  },
  afterwords: {
    cancel_order: handOver('cancel an order'),
    change_order: handOver('change an order'),
    change_address: handOver('change an address'),
    start_refund: handOver('start a refund'),
    refund_status: handOver('look up a refund'),
    exchange: handOver('arrange an exchange'),
    file_complaint: handOver('file a complaint'),
    complaint_status: handOver('look up a complaint'),
    list_orders: handOver('list your orders'),
  },
  otherwise: {
    passage: (_input, _values, { contact }) =>
      `I don't know: our documents don't say anything about that. You can ask us at ${contact}.`,
  },
  // Neighbouring sections of the document that answered; those of others would lead away.
  next: ({ passages: [best, ...others] }) =>
    [...new Set(others.filter(({ document_id }) => document_id === best?.document_id).map(({ section }) => section))]
      .filter((section) => section !== best?.section)
      .slice(0, 2),
}
