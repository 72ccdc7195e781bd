import {
  type ComplaintsCard,
  StringEnum,
  complaintReasons,
  complaintVerdict,
  fileComplaint as apply,
  remedies,
} from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { complaintView, ruleContext } from './customer-views.ts'
import { defineWrite } from './define-tool.ts'
import { orderNumber } from './fields.ts'
import { words } from './file-complaint.en.ts'
import { refuse } from './refusal.ts'

const input = Type.Object(
  {
    order_number: orderNumber(),
    text: Type.String({
      minLength: 1,
      maxLength: 2000,
      pattern: '\\S',
      description: "What is wrong, in the customer's words.",
      examples: ['The screen has a crack.'],
    }),
    remedy: Type.Optional(StringEnum(remedies, { description: 'What would make it good.', examples: ['replacement'] })),
    reason: Type.Optional(StringEnum(complaintReasons, { description: 'The kind of thing that is wrong.' })),
    product_id: Type.Optional(Type.Integer({ minimum: 1, description: 'The item of the order that it is about.' })),
  },
  { additionalProperties: false },
)

export const fileComplaint = defineWrite<typeof input, ComplaintsCard>({
  name: 'file_complaint',
  title: 'File a complaint',
  description:
    'Puts on file what is wrong with an order and what would make it good. Proposes first; the customer confirms.',
  intent: 'complaint',
  tasks: ['file_complaint'],
  access: 'customer',
  opens: ({ order_number }) => ({ record: 'order', number: order_number }),
  suits: (state) => state !== 'processing' && state !== 'cancelled',
  input,
  slots: {
    order_number: 'order',
    text: 'story',
    remedy: 'remedy',
    reason: 'complaint_reason',
    product_id: 'order_item',
  },
  asks: ['remedy'],
  card: 'complaints',
  words,
  async propose({ text, remedy, reason = 'other', product_id }, ports, context, { record }) {
    const rules = ruleContext(ports)
    const verdict = complaintVerdict(record, { reason, product_id, remedy }, rules)
    if (!verdict.allowed) return refuse(verdict, record, ports, context)
    const { productId } = verdict
    return {
      outcome: 'proposal',
      record,
      rule: verdict.rule,
      amount: null,
      numbered: 'complaint',
      changes: (number) => apply(record, { number, reason, productId, text, remedy, at: rules.now }),
    }
  },
  committed({ order, complaints }, number, { shop }) {
    const mine = complaints.filter((each) => each.number === number)
    return { kind: 'complaints', complaints: mine.map((each) => complaintView(each, order, shop.format)) }
  },
})
