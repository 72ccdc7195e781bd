import type { DocumentCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'

export const words: ToolWords<{ id: string }, DocumentCard> = {
  ask: { id: 'Which document?' },
  say: ({ title }) => `Here is “${title}”.`,
  otherwise: { document: ({ id }) => `There is no document “${id}”.` },
  next: () => [],
}
