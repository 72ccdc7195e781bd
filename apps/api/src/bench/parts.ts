import type { CallContext } from '@marketplace-agent/domain'
import type { Services } from '../services.ts'
import { at, microseconds } from './microseconds.ts'
import { mix } from './mix.ts'

export interface PartRow {
  readonly part: string
  readonly microseconds: number
}

/** Understanding and retrieval without HTTP, over the fixed mix. */
export async function measureParts({ understander, retriever, log }: Services): Promise<PartRow[]> {
  const messages = Object.values(mix).flat()
  const questions = mix['document'] ?? []
  const context: CallContext = { signal: new AbortController().signal, deadline: Infinity, degrade: () => {}, log }
  return [
    {
      part: 'classify one text',
      microseconds: await microseconds(2000, (index) => understander.classify(at(messages, index))),
    },
    {
      part: 'understand one message, n-grams alone',
      microseconds: await microseconds(2000, (index) => understander.read(at(messages, index))),
    },
    {
      part: 'retrieve with quotes from the shop’s documents',
      microseconds: await microseconds(500, (index) => retriever.retrieve(at(questions, index), {}, context)),
    },
  ]
}
