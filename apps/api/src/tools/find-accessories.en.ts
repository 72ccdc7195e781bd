import type { RelatedCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'
import { lowerFirst } from './lower-first.en.ts'
import { noSuchProduct, relatedLines } from './related.en.ts'

export const words: ToolWords<{ id: number; category?: string[]; limit?: number }, RelatedCard> = {
  ask: { id: 'For which product? Tell me its name and I look up what fits.' },
  say({ product, items }, kit, { category }) {
    const kind =
      category === undefined
        ? 'nothing'
        : `no ${kit.format.list(category.map((id) => lowerFirst(kit.catalog.category(id)?.name ?? id)))}`
    if (items.length === 0) return `I know of ${kind} among our products that fits the ${product.name}.`
    const lead =
      items[0]?.relation === 'host'
        ? `The ${product.name} fits these:`
        : `These fit the ${product.name}, best rated first:`
    return `${lead}\n${relatedLines(items, kit, true)}`
  },
  otherwise: noSuchProduct,
  next: ({ product, items }) => [
    ...(items[0] === undefined ? [] : [`Tell me more about the ${items[0].product.name}`]),
    `What is bought together with the ${product.name}?`,
  ],
}
