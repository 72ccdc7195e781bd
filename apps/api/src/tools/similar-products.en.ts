import type { RelatedCard } from '@marketplace-agent/domain'
import { sayAhead } from './compare-answer.en.ts'
import type { ToolWords, WordsKit } from './define-tool.ts'
import { lowerFirst } from './lower-first.en.ts'
import { noSuchProduct, relatedLines } from './related.en.ts'

/** "Is cheaper", "has a lower weight". */
function aheadWords(ahead: string, { catalog }: WordsKit): string {
  const [id, descending] = [ahead.replace(/^-/, ''), ahead.startsWith('-')]
  const label = lowerFirst(catalog.spec(id)?.label ?? id)
  return sayAhead(id, descending) ?? `has a ${descending ? 'higher' : 'lower'} ${label}`
}

export const words: ToolWords<{ id: number; ahead?: string; limit?: number }, RelatedCard> = {
  ask: { id: 'Similar to which product?' },
  say({ product, items }, kit, { ahead }) {
    const lines = relatedLines(items, kit, false)
    if (ahead === undefined) {
      return items.length === 0
        ? `There is nothing like the ${product.name} among our products.`
        : `Similar to the ${product.name}, best rated first:\n${lines}`
    }
    const how = aheadWords(ahead, kit)
    return items.length === 0
      ? `Nothing that is similar to the ${product.name} (${product.price_text}) ${how}.`
      : `Each of these is similar to the ${product.name} (${product.price_text}) and ${how}, best rated first:\n${lines}`
  },
  otherwise: noSuchProduct,
  next: ({ product, items }) =>
    items[0] === undefined ? ['What do you sell?'] : [`Compare the ${product.name} and the ${items[0].product.name}`],
}
