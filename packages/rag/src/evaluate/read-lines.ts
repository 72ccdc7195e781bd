import { OperatorError } from '@marketplace-agent/domain'

/**
 * The JSON object of each line that isn't blank, with its number, from 1. Throws an OperatorError that names the line, and
 * the file where that is told.
 */
export function readObjectLines(
  lines: readonly string[],
  file?: string,
): { readonly object: object; readonly number: number; fail(fault: string): never }[] {
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    const number = i + 1
    const fail = (fault: string): never => {
      throw new OperatorError(`${file === undefined ? '' : `${file} `}line ${number}: ${fault}.`)
    }
    let value: unknown
    try {
      value = JSON.parse(line.replace(/^\ufeff/, ''))
    } catch {
      return fail('this is no JSON')
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('a JSON object is needed')
    return [{ object: value, number, fail }]
  })
}
