import type { GraphCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'

export const words: ToolWords<{ from: number; to: number }, GraphCard> = {
  ask: { from: 'From which product?', to: 'To which product?' },
  say: ({ nodes, edges }) =>
    [`${nodes.map((node) => node.label).join(' → ')}.`, ...edges.map((edge) => edge.because)].join(' '),
  otherwise: {
    product: (_input, { id }) => `There is no product ${id}.`,
    path: () => 'No short way leads from one to the other.',
  },
  next: () => [],
}
