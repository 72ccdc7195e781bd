import type { Shop } from '@marketplace-agent/catalog'
import type { Log } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'
import { createClassifier } from '../classifier/model.ts'
import { createRandom } from '../classifier/random.ts'
import { shuffled } from '../classifier/descend.ts'
import { type Language, type Utterance, readLanguage } from '../language/read-language.ts'
import { readingOf, trainOn } from '../open.ts'
import { trainHeadOn } from '../sentences/open-head.ts'
import { remembering } from '../sentences/remembering.ts'
import { createSentenceReader } from '../sentences/sentence-reader.ts'
import type { ClassifierName, Understander } from '../types.ts'
import { createUnderstander } from '../understand.ts'
import { evaluateIntents } from './evaluate-intents.ts'
import { readRows } from './rows.ts'

export const shares = [0.05, 0.1, 0.25, 0.5, 0.75, 1] as const

export interface CurveFigures {
  readonly accuracy: number
  readonly accuracy_alt: number
}

export interface CurvePoint {
  /** Of each task's utterances, of 1. */
  readonly share: number
  readonly utterances: number
  readonly ngram: CurveFigures
  /** Null without an embedder. */
  readonly minilm: CurveFigures | null
  readonly cascade: CurveFigures | null
}

/** How well a set is understood after learning from a part of the utterances, as `eval -- intents --curve` prints it. */
export interface CurveReport {
  readonly messages: number
  readonly points: readonly CurvePoint[]
}

export interface CurveOptions {
  readonly languageFolder: string
  readonly shop: Shop
  /** Of sentences; null measures the n-grams alone. */
  readonly embedder: Embedder | null
  readonly log: Log
  /** To be named where a row is broken. */
  readonly file?: string
  readonly onProgress?: (done: number, of: number) => void
}

const seed = 20260212

/**
 * Trains on a growing part of the utterances (each part holds the smaller ones) and evaluates JSONL rows with each. A
 * minute or two with an embedder. Throws OperatorError that names the line of a broken row.
 */
export async function learningCurve(lines: Iterable<string>, options: CurveOptions): Promise<CurveReport> {
  const { languageFolder, shop, log, onProgress = () => {} } = options
  const rows = [...lines]
  const messages = readRows(rows, options.file).length
  const language = await readLanguage(languageFolder)
  const ordered = inOrderOfLearning(language)
  const embedder = options.embedder === null ? null : remembering(options.embedder)
  const points: CurvePoint[] = []
  onProgress(0, shares.length)
  for (const share of shares) {
    const part: Language = { ...language, utterances: partOf(language, ordered, share) }
    const understander = await learnFrom(part, shop, embedder, log)
    const figures = async (classifier: ClassifierName): Promise<CurveFigures> => {
      const { accuracy, accuracy_alt } = await evaluateIntents(rows, understander, { classifier })
      return { accuracy, accuracy_alt }
    }
    points.push({
      share,
      utterances: part.utterances.length,
      ngram: await figures('ngram'),
      minilm: embedder === null ? null : await figures('minilm'),
      cascade: embedder === null ? null : await figures('cascade'),
    })
    onProgress(points.length, shares.length)
  }
  return { messages, points }
}

/** Each task's utterances in random order, so that a part of them is of every author and kind. */
export function inOrderOfLearning({ tasks, utterances }: Language): Utterance[][] {
  const random = createRandom(seed)
  return tasks.map((_, task) => {
    const own = utterances.filter((utterance) => utterance.task === task)
    return [...shuffled(own.length, random)].map((index) => own[index] as Utterance)
  })
}

/**
 * A share of each task's utterances, in the order of the language's files: what is learned depends on it (another order
 * moves the accuracy on 255 messages by up to 0.01), and from all of them it is what the shop learns.
 */
export function partOf({ utterances }: Language, ordered: readonly Utterance[][], share: number): Utterance[] {
  const part = new Set(ordered.flatMap((own) => own.slice(0, Math.max(1, Math.round(own.length * share)))))
  return utterances.filter((utterance) => part.has(utterance))
}

async function learnFrom(language: Language, shop: Shop, embedder: Embedder | null, log: Log): Promise<Understander> {
  const sentences = createSentenceReader({
    openHead: (of, context) => trainHeadOn(language, of, context),
    log,
    patience: Infinity,
    now: () => performance.now(),
  })
  const understander = createUnderstander({
    language,
    classify: createClassifier(trainOn(language)),
    ...readingOf(language, shop),
    sentences,
  })
  if (embedder !== null) await understander.sentences(embedder)
  return understander
}
