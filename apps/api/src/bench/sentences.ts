import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { CallContext, Log } from '@marketplace-agent/domain'
import type { Config } from '../config.ts'
import { openEmbedders, openKnowledge } from '../knowledge.ts'
import { at, microseconds } from './microseconds.ts'
import { mix } from './mix.ts'
import type { PartRow } from './parts.ts'

const chunks = 64

/**
 * What sentence vectors cost: each message is new to the embedder, whose cache would answer otherwise. Null, told in the
 * log, where there is no model.
 */
export async function measureSentences(config: Config, log: Log) {
  const knowledge = await openKnowledge(config, log)
  const embedders = openEmbedders(config, log)
  try {
    const [embedder] = await Promise.all([embedders.better, knowledge.settled])
    if (embedder === null) return null
    const { understander, retriever } = knowledge
    const context: CallContext = { signal: new AbortController().signal, deadline: Infinity, degrade: () => {}, log }
    const messages = Object.values(mix).flat()
    const questions = mix['document'] ?? []
    let count = 0
    const fresh = (texts: readonly string[]) => (index: number) => `${at(texts, index)} ${count++}`
    const message = fresh(messages)
    const question = fresh(questions)
    const decided: string[] = []
    const runs = 300
    const parts: PartRow[] = [
      {
        part: 'embed one message',
        microseconds: await microseconds(runs, (index) => embedder.embed([message(index)], context)),
      },
      {
        part: 'understand one message, cascade',
        microseconds: await microseconds(runs, async (index) => {
          decided.push((await understander.understand(message(index), context)).decidedBy)
        }),
      },
      {
        part: 'retrieve with quotes from the shop’s documents',
        microseconds: await microseconds(runs, (index) => retriever.retrieve(question(index), {}, context)),
      },
      {
        part: 'the same where the question’s vector is known',
        microseconds: await microseconds(runs, (index) => retriever.retrieve(at(questions, index), {}, context)),
      },
    ]
    const texts = retriever.documents().flatMap(({ text }) => text.match(/[\s\S]{1,500}/g) ?? [])
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    await embedder.embed(texts.slice(0, chunks), context)
    delay.disable()
    const byNgrams = decided.filter((by) => by === 'ngram').length
    return { parts, decidedByNgrams: byNgrams / decided.length, worstDelay: delay.max / 1e6 }
  } finally {
    await Promise.all([embedders.close(), knowledge.close()])
  }
}
