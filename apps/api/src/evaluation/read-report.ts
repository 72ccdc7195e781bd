import { readFile } from 'node:fs/promises'
import { OperatorError } from '@marketplace-agent/domain'

/** What an evaluation printed with `--json`, from a file. Throws OperatorError. */
export async function readReport(file: string): Promise<object> {
  const wanted = 'write one with --json > BASE.json'
  let report: unknown
  try {
    report = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new OperatorError(`${file} ${code === undefined ? 'is no JSON' : `can't be read (${code})`}; ${wanted}.`, {
      cause: error,
    })
  }
  if (typeof report !== 'object' || report === null || Array.isArray(report))
    throw new OperatorError(`${file} is no report of an evaluation; ${wanted}.`)
  return report
}
