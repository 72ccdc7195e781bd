import type { Intent } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import { contentWords } from './content-words.en.ts'
import type { Asked } from './conversation.ts'
import { type SlotView, idsOf, mentionsOf } from './filling.ts'
import { again, ofKinds } from './follow-up-clause.ts'
import { asRequest } from './follow-up-request.ts'
import { addedBy, askedWith } from './goes-on.en.ts'
import { asksPrice } from './follow-up-words.en.ts'

const ofGoods = new Set<Intent>(['product_info', 'comparison'])

/** Whether a question was about a policy, and no product. */
const isOfPolicy = ({ intent, products, made }: Asked) =>
  !ofGoods.has(intent) &&
  products.length === 0 &&
  made.some(({ tool, role }) => tool === 'search_documents' && role === 'answer')

const namesRecord = ({ entities: { orders, refunds, complaints, trackingNumbers, emails } }: Clause) =>
  orders.length + refunds.length + complaints.length + trackingNumbers.length + emails.length > 0

/** The same question, with what a clause adds; a product stands for its kind, which is what policies are about. */
function asAdded(asked: Asked, added: string, { clause, catalog }: SlotView): Clause {
  const named = mentionsOf(clause.entities, 'category')
  const [first] = named
  // "Can I send back coffee?", "and for drippers?": one kind takes the place of the other.
  if (first !== undefined && mentionsOf(asked.clause.entities, 'category').length > 0) {
    const words = clause.text.slice(first.start - clause.start, first.end - clause.start)
    return again(asked.clause, { mentions: named, words }, catalog)
  }
  const kinds = idsOf(clause.entities, 'product').flatMap((id) => catalog.get(Number(id))?.category ?? [])
  const text = askedWith(asked.clause.text, added, asked.clause.entities.continuation)
  const mentions = clause.entities.mentions.filter(({ kind }) => kind === 'category')
  const whole = {
    ...clause,
    text,
    masked: text,
    start: 0,
    end: text.length,
    entities: {
      ...clause.entities,
      mentions: mentions.map((mention) => ({ ...mention, start: text.length, end: text.length })),
      pronoun: false,
      continuation: true,
    },
  }
  return ofKinds(whole, [...new Set(kinds)])
}

/**
 * "And to Canada?", "n if I order for 60?", "and for earbuds?", "and what does that cost?" after a question that a policy
 * answered: that goes on.
 */
export function topicGoesOn(view: SlotView): readonly Request[] | null {
  const { clause, focus } = view
  const asked = focus.asked.at(-1)
  if (asked === undefined || focus.topic === null || !isOfPolicy(asked) || namesRecord(clause)) return null
  const added = addedBy(clause.text)
  if (added !== null) return [asRequest(asAdded(asked, added, view), asked.task, asked.intent)]
  const { mentions, pronoun } = clause.entities
  const names = mentions.some(({ kind }) => kind === 'product' || kind === 'category' || kind === 'brand')
  if (names || !pronoun) return null
  // "What does that cost?" is asked of what the policy was about; anything else of goods is asked of goods.
  const attributes = mentionsOf(clause.entities, 'attribute')
  const ofPrice = asksPrice(clause.text) && attributes.every(({ candidates }) => candidates[0]?.id === 'price')
  const short = contentWords(clause).split(' ').length <= 2
  if (ofPrice ? !ofGoods.has(clause.intent) : clause.confident || !short || attributes.length > 0) return null
  return [asRequest({ ...clause, entities: { ...clause.entities, mentions: [] } }, asked.task, asked.intent)]
}
