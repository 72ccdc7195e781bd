import type { RelatedCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'
import { noSuchProduct, relatedLines } from './related.en.ts'

export const words: ToolWords<{ id: number; limit?: number }, RelatedCard> = {
  ask: { id: 'Which product do you have now?' },
  say({ product, items }, kit) {
    const newer = items.filter((item) => item.relation === 'newer')
    const older = items.filter((item) => item.relation === 'older')
    return [
      newer.length === 0
        ? `The ${product.name} is the newest model of its line here.`
        : `The ${product.name} has been followed by:\n${relatedLines(newer, kit, false)}`,
      ...(older.length === 0 ? [] : [`Before it came:\n${relatedLines(older, kit, false)}`]),
    ].join('\n')
  },
  otherwise: noSuchProduct,
  next: ({ product, items }) =>
    items[0] === undefined
      ? [`What is similar to the ${product.name}?`]
      : [`Compare the ${product.name} and the ${items[0].product.name}`],
}
