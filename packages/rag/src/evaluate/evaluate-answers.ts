import type { CallContext, Log } from '@marketplace-agent/domain'
import type { Retriever } from '../port.ts'
import { readObjectLines } from './read-lines.ts'

/** A question, and what answers it: nothing, where it names no document. */
export interface AnswerLine {
  readonly question: string
  /** Any of them is right. */
  readonly documents: readonly string[]
  /** The quote is right that has one of these; empty where that isn't judged. */
  readonly answers: readonly string[]
  readonly split: string
}

export interface AnswersMetrics {
  readonly answerable: number
  readonly unanswerable: number
  /** Shares of the answerable. */
  readonly document_top_1: number
  readonly document_top_3: number
  /** Nothing was given. */
  readonly false_refusals: number
  /** Share of the answerable that say what the quote has to have: the first quote has it. */
  readonly quote_right: number
  /** Share of the unanswerable to which a passage was given. */
  readonly false_answers: number
}

export interface AnswersReport {
  readonly questions: number
  readonly embedder: string
  readonly chunks: number
  /** By split, in the order they come; lines without one are of `all`. */
  readonly splits: Readonly<Record<string, AnswersMetrics>>
}

export interface AnswersEvaluation {
  readonly log: Log
  /** To be named where a line is broken. */
  readonly file?: string
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, of: number) => void
}

/**
 * Asks every question of a set (a JSON object a line: `question`, `documents` or `document`, `answer`, `split`) and
 * counts what was right, wrongly refused and wrongly answered. Throws an OperatorError that names a broken line.
 */
export async function evaluateAnswers(
  lines: readonly string[],
  retriever: Retriever,
  { log, file, signal = new AbortController().signal, onProgress }: AnswersEvaluation,
): Promise<AnswersReport> {
  const context: CallContext = { signal, deadline: Infinity, degrade() {}, log }
  const questions = readAnswerLines(lines, new Set(retriever.documents().map(({ id }) => id)), file)
  const tallies = new Map<string, Tally>()
  for (const [i, one] of questions.entries()) {
    const passages = await retriever.retrieve(one.question, {}, context)
    const tally = tallies.get(one.split) ?? emptyTally()
    tallies.set(one.split, tally)
    if (one.documents.length === 0) {
      tally.unanswerable++
      if (passages.length > 0) tally.falseAnswers++
    } else {
      tally.answerable++
      const found = passages.map(({ chunk }) => one.documents.includes(chunk.documentId))
      if (found[0] === true) tally.top1++
      if (found.slice(0, 3).includes(true)) tally.top3++
      if (passages.length === 0) tally.falseRefusals++
      if (one.answers.length > 0) {
        tally.quoted++
        const [first] = passages
        if (first && one.answers.some((answer) => spaced(first.quote.text).includes(spaced(answer))))
          tally.quotesRight++
      }
    }
    onProgress?.(i + 1, questions.length)
  }
  const { embedder, chunks } = await retriever.status(context)
  const splits = Object.fromEntries([...tallies].map(([split, tally]) => [split, metricsOf(tally)]))
  return { questions: questions.length, embedder, chunks, splits }
}

/** Reads and checks the lines; `known` are the ids of the shop's documents, `file` is named where one is broken. */
export function readAnswerLines(lines: readonly string[], known: ReadonlySet<string>, file?: string): AnswerLine[] {
  return readObjectLines(lines, file).map(({ object, fail }) => {
    const entry = object as Readonly<Record<string, unknown>>
    const texts = (key: string): readonly string[] => {
      const value = entry[key] ?? []
      const list: readonly unknown[] = Array.isArray(value) ? value : [value]
      return list.every((one) => typeof one === 'string') ? list : fail(`"${key}" has to be a text or a list of texts`)
    }
    const { question, split = 'all' } = entry
    if (typeof question !== 'string') return fail('"question" has to be a text')
    if (typeof split !== 'string') return fail('"split" has to be a text')
    const documents = [...texts('document'), ...texts('documents')]
    const unknown = documents.find((id) => !known.has(id))
    if (unknown !== undefined) return fail(`the shop has no document ${JSON.stringify(unknown)}`)
    return { question, documents, answers: texts('answer'), split }
  })
}

interface Tally {
  answerable: number
  unanswerable: number
  top1: number
  top3: number
  falseRefusals: number
  quoted: number
  quotesRight: number
  falseAnswers: number
}

const emptyTally = (): Tally => ({
  answerable: 0,
  unanswerable: 0,
  top1: 0,
  top3: 0,
  falseRefusals: 0,
  quoted: 0,
  quotesRight: 0,
  falseAnswers: 0,
})

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

const metricsOf = (tally: Tally): AnswersMetrics => ({
  answerable: tally.answerable,
  unanswerable: tally.unanswerable,
  document_top_1: share(tally.top1, tally.answerable),
  document_top_3: share(tally.top3, tally.answerable),
  false_refusals: share(tally.falseRefusals, tally.answerable),
  quote_right: share(tally.quotesRight, tally.quoted),
  false_answers: share(tally.falseAnswers, tally.unanswerable),
})

/** Line breaks and case tell no quote from another. */
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()
