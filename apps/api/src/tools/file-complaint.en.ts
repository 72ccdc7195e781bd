import type { ComplaintReason, ComplaintsCard, Remedy } from '@marketplace-agent/domain'
import { reasonWords, remedyWords } from './complaint.en.ts'
import type { WriteWords } from './define-tool.ts'
import { explainRefusal, refusalWords } from './refusal.en.ts'

interface Input {
  order_number: string
  text: string
  remedy?: Remedy
  reason?: ComplaintReason
  product_id?: number
}

export const words: WriteWords<Input, ComplaintsCard> = {
  ask: {
    order_number: "I'm sorry about that. Which order is it about? Please give me its number.",
    text: "I'm sorry that something went wrong. What is wrong, in your own words?",
    remedy: 'What would make it good: a repair, a replacement, an apology or your money back?',
  },
  unproved: {
    lead: "I'm sorry to hear that.",
    ask: 'To put it on file, I need the order number and the e-mail address on the order. What are they?',
    tail: ({ contact }) =>
      `If it isn't about an order, or you'd rather talk to a person, our team is there for you: ${contact}.`,
    next: ['I want to talk to a person'],
  },
  proposal({ record: { order } }, changes) {
    const complaint = changes.flatMap((change) => (change.record === 'complaint' ? [change.after] : []))[0]
    const item = order.items.find(({ product_id }) => product_id === complaint?.product_id)
    const about = item === undefined ? `order ${order.number}` : `the ${item.name} of order ${order.number}`
    const remedy = complaint?.remedy === undefined ? null : remedyWords[complaint.remedy]
    const reason = complaint === undefined ? '' : reasonWords[complaint.reason]
    return {
      summary: `I would file a complaint about ${about} (${reason})${remedy === null ? '' : ` and ask for ${remedy}`}.`,
      before: [{ label: 'Complaint', text: 'none' }],
      after: [
        { label: 'About', text: about },
        { label: 'Reason', text: reason },
        { label: 'What is wrong', text: complaint?.text ?? '' },
        ...(remedy === null ? [] : [{ label: 'Wanted', text: remedy }]),
      ],
    }
  },
  say: ({ complaints: [complaint] }) =>
    complaint === undefined
      ? ''
      : `Done: your complaint about order ${complaint.order_number} is filed under ${complaint.number}${complaint.remedy === null ? '' : `, with ${remedyWords[complaint.remedy]} as what you want`}. Please keep the number; you get it by e-mail, too.`,
  otherwise: refusalWords,
  explain: explainRefusal,
  mail: ({ complaints: [complaint] }, { shopName, contact }) => ({
    subject: `Your complaint ${complaint?.number ?? ''}`,
    text: [
      'Hello,',
      `we have your complaint about order ${complaint?.order_number ?? ''}.`,
      [
        `Complaint number: ${complaint?.number ?? ''}`,
        `What you told us: ${complaint?.text ?? ''}`,
        ...(complaint?.remedy ? [`What you want: ${remedyWords[complaint.remedy]}`] : []),
      ].join('\n'),
      `If this wasn't you, please tell us at once: ${contact}.`,
      shopName,
    ].join('\n\n'),
  }),
  next: ({ complaints: [complaint] }) => [
    ...(complaint === undefined ? [] : [`What is the status of ${complaint.number}?`]),
    'How long does an answer take?',
  ],
}
