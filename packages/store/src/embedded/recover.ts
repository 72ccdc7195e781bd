import { join } from 'node:path'
import { OperatorError, type ShopRecords } from '@marketplace-agent/domain'
import { damaged, missing, newerFormat } from './faults.ts'
import type { FileSystem } from './file-system.ts'
import { journalFile, oldRecordsFile, readLayout, snapshotFile } from './layout.ts'
import { type Lines, decodeLines } from './lines.ts'
import { groupRecords } from './record-index.ts'
import { format, readSnapshot } from './snapshot.ts'
import { type JournalEntry, type State, apply, createState } from './state.ts'

/** The end of a journal that no commit was ever acknowledged from. */
export interface TornEnd {
  readonly path: string
  readonly line: number
  /** Where the file is to be cut, in bytes. */
  readonly start: number
  /** Zeros stand where a crash kept bytes from the disk; else the file just ends. */
  readonly blank: boolean
}

export interface Recovered {
  readonly state: State
  /** The newest journal's; 0: there is none, the state is of an older format. */
  readonly generation: number
  /** Of the snapshot that the state began with; 0: it is of an older format. */
  readonly base: number
  /** Of all journals since the snapshot, and of the newest one alone. */
  readonly journalBytes: number
  readonly newestBytes: number
  readonly snapshotBytes: number
  readonly torn: TornEnd | null
}

interface JournalHead {
  readonly format: number
  /** The number of the last line before this journal. */
  readonly after: number
}

/** A line of the journal: its number, and that of the last line known to be on the disk when it was written. */
type Line = JournalEntry & { readonly n: number; readonly flushed: number }

export const encodeJournalHead = (after: number): string => JSON.stringify({ format, after })
/** `entry` is the JSON of a JournalEntry. */
export const encodeEntry = (n: number, flushed: number, entry: string): string =>
  `{"n":${n},"flushed":${flushed},${entry.slice(1)}`

/**
 * Whether what can't be read is the end of a flush that never came back. Whatever was acknowledged is whole on the disk:
 * so the line must lack what a crash leaves out, and none behind it may say that it was flushed.
 */
function isTorn({ good, bad }: Lines, last: number): boolean {
  if (bad === null || bad.fault === 'damaged') return false
  return good.every(({ start, value }) => start < bad.start || (value as Line).flushed <= last)
}

function replay(state: State, path: string, bytes: Buffer, newest: boolean): TornEnd | null {
  const lines = decodeLines(bytes)
  const [first, ...rest] = lines.good
  const { bad } = lines
  if (first === undefined || first.line !== 1) throw damaged(path, 1, 'it is not what was written')
  const head = first.value as JournalHead
  if (head.format !== format) throw newerFormat(path, head.format)
  if (head.after !== state.line) throw damaged(path, 1, `lines ${state.line + 1} to ${head.after} before it are gone`)
  for (const { line, start, value } of rest) {
    if (bad !== null && start > bad.start) break
    const { n, flushed: _flushed, ...entry } = value as Line
    if (n !== state.line + 1) throw damaged(path, line, `it is number ${n} where ${state.line + 1} belongs`)
    try {
      apply(state, entry)
    } catch (error) {
      throw damaged(path, line, (error as Error).message, error)
    }
  }
  if (bad === null) return null
  if (newest && isTorn(lines, state.line))
    return { path, line: bad.line, start: bad.start, blank: bad.fault === 'blank' }
  throw damaged(path, bad.line, 'it is not what was written')
}

interface OldState {
  readonly format: number
  readonly source: string
  readonly as_written: boolean
  readonly shift_days: number
  readonly records: ShopRecords
}

/** Format 1: one JSON file, which nothing but seeding ever wrote. */
function readOldState(path: string, bytes: Buffer): State {
  let old: OldState
  try {
    old = JSON.parse(bytes.toString()) as OldState
  } catch (error) {
    throw new OperatorError(
      `${path} is damaged (${(error as Error).message}); restore it, or delete it to seed it again from the shop's folder.`,
    )
  }
  if (old.format !== 1) throw newerFormat(path, old.format)
  const { source, as_written, shift_days, records } = old
  return createState({ shop: null, source, as_written, shift_days }, groupRecords(records))
}

async function recoverOldState(files: FileSystem, folder: string): Promise<Recovered | null> {
  const path = join(folder, oldRecordsFile)
  const bytes = await files.read(path)
  if (bytes === null) return null
  const state = readOldState(path, bytes)
  return { state, generation: 0, base: 0, journalBytes: 0, newestBytes: 0, snapshotBytes: bytes.length, torn: null }
}

/**
 * Reads the state of a folder and changes nothing: the newest snapshot, then the journals since. Null for a folder
 * without one. Throws OperatorError that names file and line of what is damaged.
 */
export async function recover(files: FileSystem, folder: string): Promise<Recovered | null> {
  const layout = readLayout(await files.list(folder))
  const base = layout.snapshot.at(-1)
  if (base === undefined) {
    const old = await recoverOldState(files, folder)
    if (old === null && (await hasEntries(files, folder, layout.journal)))
      throw missing(join(folder, snapshotFile(layout.journal[0] ?? 0)), 'its journal is there')
    return old
  }
  const snapshotPath = join(folder, snapshotFile(base))
  const snapshot = await read(files, snapshotPath)
  const state = readSnapshot(snapshotPath, snapshot)
  const generation = layout.journal.at(-1) ?? base
  let [journalBytes, newestBytes] = [0, 0]
  let torn: TornEnd | null = null
  for (let number = base; number <= generation; number++) {
    const path = join(folder, journalFile(number))
    const bytes = await read(files, path)
    torn = replay(state, path, bytes, number === generation)
    newestBytes = bytes.length
    journalBytes += newestBytes
  }
  return { state, generation, base, journalBytes, newestBytes, snapshotBytes: snapshot.length, torn }
}

async function read(files: FileSystem, path: string): Promise<Buffer> {
  const bytes = await files.read(path)
  if (bytes === null) throw missing(path, 'what stands in it was acknowledged')
  return bytes
}

/** Whether journals without a snapshot hold more than their heads: a first start that was cut short leaves such heads. */
async function hasEntries(files: FileSystem, folder: string, journals: readonly number[]): Promise<boolean> {
  for (const number of journals) {
    const bytes = await files.read(join(folder, journalFile(number)))
    if (bytes !== null && decodeLines(bytes).good.length !== 1) return true
  }
  return false
}
