import type { Catalog } from '@marketplace-agent/catalog'
import type { ListedOrder } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { AnyTool } from '../tools/define-tool.ts'
import { askWords } from './ask-back.en.ts'
import { contentWords } from './dialogue/content-words.en.ts'
import type { Claim } from './dialogue/conversation.ts'
import { type Filled, fill } from './dialogue/fill.ts'
import { type SlotView, mentionsOf } from './dialogue/filling.ts'
import { unheardOf } from './dialogue/unheard-of.en.ts'
import { proofWords } from './identify.en.ts'
import type { Question } from './request.ts'

/** A tool that serves a task, and its input as far as it is known. */
export interface Tried {
  readonly tool: AnyTool
  readonly filled: Filled
}

/** Most products that a question names to choose from. */
const mostChoices = 4

/** The products that may be meant: by words that fit several, or by a kind of which there are few ("the hub"). */
function choicesOf({ tool, filled }: Tried, clause: Clause, catalog: Catalog): readonly number[] {
  if (filled.state === 'several') return filled.products.slice(0, mostChoices)
  const [kind] = mentionsOf(clause.entities, 'category')
  const slot = filled.state === 'missing' ? tool.slots[filled.field] : undefined
  if (kind === undefined || slot === undefined || !slot.includes('product')) return []
  const category = String(kind.candidates[0]?.id)
  const { total, items } = catalog.query({ categories: [category], limit: mostChoices })
  return total > 1 && total <= mostChoices ? items.map(({ id }) => id) : []
}

/** Asks for an input of a tool, naming what there is to choose from. */
export function questionFor(request: number, tried: Tried, clause: Clause, catalog: Catalog): Question {
  const { tool, filled } = tried
  const field = filled.state === 'ready' ? '' : filled.field
  const names = choicesOf(tried, clause, catalog).flatMap((id) => catalog.get(id)?.name ?? [])
  const ask: string = tool.words.ask[field] ?? tool.title
  const isProduct = tool.slots[field]?.includes('product') === true
  // What the shop doesn't have is told before the answers.
  const unknown = isProduct && unheardOf(clause, catalog) === null ? contentWords(clause) : ''
  const askOne = unknown === '' ? ask : askWords.unknown(unknown, ask)
  const text = names.length > 0 ? askWords.whichOne(names) : askOne
  return { request, tool: tool.name, field, text, suggestions: names }
}

/** Asks for the half of a proof that isn't given yet, or for both. */
export function proofQuestion(request: number, { tool }: Tried, claim: Claim, view: SlotView): Question {
  const filling = Object.entries(tool.slots).find(([, slot]) => slot === 'order')
  const order = filling === undefined ? undefined : fill({ ...tool, asks: [] }, view)
  const named = view.clause.entities.orders[0] ?? view.before?.flatMap(({ entities }) => entities.orders)[0]
  const number = named ?? claim.numbers[0]?.number ?? (order?.state === 'ready' ? view.focus.order : null)
  const text =
    number !== null && number !== undefined
      ? proofWords.email(number)
      : claim.email !== null
        ? proofWords.number
        : (tool.words.unproved?.ask ?? proofWords.both)
  return { request, tool: tool.name, field: 'proof', text, suggestions: tool.words.unproved?.next ?? [] }
}

/** Asks which order is meant, naming those there are; or for another input of a tool about an order. */
export function orderQuestion(
  request: number,
  tried: Tried,
  clause: Clause,
  catalog: Catalog,
  orders: readonly ListedOrder[] = [],
): Question {
  const { tool, filled } = tried
  const question = questionFor(request, tried, clause, catalog)
  if (filled.state !== 'missing' || tool.slots[filled.field] !== 'order') return question
  const suitable = orders.filter(({ state }) => tool.suits?.(state) ?? true)
  const choices = (suitable.length > 0 ? suitable : orders).slice(0, mostChoices)
  return { ...question, suggestions: choices.map(({ number }) => number) }
}
