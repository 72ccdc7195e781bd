/** The names of the store's files. Generation n is snapshot n and the journals from n on. */
const width = 10
const padded = (number: number) => String(number).padStart(width, '0')

export const snapshotFile = (generation: number) => `snapshot-${padded(generation)}.jsonl`
export const journalFile = (generation: number) => `journal-${padded(generation)}.jsonl`
export const archiveFile = (generation: number) => `audit-${padded(generation)}.jsonl`
/** Never to be opened: see the lock of `disk.ts`. */
export const lockFile = 'lock'
/** Of format 1: the records as they were seeded, and nothing else. */
export const oldRecordsFile = 'records.json'
/** What is being written and hasn't its name yet. */
export const unfinished = '.tmp'

const pattern = /^(snapshot|journal|audit)-(\d{10,})\.jsonl$/

/** The generations that there are files of, each list rising, with the names of what was never finished. */
export function readLayout(names: readonly string[]) {
  const generations: Record<'snapshot' | 'journal' | 'audit', number[]> = { snapshot: [], journal: [], audit: [] }
  for (const name of names) {
    const match = pattern.exec(name)
    if (match !== null) generations[match[1] as 'snapshot' | 'journal' | 'audit'].push(Number(match[2]))
  }
  for (const list of Object.values(generations)) list.sort((one, other) => one - other)
  return {
    ...generations,
    old: names.filter((name) => name === oldRecordsFile),
    unfinished: names.filter((name) => name.endsWith(unfinished)),
  }
}

export const newestGeneration = ({ snapshot, journal, audit }: ReturnType<typeof readLayout>) =>
  Math.max(0, ...snapshot, ...journal, ...audit)
