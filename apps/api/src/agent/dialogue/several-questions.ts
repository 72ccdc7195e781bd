import type { Catalog } from '@marketplace-agent/catalog'
import type { Clause } from '@marketplace-agent/intent'
import { idsOf, mentionsOf } from './filling.ts'
import { withProducts } from './follow-up-clause.ts'
import { piecesOf } from './pieces.en.ts'

/** Tasks that ask something of one product. */
const ofOne = new Set(['product_attribute', 'product_details', 'check_stock'])

const saysWhat = ({ entities }: Clause) =>
  mentionsOf(entities, 'attribute').length + mentionsOf(entities, 'value').length > 0

/**
 * "How much is the Tab 11 and does it have a pen?": each question of a product by itself, where one of them names no fact
 * that the shop has a name for and would be lost beside the others.
 */
export function eachQuestion(clause: Clause, catalog: Catalog): readonly Clause[] {
  const { text, start, entities, task, confident } = clause
  if (!confident || !ofOne.has(task)) return [clause]
  const products = idsOf(entities, 'product').map(Number)
  if (products.length > 1) return [clause]
  const pieces = piecesOf(text)
  if (pieces.length < 2) return [clause]
  const each = pieces.map((piece): Clause => {
    const [from, to] = [start + piece.start, start + piece.end]
    const mentions = entities.mentions.filter((mention) => mention.start >= from && mention.end <= to)
    const part: Clause = {
      ...clause,
      text: text.slice(piece.start, piece.end),
      start: from,
      end: to,
      task: 'product_attribute',
      intent: 'product_info',
      entities: { ...entities, mentions },
    }
    return mentionsOf(part.entities, 'product').length > 0 || products.length === 0
      ? part
      : withProducts(part, products, catalog)
  })
  return each.every(saysWhat) ? [clause] : each
}
