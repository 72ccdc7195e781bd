/**
 * Where the weights of `combine` and the thresholds of `confidence.ts` come from:
 * MODELS_DIR=… node packages/intent/src/testing/cross-validate.ts
 * Each fifth of the utterances, in blocks of neighbours (they are of one author and often alike), is read by what was
 * trained on the rest without near-duplicates; the shop's things have made-up names that no list knows. Some minutes.
 */
import { testShop } from '@marketplace-agent/catalog/testing'
import { intents } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'
import { modelsForTests, quietContext } from '@marketplace-agent/llm/testing'
import { createClassifier } from '../classifier/model.ts'
import { type Reading, createReadings, offTopicTasks } from '../clauses/reading.ts'
import { isConfident, isSure, sure } from '../confidence.ts'
import { createEntityFinder } from '../entities/find-entities.ts'
import { mask } from '../entities/mask.ts'
import { calibrationError } from '../evaluate/evaluate-intents.ts'
import { type Utterance, readLanguage } from '../language/read-language.ts'
import { trainOn } from '../open.ts'
import { combine } from '../sentences/combine.ts'
import { sentencesOf } from '../sentences/examples.ts'
import { createHead } from '../sentences/head.ts'
import { remembering } from '../sentences/remembering.ts'
import { trainHead } from '../sentences/train-head.ts'
import { english } from './language.ts'
import { nearDuplicates } from './near-duplicates.ts'
import { withSentenceEmbedder } from './sentence-embedder.ts'

const folds = 5
const blockSize = 20
const tooNear = 0.7

const language = await readLanguage(english)
const { tasks } = language
const readings = createReadings(tasks)
const finder = createEntityFinder(testShop(), language)
const groups = tasks.map(({ intent }) => intents.indexOf(intent))
const print = (line: string) => process.stdout.write(`${line}\n`)
const shown = (share: number) => share.toFixed(3)

/** An utterance's reading by what hadn't seen it. */
interface Told {
  readonly task: number
  readonly ngram: Reading
  readonly minilm: Reading
  readonly combined: Reading
}

function foldsOf(utterances: readonly Utterance[]): number[] {
  const seen = new Map<number, number>()
  return utterances.map(({ task }) => {
    const place = seen.get(task) ?? 0
    seen.set(task, place + 1)
    return (Math.floor(place / blockSize) + task) % folds
  })
}

async function readFold(
  heldOut: readonly Utterance[],
  rest: readonly Utterance[],
  embedder: Embedder,
): Promise<Told[]> {
  const texts = (utterances: readonly Utterance[]) => utterances.map(({ text }) => text)
  const near = new Set(nearDuplicates(texts(heldOut), texts(rest), tooNear).map(({ other }) => other))
  const utterances = rest.filter(({ text }) => !near.has(text))
  const classify = createClassifier(trainOn({ ...language, utterances }))
  const known = sentencesOf({ utterances })
  const vectors = await embedder.embed(texts(known), quietContext())
  const taught = known.map(({ task }) => task)
  const head = createHead(await trainHead({ vectors, tasks: taught, classes: tasks.length, groups }))
  const sentences = sentencesOf({ utterances: heldOut })
  const own = await embedder.embed(texts(sentences), quietContext())
  return sentences.map(({ text, task }, index) => {
    const ngrams = classify(mask(text, finder.find(text).spans))
    const sentence = head(own[index] as Float32Array)
    const combined = readings.of(combine(ngrams, sentence))
    return { task, ngram: readings.of(ngrams), minilm: readings.of(sentence), combined }
  })
}

function report(name: string, told: readonly Told[], by: (one: Told) => { reading: Reading; by: 'ngram' | 'cascade' }) {
  const read = told.map((one) => ({ ...by(one), wanted: tasks[one.task] }))
  const share = <T>(of: readonly T[], where: (one: T) => boolean) => shown(of.filter(where).length / of.length)
  const isRight = ({ reading, wanted }: (typeof read)[number]) => reading.intent === wanted?.intent
  const isOut = ({ reading, by: one }: (typeof read)[number]) =>
    offTopicTasks.has(reading.task.name) || !isConfident(reading, one)
  const outside = read.filter(({ wanted }) => offTopicTasks.has(wanted?.name ?? ''))
  const inside = read.filter(({ wanted }) => !offTopicTasks.has(wanted?.name ?? ''))
  const scores = read.map((one) => ({ score: one.reading.certainty, right: isRight(one) }))
  print(
    [
      name.padEnd(10),
      `intent ${share(read, isRight)}`,
      `task ${share(read, ({ reading, wanted }) => reading.task === wanted)}`,
      `calibration error ${shown(calibrationError(scores))}`,
      `out of scope ${share(outside, isOut)}`,
      `false ${share(inside, isOut)}`,
    ].join('  '),
  )
}

async function readAll(embedder: Embedder): Promise<Told[]> {
  const foldAt = foldsOf(language.utterances)
  const told: Told[] = []
  for (let fold = 0; fold < folds; fold += 1) {
    const heldOut = language.utterances.filter((_, index) => foldAt[index] === fold)
    const rest = language.utterances.filter((_, index) => foldAt[index] !== fold)
    told.push(...(await readFold(heldOut, rest, embedder)))
  }
  return told
}

/** The mean surprise at the right task, by the weights of both classifiers. */
function reportWeights(told: readonly Told[]) {
  for (const ngrams of [0.3, 0.4, 0.5, 0.6]) {
    const losses = [0.4, 0.5, 0.6, 0.7, 0.8].map((sentence) => {
      const sum = told.reduce((total, { task, ngram, minilm }) => {
        const both = combine(ngram.probabilities, minilm.probabilities, { ngrams, sentence })
        return total - Math.log(both[task] as number)
      }, 0)
      return `${sentence}: ${shown(sum / told.length)}`
    })
    print(`weights: n-grams ${ngrams}, sentence ${losses.join('  ')}`)
  }
}

/** What becomes of accuracy and of the share of the n-grams with the certainty asked of them. */
function reportSureness(told: readonly Told[]) {
  for (const least of [0.9, 0.93, 0.95, 0.97, 0.99]) {
    const read = told.map((one) => ({ ...one, settled: isSure(one.ngram, { ...sure, intent: least }) }))
    const right = read.filter(
      ({ settled, ngram, combined, task }) => (settled ? ngram : combined).intent === tasks[task]?.intent,
    )
    const byNgrams = read.filter(({ settled }) => settled)
    print(
      `sure from ${least}: by n-grams ${shown(byNgrams.length / told.length)}, intent ${shown(right.length / told.length)}`,
    )
  }
}

const modelsFolder = modelsForTests('cross-validation')
if (modelsFolder !== null) {
  const told = await withSentenceEmbedder(modelsFolder, (embedder) => readAll(remembering(embedder)))
  print(`${told.length} sentences of ${language.utterances.length} utterances`)
  report('ngram', told, ({ ngram }) => ({ reading: ngram, by: 'ngram' }))
  report('minilm', told, ({ minilm }) => ({ reading: minilm, by: 'cascade' }))
  report('combined', told, ({ combined }) => ({ reading: combined, by: 'cascade' }))
  report('cascade', told, ({ ngram, combined }) =>
    isSure(ngram) ? { reading: ngram, by: 'ngram' } : { reading: combined, by: 'cascade' },
  )
  reportSureness(told)
  reportWeights(told)
}
