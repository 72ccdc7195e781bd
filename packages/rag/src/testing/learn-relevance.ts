import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { loadShop } from '@marketplace-agent/catalog'
// oxlint-disable-next-line no-restricted-imports -- run by hand; no part of the app
import { type Embedder, openEmbedder } from '@marketplace-agent/llm'
import { quietContext } from '@marketplace-agent/llm/testing'
import { type AnswerLine, evaluateAnswers, readAnswerLines } from '../evaluate/evaluate-answers.ts'
import {
  type AskedQuestion,
  type FoundPassage,
  learnRelevance,
  type LearnedRelevance,
} from '../learn/learn-relevance.ts'
import { openRetriever } from '../open-retriever.ts'
import { type Evidence, evidenceOf, type Known, type RelevanceWeights } from '../rank/evidence.ts'
import { createRelevance, type Relevance } from '../rank/relevance.ts'
import { usualRelevanceFloor } from '../retriever.ts'
import { at, synonymsOf } from './language.ts'

/**
 * `node packages/rag/src/testing/learn-relevance.ts --models FOLDER` learns how surely a passage speaks of what was asked,
 * on the tuning half of data/eval/answers and the other questions to the demo shop, each answerable one also to the
 * documents without those that answer it; writes the weights to rank/learned-relevance.ts, and prints how they do on
 * questions that were left out, and on the test half.
 */

const evidence: Readonly<Record<Known, readonly Evidence[]>> = {
  words: ['words', 'counted', 'heading', 'polar'],
  passages: ['words', 'beyondTitle', 'rarest', 'polar', 'howTo', 'passage'],
  sentences: ['words', 'beyondTitle', 'rarest', 'polar', 'howTo', 'passage', 'sentence', 'ahead'],
}
/** What a question of each set counts as it is, and without its documents. */
const counts: Readonly<Record<string, readonly [whole: number, without: number]>> = {
  tuning: [1, 0.2],
  natural: [1, 0.1],
  hard: [0.3, 0.06],
  unanswerable: [1.5, 0],
}
/** False refusals at the floor. The words of the hard questions were chosen to be none of the documents'. */
const mostRefused = (what: Known) => ({ tuning: 0.08, natural: what === 'words' ? 0.04 : 0.05 })
const pull = 0.01

const { values } = parseArgs({ options: { models: { type: 'string' } } })
if (values.models === undefined) throw new Error('Say where the models are: --models FOLDER.')
const context = quietContext()
const { log } = context
const opened = openEmbedder({ kind: 'minilm', source: { modelsFolder: values.models }, log })
const better = await opened.better
if (better === null) throw new Error(`There is no usable model in ${values.models}.`)

const { documents } = await loadShop(at('data/shop').pathname)
const synonyms = await synonymsOf('en')
const known = new Set(documents.map(({ id }) => id))
const linesOf = async (name: string) => (await readFile(at(`data/eval/${name}.jsonl`), 'utf8')).trim().split('\n')
const answerLines = await linesOf('answers/questions')
const readLines = async (name: string, set: string) =>
  readAnswerLines(await linesOf(name), known).map((line) => ({ ...line, split: set }))
const lines = [
  ...readAnswerLines(answerLines, known).filter(({ split }) => split === 'tuning'),
  ...(await readLines('questions-natural', 'natural')),
  ...(await readLines('questions', 'hard')),
  ...(await readLines('unanswerable', 'unanswerable')),
]

/** Texts are embedded once, however often the documents are opened. */
function remembering(embedder: Embedder): Embedder {
  const vectors = new Map<string, Float32Array>()
  return {
    ...embedder,
    async embed(texts, asked) {
      const missing = [...new Set(texts)].filter((text) => !vectors.has(text))
      const made = await embedder.embed(missing, asked)
      missing.forEach((text, i) => vectors.set(text, made[i]!))
      return texts.map((text) => vectors.get(text)!.slice())
    },
  }
}

const spaced = (text: string) => text.replace(/\s+/g, ' ').toLowerCase()

/** Asks each line of the documents without some, and keeps the evidence of all passages that are judged. */
async function ask(embedder: Embedder, asked: readonly AnswerLine[], without: readonly string[] = []) {
  let found: FoundPassage[] = []
  let line: AnswerLine | undefined
  const record: Relevance = (view) => {
    const { documentId, text } = view.candidate.chunk
    const inDocument = line?.documents.includes(documentId) === true
    const right = inDocument && (line?.answers.some((answer) => spaced(text).includes(spaced(answer))) ?? false)
    found.push({ right: right || (inDocument && line?.answers.length === 0), rows: evidenceOf(view) })
    return 0
  }
  const retriever = await openRetriever({
    documents: documents.filter(({ id }) => !without.includes(id)),
    embedder,
    synonyms,
    folder: null,
    relevance: record,
    log,
  })
  const questions: AskedQuestion[] = []
  for (line of asked) {
    found = []
    await retriever.retrieve(line.question, {}, context)
    const answerable = line.documents.length > 0 && without.length === 0
    const weight = counts[line.split]![without.length === 0 ? 0 : 1]
    questions.push({ set: without.length === 0 ? line.split : 'without its documents', answerable, weight, found })
  }
  await retriever.close()
  return questions
}

async function askAll(embedder: Embedder): Promise<AskedQuestion[]> {
  const byDocuments = Map.groupBy(
    lines.filter(({ documents: own }) => own.length > 0),
    ({ documents: own }) => own.toSorted().join(' '),
  )
  const questions = await ask(embedder, lines)
  for (const [own, asked] of byDocuments) questions.push(...(await ask(embedder, asked, own.split(' '))))
  return questions
}

function print(what: Known, { sets }: LearnedRelevance): void {
  process.stdout.write(`\n${what.padEnd(24)} false refusals  false answers\n`)
  for (const [set, { falseRefusals, falseAnswers }] of Object.entries(sets)) {
    process.stdout.write(`${set.padEnd(24)} ${falseRefusals.toFixed(3)}           ${falseAnswers.toFixed(3)}\n`)
  }
}

const learned: Partial<Record<Known, RelevanceWeights>> = {}
const embedders = { lexical: opened.first, semantic: remembering(better) }
for (const [kind, which] of [
  ['lexical', ['words']],
  ['semantic', ['passages', 'sentences']],
] as const) {
  const questions = await askAll(embedders[kind])
  for (const what of which) {
    const task = { questions, names: evidence[what], pull, floor: usualRelevanceFloor, mostRefused: mostRefused(what) }
    const result = learnRelevance(task)
    print(what, result)
    learned[what] = result.weights
  }
}
const weights = learned as Record<Known, RelevanceWeights>
for (const embedder of Object.values(embedders)) {
  const relevance = createRelevance(weights)
  const retriever = await openRetriever({ documents, embedder, synonyms, folder: null, relevance, log })
  const { splits } = await evaluateAnswers(answerLines, retriever, { log })
  process.stdout.write(`\n${embedder.kind}: ${JSON.stringify(splits, null, 1)}\n`)
  await retriever.close()
}
await opened.close()

const source = Object.entries(weights).map(([what, own]) => {
  const entries = Object.entries(own).map(([name, weight]) => `    ${name}: ${weight},\n`)
  return `  ${what}: {\n${entries.join('')}  },\n`
})
await writeFile(
  new URL('../rank/learned-relevance.ts', import.meta.url),
  `import type { Known, RelevanceWeights } from './evidence.ts'

/** Made by \`testing/learn-relevance.ts\`; not written by hand. */
export const learnedRelevance: Readonly<Record<Known, RelevanceWeights>> = {
${source.join('')}}
`,
)
