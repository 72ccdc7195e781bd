import type { RelatedCard } from '@marketplace-agent/domain'
import type { WordsKit } from './define-tool.ts'

/** The related products as lines: name, price, and why where that says more than the heading. */
export const relatedLines = (items: RelatedCard['items'], { format }: WordsKit, why: boolean) =>
  items
    .map(({ product, because }) => {
      const rating = product.rating === null ? '' : `, rated ${format.number(product.rating)} stars`
      const reason = why ? ` – ${because.replace(/\.$/, '')}` : ''
      return `- ${product.name}: ${product.price_text}${rating}${product.in_stock ? '' : ', out of stock'}${reason}`
    })
    .join('\n')

export const noSuchProduct = { product: ({ id }: { id: number }) => `There is no product ${id}.` }
