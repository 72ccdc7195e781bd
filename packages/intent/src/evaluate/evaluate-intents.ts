import { type Intent, intents } from '@marketplace-agent/domain'
import { isOutOfScope } from '../leading.ts'
import type { ClassifierName, Understander, Understanding } from '../types.ts'
import { type Row, readRows } from './rows.ts'

/** Of one intent: what share of those told it had it, what share of those that have it were told, and their harmonic mean. */
export interface IntentFigures {
  readonly messages: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** How well messages are understood, as `eval -- intents` prints it. Shares are of 1. */
export interface IntentReport {
  readonly messages: number
  /** The whole message's intent, as the shop would answer it, is the row's `intent`. */
  readonly accuracy: number
  /** It is the row's `intent` or one of its `alt`. */
  readonly accuracy_alt: number
  /** Mean of the intents' F1, over those that stand in the set or were told; `alt` doesn't count. */
  readonly macro_f1: number
  /** Of the rows marked `out_of_scope`, the share on which no tool would run: small talk, off topic, or unsure. Null without any. */
  readonly out_of_scope_recall: number | null
  /** Of the other rows, the share taken for such. */
  readonly false_out_of_scope: number | null
  readonly microseconds_per_message: number
  /** Which classifier it was. */
  readonly classifier: ClassifierName
  /** The share that the n-grams decided without a sentence vector. */
  readonly decided_by_ngrams: number
  /** How far the intent's score is from how often it is right: the mean over ten bins of scores, by how many are in each. */
  readonly expected_calibration_error: number
  readonly labels: readonly Intent[]
  readonly by_intent: Readonly<Partial<Record<Intent, IntentFigures>>>
  /** Messages by the row's intent, then by the one told. */
  readonly confusion: Readonly<Partial<Record<Intent, Readonly<Partial<Record<Intent, number>>>>>>
  /** The messages whose intent isn't the row's, in the order of the file. */
  readonly mistakes: readonly IntentMistake[]
}

export interface IntentMistake {
  /** In the file, from 1. */
  readonly line: number
  readonly text: string
  /** What was told. */
  readonly intent: Intent
  readonly expected: Intent
  /** What was told is one of the row's `alt`. */
  readonly alt?: true
}

export interface IntentEvaluation {
  /** To be named where a row is broken. */
  readonly file?: string
  /** What the shop would use now, unless told. */
  readonly classifier?: ClassifierName
  /** In milliseconds. */
  readonly now?: () => number
  readonly onProgress?: (done: number, of: number) => void
}

const warmUp = 200
/** Progress is told every so many messages. */
const stride = 25

/**
 * Evaluates JSONL rows `{text, intent, alt?, out_of_scope?}` (`alt`: an intent or several that are right too) with what the
 * shop really does with a whole message. Throws OperatorError that names the line of a broken row, or that says what a
 * classifier which isn't there needs.
 */
export async function evaluateIntents(
  lines: Iterable<string>,
  shopUnderstander: Understander,
  { file, classifier, now = () => performance.now(), onProgress = () => {} }: IntentEvaluation = {},
): Promise<IntentReport> {
  const rows = readRows(lines, file)
  const understander = classifier === undefined ? shopUnderstander : shopUnderstander.using(classifier)
  for (const { text } of rows.slice(0, warmUp)) understander.read(text)
  const told: Understanding[] = []
  const start = now()
  for (const { text } of rows) {
    told.push(await understander.understand(text))
    if (told.length % stride === 0 || told.length === rows.length) onProgress(told.length, rows.length)
  }
  const microseconds = ((now() - start) * 1000) / rows.length
  return {
    ...countRight(rows, told),
    microseconds_per_message: microseconds,
    classifier: understander.classifier,
    decided_by_ngrams: told.filter(({ decidedBy }) => decidedBy === 'ngram').length / rows.length,
    expected_calibration_error: calibrationError(
      rows.map(({ intent }, index) => {
        const understanding = told[index] as Understanding
        return { score: understanding.intents[0]?.score ?? 0, right: understanding.intent === intent }
      }),
    ),
  }
}

type Counted = Omit<
  IntentReport,
  'microseconds_per_message' | 'classifier' | 'decided_by_ngrams' | 'expected_calibration_error'
>

function countRight(rows: readonly Row[], told: readonly Understanding[]): Counted {
  const confusion: Partial<Record<Intent, Partial<Record<Intent, number>>>> = {}
  let right = 0
  let acceptable = 0
  const flagged = { inScope: 0, outOfScope: 0 }
  for (const [index, row] of rows.entries()) {
    const understanding = told[index] as (typeof told)[number]
    const { intent } = understanding
    const counts = (confusion[row.intent] ??= {})
    counts[intent] = (counts[intent] ?? 0) + 1
    if (intent === row.intent) right += 1
    if (intent === row.intent || row.alternatives.includes(intent)) acceptable += 1
    if (isOutOfScope(understanding)) flagged[row.outOfScope ? 'outOfScope' : 'inScope'] += 1
  }
  const mistakes = rows.flatMap(({ line, text, intent: expected, alternatives }, index): IntentMistake[] => {
    const { intent } = told[index] as Understanding
    const also = alternatives.includes(intent)
    return intent === expected ? [] : [{ line, text, intent, expected, ...(also && { alt: true }) }]
  })
  const outside = rows.filter((row) => row.outOfScope).length
  const labels = intents.filter(
    (label) => confusion[label] !== undefined || Object.values(confusion).some((counts) => counts[label] !== undefined),
  )
  const byIntent = Object.fromEntries(labels.map((label) => [label, figuresOf(label, confusion)])) as Partial<
    Record<Intent, IntentFigures>
  >
  return {
    messages: rows.length,
    accuracy: right / rows.length,
    accuracy_alt: acceptable / rows.length,
    macro_f1: labels.reduce((sum, label) => sum + (byIntent[label]?.f1 ?? 0), 0) / labels.length,
    out_of_scope_recall: outside === 0 ? null : flagged.outOfScope / outside,
    false_out_of_scope: outside === rows.length ? null : flagged.inScope / (rows.length - outside),
    labels,
    by_intent: byIntent,
    confusion,
    mistakes,
  }
}

function figuresOf(label: Intent, confusion: IntentReport['confusion']): IntentFigures {
  const messages = Object.values(confusion[label] ?? {}).reduce((sum, count) => sum + count, 0)
  const told = Object.values(confusion).reduce((sum, counts) => sum + (counts[label] ?? 0), 0)
  const right = confusion[label]?.[label] ?? 0
  return {
    messages,
    precision: told === 0 ? 0 : right / told,
    recall: messages === 0 ? 0 : right / messages,
    f1: right === 0 ? 0 : (2 * right) / (messages + told),
  }
}

const bins = 10

/** Expected calibration error (Naeini et al., 2015) of scores from 0 to 1. */
export function calibrationError(told: readonly { readonly score: number; readonly right: boolean }[]): number {
  const sums = Array.from({ length: bins }, () => ({ scores: 0, right: 0 }))
  for (const { score, right } of told) {
    const bin = sums[Math.min(bins - 1, Math.floor(score * bins))]
    if (bin === undefined) continue
    bin.scores += score
    bin.right += right ? 1 : 0
  }
  return sums.reduce((sum, { scores, right }) => sum + Math.abs(scores - right), 0) / told.length
}
