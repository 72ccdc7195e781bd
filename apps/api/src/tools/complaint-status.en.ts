import type { ComplaintView, ComplaintsCard } from '@marketplace-agent/domain'
import type { ToolWords, WordsKit } from './define-tool.ts'
import { remedyWords } from './complaint.en.ts'

const stateWords: Readonly<Record<ComplaintView['state'], string>> = {
  open: 'is open; nobody has taken it up yet',
  in_review: 'is in review: we are looking into it',
  resolved: 'is resolved',
  closed: 'is closed',
}

const sayComplaint = (complaint: ComplaintView, { format }: WordsKit): string =>
  [
    `Complaint ${complaint.number} of ${format.date(complaint.created_date)} about ${complaint.product === null ? '' : `the ${complaint.product.name} of `}order ${complaint.order_number} ${stateWords[complaint.state]} (last change ${format.date(complaint.updated_date)}).`,
    ...(complaint.remedy === null ? [] : [`You asked for ${remedyWords[complaint.remedy]}.`]),
  ].join(' ')

export const words: ToolWords<{ complaint_number?: string; order_number?: string }, ComplaintsCard> = {
  ask: {},
  say: ({ complaints }, kit) => complaints.map((complaint) => sayComplaint(complaint, kit)).join('\n'),
  otherwise: {
    complaint: ({ order_number }) =>
      order_number === undefined
        ? 'There is no complaint of yours.'
        : `There is no complaint about order ${order_number}.`,
  },
  unproved: {
    ask: 'To look up your complaint, I need the order number and the e-mail address on the order. What are they?',
  },
  next: () => ['How long does an answer take?', 'I want to talk to a person'],
}
