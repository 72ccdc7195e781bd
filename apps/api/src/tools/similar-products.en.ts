import type { RelatedCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'
import { noSuchProduct, relatedLines } from './related.en.ts'

export const words: ToolWords<{ id: number; limit?: number }, RelatedCard> = {
  ask: { id: 'Similar to which product?' },
  say: ({ product, items }, kit) =>
    items.length === 0
      ? `There is nothing like the ${product.name} among our products.`
      : `Similar to the ${product.name}, best rated first:\n${relatedLines(items, kit, false)}`,
  otherwise: noSuchProduct,
  next: ({ product, items }) =>
    items[0] === undefined ? ['What do you sell?'] : [`Compare the ${product.name} and the ${items[0].product.name}`],
}
