import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
// oxlint-disable-next-line no-restricted-imports -- run by hand; no part of the app
import { type Embedder, openEmbedder } from '@marketplace-agent/llm'
import { quietContext } from '@marketplace-agent/llm/testing'
import { type LearnedReranking, learnReranking } from '../learn/learn-reranking.ts'
import { at, synonymsOf } from './language.ts'

/**
 * `node packages/rag/src/testing/learn-weights.ts --models FOLDER [--cache FOLDER]` learns the re-ranker's weights on
 * data/eval/retrieval, writes them to rerank/learned-weights.ts and prints how they do on each set, left out and not.
 */

const sets = ['catalogue', 'names', 'faq', 'passages']

function print(kind: string, learned: LearnedReranking): void {
  process.stdout.write(`\n${kind.padEnd(12)} fused  left out  learned (nDCG@10)\n`)
  for (const { set, fused, leftOut, learned: all } of learned.sets) {
    process.stdout.write(`${set.padEnd(12)} ${fused.toFixed(3)}  ${leftOut.toFixed(3)}     ${all.toFixed(3)}\n`)
  }
}

const { values } = parseArgs({ options: { models: { type: 'string' }, cache: { type: 'string' } } })
if (values.models === undefined) throw new Error('Say where the models are: --models FOLDER.')
const { log } = quietContext()
const opened = openEmbedder({ kind: 'minilm', source: { modelsFolder: values.models }, log })
const better = await opened.better
if (better === null) throw new Error(`There is no usable model in ${values.models}.`)

const synonyms = await synonymsOf('en')
const learn = async (embedder: Embedder) => {
  const learned = await learnReranking({
    folders: sets.map((name) => at(`data/eval/retrieval/${name}`).pathname),
    embedder,
    synonyms,
    vectorCache: values.cache ?? null,
    log,
  })
  print(embedder.kind, learned)
  return learned.weights
}
const weights = { lexical: await learn(opened.first), semantic: await learn(better) }
await opened.close()

const source = Object.entries(weights).map(([kind, own]) => {
  const lines = Object.entries(own).map(([name, weight]) => `    ${name}: ${weight},\n`)
  return `  ${kind}: {\n${lines.join('')}  },\n`
})
await writeFile(
  new URL('../rerank/learned-weights.ts', import.meta.url),
  `import type { Embedder } from '@marketplace-agent/llm'
import type { FeatureWeights } from '../rank/features.ts'

/** Made by \`testing/learn-weights.ts\`; not written by hand. */
export const learnedWeights: Readonly<Record<Embedder['kind'], FeatureWeights>> = {
${source.join('')}}
`,
)
