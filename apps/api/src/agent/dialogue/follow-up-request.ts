import type { Catalog } from '@marketplace-agent/catalog'
import type { Intent } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { SearchInput } from '../../tools/search-input.ts'
import type { Made, Request } from '../request.ts'
import { contentWords } from './content-words.en.ts'
import { purposeIn } from './feature-words.en.ts'
import { type SlotView, whole } from './filling.ts'
import { withProducts } from './follow-up-clause.ts'
import { leaningOf } from './follow-up-reference.ts'
import { placeOfTheOne } from './follow-up-words.en.ts'
import { attributes, claim, sort } from './product-slots.ts'
import { type Routed, routeTask } from './route-task.ts'
import { isOffered, unheardOf } from './unheard-of.en.ts'

/** A request that the dialogue is sure of. Whatever the clause was said as, it asks for this. */
export const asRequest = (clause: Clause, task: string, intent: Intent): Request => ({
  clause: { ...clause, act: 'ask', task, intent },
  task,
  intent,
  confident: true,
})

export function routed(clause: Clause, catalog: Catalog): Request {
  const { task, intent, confident } = routeUnheardOf(clause, catalog) ?? routeTask(clause)
  return { clause: task === clause.task ? clause : { ...clause, task, intent }, task, intent, confident }
}

/** What is asked of a thing that the shop doesn't have: whether ours fit it, whether we sell it. */
function routeUnheardOf(clause: Clause, catalog: Catalog): Routed | null {
  const { task, confident } = clause
  if (task === 'check_compatibility' && confident && unheardOf(clause, catalog) !== null)
    return { task, intent: 'product_info', confident }
  return (!confident || task === 'chitchat' || task === 'out_of_scope') && isOffered(clause, catalog)
    ? { task: 'list_categories', intent: 'product_info', confident: true }
    : null
}

export const search = (clause: Clause, input: SearchInput): Request => ({
  ...asRequest(clause, 'search_products', 'product_info'),
  calls: [{ tool: 'search_products', input, role: 'answer' }],
})

/** Products put side by side by what a clause asks of them: it is all that is to be told. */
export function comparison({ clause, focus, catalog }: SlotView, ids: readonly number[]): Request {
  const request = asRequest(withProducts(clause, ids, catalog), 'compare_products', 'comparison')
  const view: SlotView = { clause: request.clause, focus, catalog }
  const fields = Object.entries({
    facts: attributes(view),
    sort: sort(view),
    purpose: whole(purposeIn(view.clause)),
    claim: claim(view),
  }).flatMap(([field, filling]) => (filling.found === 'values' ? [[field, filling.values[0]] as const] : []))
  const input = { ids: [...ids], ...Object.fromEntries(fields) }
  return { ...request, calls: [{ tool: 'compare_products', input, role: 'answer' }] }
}

/** Whether a clause says nothing but what it names. */
export const namesOnly = (clause: Clause) => contentWords(clause) === '' && leaningOf(clause.entities) === null

/** A clause with what it points at named: what it was picked out by is not asked of it ("is the cheapest one in stock?"). */
export function named(clause: Clause, pointed: readonly number[], catalog: Catalog): Clause {
  const { text, start } = clause
  const place = placeOfTheOne(text)
  if (place === null) return withProducts(clause, pointed, catalog)
  const at = { start: start + place.start, end: start + place.end }
  const { entities } = withProducts(clause, pointed, catalog, at)
  if (clause.entities.ordinal !== null) return { ...clause, entities }
  const by = leaningOf(entities)?.by
  const mentions = entities.mentions.filter(
    ({ kind, candidates, start: from, end: to }) =>
      kind === 'product' ||
      kind === 'category' ||
      (kind === 'attribute' && candidates[0]?.id !== by) ||
      (kind === 'value' && (to <= at.start || from >= at.end)),
  )
  return { ...clause, entities: { ...entities, mentions, sort: null, comparative: null } }
}

/** What only says which products are meant asks for them, and for no document beside. */
export function pointedOut(view: SlotView, ids: readonly number[]): Request {
  const clause = named(view.clause, ids, view.catalog)
  if (ids.length > 1) return comparison({ ...view, clause }, ids)
  const call: Made = { tool: 'product_details', input: { id: ids[0] }, role: 'answer' }
  return { ...asRequest(clause, 'product_details', 'product_info'), calls: [call] }
}
