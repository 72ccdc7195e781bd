import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { OperatorError } from '@marketplace-agent/domain'
import { callerFolder } from '../config.ts'

/** A path as the user typed it, from where they stand. */
export const pathOf = (typed: string) => resolve(callerFolder(), typed)

/** The user asks how a command is used. */
class UsageAsked extends Error {}

/**
 * Arguments of a command: its words and its `--options`; unknown ones are an OperatorError with the usage. Where `--help` is
 * among them `runCommand` prints the usage.
 */
export function readArguments<const Names extends string, const Valued extends string = never>(
  usage: string,
  flags: readonly Names[],
  valued: readonly Valued[] = [],
) {
  let given
  try {
    given = parseArgs({
      allowPositionals: true,
      options: Object.fromEntries([
        ['help', { type: 'boolean' as const, short: 'h' }] as const,
        ...flags.map((flag) => [flag, { type: 'boolean' as const }] as const),
        ...valued.map((name) => [name, { type: 'string' as const }] as const),
      ]),
    })
  } catch (error) {
    throw new OperatorError(`${(error as Error).message}\n${usage}`)
  }
  const { positionals, values } = given
  if ('help' in values && values.help === true) throw new UsageAsked(usage)
  return {
    words: positionals,
    flags: values as Partial<Record<Names, boolean>>,
    values: values as Partial<Record<Valued, string>>,
  }
}

/**
 * Runs a command: what an operator can mend is one line and exit code 1, anything else shows its stack. Where nobody reads
 * on (`| head`) it ends.
 */
export function runCommand(main: () => Promise<number>): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  main().then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      if (error instanceof UsageAsked) return void process.stdout.write(`${error.message}\n`)
      const text = error instanceof OperatorError ? error.message : error instanceof Error ? error.stack : String(error)
      process.stderr.write(`${text}\n`)
      process.exitCode = 1
    },
  )
}
