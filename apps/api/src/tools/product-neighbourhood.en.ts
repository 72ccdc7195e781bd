import type { GraphCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'

export const words: ToolWords<{ around?: number }, GraphCard> = {
  ask: { around: 'Around which product?' },
  say: ({ nodes, edges }, { format }) =>
    `${format.number(nodes.length)} nodes and ${format.number(edges.length)} relations.`,
  otherwise: { product: ({ around }) => `There is no product ${around}.` },
  next: () => [],
}
