import { type Intent, OperatorError, intents } from '@marketplace-agent/domain'

/** A message with what it asks. */
export interface Row {
  /** From 1. */
  readonly line: number
  readonly text: string
  readonly intent: Intent
  /** Intents that are right too. */
  readonly alternatives: readonly Intent[]
  readonly outOfScope: boolean
}

/**
 * Reads JSONL rows `{text, intent, alt?, out_of_scope?}`. Throws OperatorError that names the line of a broken row, and the
 * file where that is told.
 */
export function readRows(lines: Iterable<string>, file?: string): Row[] {
  const rows: Row[] = []
  let number = 0
  for (const line of lines) {
    number += 1
    const place = file === undefined ? `Line ${number}` : `${file} line ${number}`
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line
    if (text.trim() !== '') rows.push({ line: number, ...readRow(text, place) })
  }
  if (rows.length === 0)
    throw new OperatorError(`${file ?? 'The set'} has no row; write {"text": …, "intent": …} on each line.`)
  return rows
}

function readRow(line: string, place: string): Omit<Row, 'line'> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new OperatorError(`${place}: this is no JSON.`, { cause: error })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new OperatorError(`${place}: a row is an object {"text", "intent", "alt"?, "out_of_scope"?}.`)
  }
  const { text, intent, alt, out_of_scope: outOfScope } = value as Record<string, unknown>
  if (typeof text !== 'string' || text.trim() === '')
    throw new OperatorError(`${place}: "text" must be a text that isn't blank.`)
  const alternatives = alt === undefined || alt === null ? [] : Array.isArray(alt) ? alt : [alt]
  const wrong = [intent, ...alternatives].find((one) => !isIntent(one))
  if (wrong !== undefined || !isIntent(intent)) {
    throw new OperatorError(
      `${place}: ${JSON.stringify(wrong ?? intent) ?? 'no intent'} is no intent; use ${intents.join(', ')}.`,
    )
  }
  if (outOfScope !== undefined && outOfScope !== null && typeof outOfScope !== 'boolean') {
    throw new OperatorError(`${place}: "out_of_scope" must be true or false.`)
  }
  return { text, intent, alternatives: alternatives.filter(isIntent), outOfScope: outOfScope === true }
}

const isIntent = (value: unknown): value is Intent => intents.includes(value as Intent)
