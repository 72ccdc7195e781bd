import type { CategoriesCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'
import { inSentence } from './lower-first.en.ts'

export const words: ToolWords<Record<never, never>, CategoriesCard> = {
  ask: {},
  say: ({ categories, brands }, { format, shopName }) =>
    [
      `At ${shopName} you find ${format.list(categories.map(({ label, count }) => `${inSentence(label)} (${format.number(count)})`))}.`,
      `Brands: ${format.list(brands.map(({ label }) => label))}.`,
    ].join(' '),
  otherwise: {},
  next: ({ categories }) => categories.slice(0, 2).map(({ label }) => `Show me your ${inSentence(label)}`),
}
