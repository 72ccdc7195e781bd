import { join } from 'node:path'
import { loadShop } from '@marketplace-agent/catalog'
import { OperatorError } from '@marketplace-agent/domain'
import { createCrossEncoderReranker, evaluateRetrieval, readRetrievalSet, sweepRetrieval } from '@marketplace-agent/rag'
import type { Config } from '../../config.ts'
import { openCrossEncoder, openEmbedders, readSynonyms } from '../../knowledge.ts'
import { retrievalTable, sweepTable } from '../eval-tables.ts'
import { type Evaluation, readTextFile, setOf } from './evaluation.ts'

const sweepUsage = '--sweep takes lists such as chunk=200,500,1000 k=1,3,5,10'

/** `chunk=200,500 k=1,3` -> the numbers of each. */
function readSweep(text: string) {
  const lists = new Map(
    text
      .trim()
      .split(/\s+/)
      .map((each) => each.split('=', 2) as [string, string | undefined]),
  )
  const numbers = (name: string, usual: readonly number[], most: number) => {
    const list = lists.get(name)?.split(',').map(Number) ?? usual
    lists.delete(name)
    if (list.length === 0 || !list.every((number) => Number.isInteger(number) && number >= 1 && number <= most))
      throw new OperatorError(`${sweepUsage}; "${name}" takes whole numbers from 1 to ${most}.`)
    return list
  }
  const sweep = { chunk: numbers('chunk', [200, 500, 1000], 10_000), k: numbers('k', [1, 3, 5, 10], 100) }
  if (lists.size > 0) throw new OperatorError(`${sweepUsage}; "${[...lists.keys()].join(', ')}" is none.`)
  return sweep
}

/** Questions about the shop's own documents, a line each. */
async function ownQuestions(file: string, { shopFolder }: Config) {
  const [text, { documents }] = await Promise.all([readTextFile(file), loadShop(shopFolder)])
  return { source: { documents, questions: text.split('\n'), file }, set: setOf(text) }
}

async function setIn(folder: string) {
  const { documents, queries, judgements } = await readRetrievalSet(folder)
  const judged = [...judgements].map(([query, own]) => [query, ...own])
  return {
    source: { folder },
    set: setOf(
      [documents, queries, judged]
        .flat()
        .map((each) => JSON.stringify(each))
        .join('\n'),
    ),
  }
}

export const retrieval: Evaluation = {
  usage: `retrieval FOLDER [--sweep chunk=200,500,1000 k=1,3,5,10]     corpus.jsonl, queries.jsonl, qrels.tsv (BEIR layout)
npm run -s eval -- retrieval FILE.jsonl --sweep …     {question, documents} a line, about the shop's documents`,
  async run({ config, paths, options, log, progress }) {
    const [folder = '', ...more] = paths
    const sweep = options.sweep === undefined ? null : readSweep([options.sweep, ...more].join(' '))
    // Before a model is looked for, so that what is wrong with the set is told at once.
    const isOwn = sweep !== null && folder.endsWith('.jsonl')
    const { source, set } = isOwn ? await ownQuestions(folder, config) : await setIn(folder)
    const embedders = openEmbedders(config, log)
    const scorer = await openCrossEncoder(config, log)
    try {
      const settings = {
        ...(scorer !== null && { reranker: createCrossEncoderReranker(scorer) }),
        embedder: (await embedders.better) ?? embedders.first,
        synonyms: await readSynonyms(config),
        vectors: config.vectorIndex,
        vectorCache: join(config.cacheFolder, 'evaluation'),
        log,
        onProgress: progress('texts and questions'),
      }
      if (sweep !== null) {
        const report = await sweepRetrieval({ ...settings, ...sweep, source })
        return { report, set, table: () => sweepTable(report) }
      }
      const report = await evaluateRetrieval(folder, settings)
      return { report, set, table: () => retrievalTable(report) }
    } finally {
      await embedders.close()
      await scorer?.close()
    }
  },
}
