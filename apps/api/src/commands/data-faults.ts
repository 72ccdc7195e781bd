import type { Fault } from '@marketplace-agent/catalog'

/** Prints what is to be mended, a line each, and gives the exit code. */
export function tellFaults(faults: readonly Fault[], where: string): number {
  for (const { file, record, field, message } of faults) {
    const place = [file, record, field].filter((part) => part !== null && part !== undefined && part !== '').join(', ')
    process.stdout.write(`${place}: ${message}\n`)
  }
  process.stdout.write(`${faults.length} ${faults.length === 1 ? 'thing' : 'things'} to mend in ${where}\n`)
  return 1
}
