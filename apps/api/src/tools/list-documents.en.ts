import type { DocumentsCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'

export const words: ToolWords<{ product_id?: number }, DocumentsCard> = {
  ask: {},
  say: ({ items }) =>
    items.length === 0 ? 'There is no document about it.' : `There is: ${items.map(({ title }) => title).join('; ')}.`,
  otherwise: { product: ({ product_id }) => `There is no product ${product_id}.` },
  next: () => [],
}
