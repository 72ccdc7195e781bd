import type { RelatedCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'
import { inSentence } from './lower-first.en.ts'
import { noSuchProduct, relatedLines } from './related.en.ts'
import { idsWith } from './spec-filter.ts'

export const words: ToolWords<{ id: number; category?: string[]; spec?: string[]; limit?: number }, RelatedCard> = {
  ask: { id: 'For which product? Tell me its name and I look up what fits.' },
  say({ product, items }, kit, { category, spec }) {
    const fitting =
      category === undefined
        ? 'nothing among our products that fits'
        : `no ${kit.format.list(category.map((id) => inSentence(kit.catalog.category(id)?.name ?? id)))} among our products that fit`
    if (items.length === 0) return `I know of ${fitting} the ${product.name}.`
    const lead =
      items[0]?.relation === 'host'
        ? `The ${product.name} fits these:`
        : `These fit the ${product.name}, best rated first:`
    const having = spec === undefined ? null : idsWith(spec, kit.catalog)
    const without = having !== null && !items.some((item) => having.has(item.product.id))
    const missed = without ? 'Nothing that fits has all you asked for. ' : ''
    return `${missed}${lead}\n${relatedLines(items, kit, true)}`
  },
  otherwise: noSuchProduct,
  next: ({ product, items }) => [
    ...(items[0] === undefined ? [] : [`Tell me more about the ${items[0].product.name}`]),
    `What is bought together with the ${product.name}?`,
  ],
}
