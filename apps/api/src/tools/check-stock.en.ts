import type { StockCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'

export const words: ToolWords<{ ids: number[] }, StockCard> = {
  ask: { ids: 'Which product shall I look up in our stock?' },
  say: ({ items }, { format }) =>
    items
      .map((item) =>
        item.in_stock
          ? `The ${item.name} is in stock: ${format.number(item.quantity)} left, ${item.price_text} each.`
          : `The ${item.name} is out of stock at the moment.`,
      )
      .join('\n'),
  otherwise: { product: (_input, { id }) => `There is no product ${id}.` },
  next: ({ items }) => {
    const gone = items.find((item) => !item.in_stock)
    const [first] = items
    if (gone !== undefined) return [`What is similar to the ${gone.name}?`]
    return first === undefined ? [] : [`Tell me more about the ${first.name}`, 'How long does delivery take?']
  },
}
