import { type Intent, OperatorError, intents } from '@marketplace-agent/domain'
import type { Understander } from './types.ts'
import { isOutOfScope } from './understand.ts'

interface Row {
  readonly text: string
  readonly intent: Intent
  readonly alternatives: readonly Intent[]
  readonly outOfScope: boolean
}

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
  readonly labels: readonly Intent[]
  readonly by_intent: Readonly<Partial<Record<Intent, IntentFigures>>>
  /** Messages by the row's intent, then by the one told. */
  readonly confusion: Readonly<Partial<Record<Intent, Readonly<Partial<Record<Intent, number>>>>>>
}

const warmUp = 200

/**
 * Evaluates JSONL rows `{text, intent, alt?, out_of_scope?}` (`alt`: an intent or several that are right too) with what the
 * shop really does with a whole message. Throws OperatorError that names the line of a broken row. `now` in milliseconds.
 */
export function evaluateIntents(
  lines: Iterable<string>,
  understander: Understander,
  now: () => number = () => performance.now(),
): IntentReport {
  const rows = readRows(lines)
  for (const { text } of rows.slice(0, warmUp)) understander.understand(text)
  const start = now()
  const told = rows.map(({ text }) => understander.understand(text))
  const microseconds = ((now() - start) * 1000) / rows.length

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
    microseconds_per_message: microseconds,
    labels,
    by_intent: byIntent,
    confusion,
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

function readRows(lines: Iterable<string>): Row[] {
  const rows: Row[] = []
  let number = 0
  for (const line of lines) {
    number += 1
    if (line.trim() !== '') rows.push(readRow(number === 1 ? line.replace(/^\uFEFF/, '') : line, number))
  }
  if (rows.length === 0) throw new OperatorError('The set has no row; write {"text": …, "intent": …} on each line.')
  return rows
}

function readRow(line: string, number: number): Row {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new OperatorError(`Line ${number} is not JSON: ${(error as Error).message}`, { cause: error })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new OperatorError(`Line ${number}: a row is an object {"text", "intent", "alt"?, "out_of_scope"?}.`)
  }
  const { text, intent, alt, out_of_scope: outOfScope } = value as Record<string, unknown>
  if (typeof text !== 'string' || text.trim() === '')
    throw new OperatorError(`Line ${number}: "text" must be a text that isn't blank.`)
  const alternatives = alt === undefined || alt === null ? [] : Array.isArray(alt) ? alt : [alt]
  const wrong = [intent, ...alternatives].find((one) => !isIntent(one))
  if (wrong !== undefined || !isIntent(intent)) {
    throw new OperatorError(
      `Line ${number}: ${JSON.stringify(wrong ?? intent) ?? 'no intent'} is no intent; use ${intents.join(', ')}.`,
    )
  }
  if (outOfScope !== undefined && outOfScope !== null && typeof outOfScope !== 'boolean') {
    throw new OperatorError(`Line ${number}: "out_of_scope" must be true or false.`)
  }
  return { text, intent, alternatives: alternatives.filter(isIntent), outOfScope: outOfScope === true }
}

const isIntent = (value: unknown): value is Intent => intents.includes(value as Intent)
