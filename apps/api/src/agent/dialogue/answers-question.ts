import type { Clause } from '@marketplace-agent/intent'
import { contentWords } from './content-words.en.ts'
import { meansBoth, soundsLikeQuestion } from './wording.en.ts'
import type { OpenQuestion } from './conversation.ts'
import { mentionsOf, ordersOf } from './filling.ts'

/** An answer to a question is short; more words than this ask something of their own. */
const mostAnswerWords = 6

/** How many words a masked text has beside the numbers, names and addresses in it. */
export const wordsBesideEntities = (masked: string): number =>
  masked.replace(/\{[a-z_]+\}/g, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu)?.length ?? 0

/** Acts that never answer what was asked. */
const elsewhere = new Set<Clause['act']>(['cancel', 'repeat', 'person', 'greet', 'thank', 'no'])

/** Intents of a clause that asks something of its own, where free words were asked for. */
const asksItself = ({ act, confident, intent, text }: Clause) =>
  text.trimEnd().endsWith('?') || (act === 'ask' && confident && (intent === 'product_info' || intent === 'comparison'))

/** "The watch": a product or a kind of product by itself, which would be looked up where nothing was asked. */
const justNames = (clause: Clause) =>
  !clause.text.includes('?') && mentionsOf(clause.entities, 'attribute').length === 0 && contentWords(clause) === ''

/** Whether a clause gives what an open question asked for, and little else. */
export function answersQuestion(clause: Clause, { field, request }: Pick<OpenQuestion, 'field' | 'request'>): boolean {
  const { entities, act } = clause
  const names = mentionsOf(entities, 'product').length > 0
  const kinds = mentionsOf(entities, 'category').length > 0
  // "The dripper, I just don't need it" sounds like a no, but names what was asked for.
  const named =
    field === 'items' && (names || kinds || meansBoth(clause.text) || (act === 'thank' && contentWords(clause) !== ''))
  const written = field === 'address' && entities.address !== null
  if (elsewhere.has(act) && !named && !written) return false
  // Which order is meant is settled where something else of it is asked: another is for a request of its own.
  const mine = ordersOf(request)
  const another =
    mine.length > 0 && entities.orders.length > 0 && !entities.orders.some((number) => mine.includes(number))
  if (another && field !== 'order_number') return false
  const short = wordsBesideEntities(clause.masked) <= mostAnswerWords && !clause.text.includes('?')
  const asksElse = act === 'ask' && clause.confident && clause.task !== request.task
  switch (field) {
    case 'order_number':
      return (
        entities.orders.length > 0 ||
        (short &&
          (entities.trackingNumbers.length > 0 ||
            (!asksItself(clause) && (entities.ordinal !== null || names || kinds))))
      )
    case 'tracking_number':
      return short && entities.trackingNumbers.length + entities.orders.length > 0
    case 'items':
      return (
        (justNames(clause) || !asksItself(clause)) &&
        ((names && !soundsLikeQuestion(clause.text)) ||
          kinds ||
          entities.everything ||
          entities.quantities.length > 0 ||
          entities.ordinal !== null ||
          meansBoth(clause.text) ||
          (short && !asksElse && !soundsLikeQuestion(clause.text)))
      )
    case 'text':
      return !asksItself(clause)
    case 'remedy':
      return entities.remedies.length > 0 || (short && !clause.confident)
    case 'address':
      return entities.address !== null
    default:
      return short && (names || (field === 'category' && kinds))
  }
}
