import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { OperatorError } from '@marketplace-agent/domain'
import { callerFolder } from '../config.ts'

/** A path as the user typed it, from where they stand. */
export const pathOf = (typed: string) => resolve(callerFolder(), typed)

/** Arguments of a command: its words and its `--options`; unknown ones are an OperatorError with the usage. */
export function readArguments<const Names extends string, const Valued extends string = never>(
  usage: string,
  flags: readonly Names[],
  valued: readonly Valued[] = [],
) {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: Object.fromEntries([
        ...flags.map((flag) => [flag, { type: 'boolean' as const }] as const),
        ...valued.map((name) => [name, { type: 'string' as const }] as const),
      ]),
    })
    return {
      words: positionals,
      flags: values as Partial<Record<Names, boolean>>,
      values: values as Partial<Record<Valued, string>>,
    }
  } catch (error) {
    throw new OperatorError(`${(error as Error).message}\n${usage}`)
  }
}

/** Runs a command: what an operator can mend is one line and exit code 1, anything else shows its stack. */
export function runCommand(main: () => Promise<number>): void {
  main().then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      const text = error instanceof OperatorError ? error.message : error instanceof Error ? error.stack : String(error)
      process.stderr.write(`${text}\n`)
      process.exitCode = 1
    },
  )
}
