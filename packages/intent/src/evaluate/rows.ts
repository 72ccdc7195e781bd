import { type Intent, OperatorError, intents } from '@marketplace-agent/domain'

/** A message with what it asks. */
export interface Row {
  readonly text: string
  readonly intent: Intent
  /** Intents that are right too. */
  readonly alternatives: readonly Intent[]
  readonly outOfScope: boolean
}

/** Reads JSONL rows `{text, intent, alt?, out_of_scope?}`. Throws OperatorError that names the line of a broken row. */
export function readRows(lines: Iterable<string>): Row[] {
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
