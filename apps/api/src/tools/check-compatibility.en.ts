import type { FitCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'

export const words: ToolWords<{ id: number; other_id: number }, FitCard> = {
  ask: {
    id: 'Which two products do you want to use together?',
    other_id: 'With which other product do you want to use it?',
  },
  say({ fits, known, products, reasons }) {
    const [one, other] = products.map((product) => product.name)
    const lead = fits
      ? `Yes, the ${one} and the ${other} fit together.`
      : known
        ? `No, the ${one} and the ${other} do not fit together.`
        : `I can't say for sure.`
    return [lead, ...reasons].join(' ')
  },
  otherwise: {
    product: (_input, { id }) => `There is no product ${id}.`,
    same: () => 'That is one and the same product. With which other one do you want to use it?',
  },
  next: ({ products, fits }) =>
    products
      .slice(0, 1)
      .map((product) => (fits ? `Is the ${product.name} in stock?` : `What fits the ${product.name}?`)),
}
