import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Log, OperatorError } from '@marketplace-agent/domain'
import type { Config } from '../../config.ts'
import type { createProgressBar } from '../../evaluation/progress-bar.ts'

/** What an evaluation is given by the command line. */
export interface EvaluationInput {
  readonly config: Config
  /** Files and folders as typed, from where the user stands. */
  readonly paths: readonly string[]
  readonly options: Readonly<Partial<Record<Option, string>>>
  readonly curve: boolean
  readonly log: Log
  progress(what: string): ReturnType<typeof createProgressBar>
}

export type Option = 'classifier' | 'runs' | 'sweep'

/** A report, and how it is shown to people. */
export interface Evaluated {
  readonly report: object
  /** Which set it is of (`setOf`). */
  readonly set: string
  table(): string
}

export interface Evaluation {
  /** Lines of the usage. */
  readonly usage: string
  /** Throws OperatorError for what the user can mend. */
  run(input: EvaluationInput): Promise<Evaluated>
}

/** Tells one set from another by its lines, whatever is blank or ends them. */
export function setOf(text: string): string {
  const hash = createHash('sha256')
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) if (line.trim() !== '') hash.update(`${line.trim()}\n`)
  return hash.digest('hex').slice(0, 12)
}

/** Throws OperatorError. */
export async function readTextFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new OperatorError(`${file} can't be read (${(error as NodeJS.ErrnoException).code}).`, { cause: error })
  }
}

/** Warnings of parts, one line each, kept off the standard output. */
export const terminalLog: Log = {
  debug() {},
  info() {},
  warn: (_fields, message) => void process.stderr.write(`${message}\n`),
  error: (_fields, message) => void process.stderr.write(`${message}\n`),
}
