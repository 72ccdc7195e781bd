import type { Clause } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import { type SlotView, idsOf, mentionsOf } from './filling.ts'
import { withAttributes, withProducts } from './follow-up-clause.ts'
import { asRequest } from './follow-up-request.ts'
import {
  asksForKind,
  saysBoughtBefore,
  supposesItBreaks,
  warrantyTopic,
  whatWarrantyCovers,
} from './follow-up-bought.en.ts'
import { specLimits } from './search-slots.ts'

/** From this score on a clause is what it was read as, whatever is told around it. */
const clearly = 0.8

/** Tasks that ask for goods, in whatever way. */
const ofGoods = new Set<Clause['intent']>(['product_info', 'comparison'])

/**
 * "I bought the X2 last week, number …, and now I need a dock for it, what do you have?": the purchase and its order only
 * tell what it is for.
 */
export function neededForBought({ clause, focus, catalog }: SlotView): readonly Request[] | null {
  const { entities, text, start, intent, score } = clause
  if (entities.remedies.length > 0 || entities.complaintReason !== null) return null
  if (score >= clearly && !ofGoods.has(intent)) return null
  const [bought] = mentionsOf(entities, 'product')
  const needed = mentionsOf(entities, 'category').find((mention) => bought !== undefined && mention.start >= bought.end)
  if (bought === undefined || needed === undefined || idsOf(entities, 'product').length > 1) return null
  if (catalog.get(Number(bought.candidates[0]?.id))?.category === needed.candidates[0]?.id) return null
  const before = text.slice(0, Math.max(0, bought.start - start))
  const between = text.slice(bought.end - start, needed.start - start)
  const after = text.slice(needed.end - start)
  if (!saysBoughtBefore(before) || !asksForKind(between, after)) return null
  const spec = specLimits({ clause, focus, catalog })
  const input = {
    id: Number(bought.candidates[0]?.id),
    category: [String(needed.candidates[0]?.id)],
    ...(spec.found === 'values' && { spec: spec.values[0] }),
  }
  const asked = asRequest({ ...clause, entities: { ...entities, orders: [] } }, 'find_accessories', 'product_info')
  // Settled, so that no document is sought by the words of the story.
  return [{ ...asked, calls: [{ tool: 'find_accessories', input, role: 'answer' }] }]
}

/** "I bought a Tab 11, number …" before "I'd like a keyboard for it": it asks for nothing of its own. */
export function onlyTellsOfPurchase({ text, start, entities, intent }: Clause, next: Clause): boolean {
  const [bought] = mentionsOf(entities, 'product')
  if (bought === undefined || text.includes('?') || ofGoods.has(intent) || !ofGoods.has(next.intent)) return false
  const fault = entities.remedies.length > 0 || entities.complaintReason !== null
  return !fault && next.entities.pronoun && saysBoughtBefore(text.slice(0, Math.max(0, bought.start - start)))
}

/** "And what if it breaks?": the warranty of what is talked about, else what the policy says of it. */
export function ifItBreaks({ clause, focus, catalog }: SlotView): readonly Request[] | null {
  if (!supposesItBreaks(clause.text) || clause.entities.orders.length > 0) return null
  const named = idsOf(clause.entities, 'product').map(Number)
  const [about] = named.length > 0 ? named : focus.products
  const warranty = catalog.link(warrantyTopic).find(({ kind }) => kind === 'attribute')?.candidates[0]?.id
  const product = about === undefined ? undefined : catalog.get(about)
  if (product !== undefined && warranty !== undefined && product.warranty_months > 0) {
    const asked = withAttributes(withProducts(clause, [product.id], catalog), [String(warranty)])
    return [asRequest(asked, 'product_attribute', 'product_info')]
  }
  const input = { q: whatWarrantyCovers, kind: ['faq', 'policy'] }
  return [
    {
      ...asRequest(clause, 'policy_topic', 'general'),
      calls: [{ tool: 'search_documents', input, role: 'answer' }],
    },
  ]
}
