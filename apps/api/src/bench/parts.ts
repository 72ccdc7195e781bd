import type { CallContext } from '@marketplace-agent/domain'
import type { Services } from '../services.ts'
import { at, microsecondsByTurns } from './microseconds.ts'
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
  const parts: readonly { readonly part: string; readonly calls: number; call(index: number): unknown }[] = [
    { part: 'classify one text', calls: 400, call: (index) => understander.classify(at(messages, index)) },
    {
      part: 'understand one message, n-grams alone',
      calls: 100,
      call: (index) => understander.read(at(messages, index)),
    },
    {
      part: 'retrieve with quotes from the shop’s documents',
      calls: 100,
      call: (index) => retriever.retrieve(at(questions, index), {}, context),
    },
  ]
  const times = await microsecondsByTurns(parts)
  return parts.map(({ part }, i) => ({ part, microseconds: times[i] ?? Number.NaN }))
}
