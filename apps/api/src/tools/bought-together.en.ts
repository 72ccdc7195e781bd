import type { RelatedCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'
import { noSuchProduct, relatedLines } from './related.en.ts'

export const words: ToolWords<{ id: number; limit?: number }, RelatedCard> = {
  ask: { id: 'Bought together with which product?' },
  say: ({ product, items }, kit) =>
    items.length === 0
      ? `I don't know of anything that is often bought with the ${product.name}.`
      : `Often bought with the ${product.name}:\n${relatedLines(items, kit, false)}`,
  otherwise: noSuchProduct,
  next: ({ product, items }) => [
    ...(items[0] === undefined ? [] : [`Tell me more about the ${items[0].product.name}`]),
    `What fits the ${product.name}?`,
  ],
}
