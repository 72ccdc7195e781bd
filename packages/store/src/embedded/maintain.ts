import { basename, dirname, join } from 'node:path'
import {
  type AuditDraft,
  type AuditEntry,
  OperatorError,
  type OrderRecord,
  type ShopRecords,
} from '@marketplace-agent/domain'
import { walkAudit } from './archive.ts'
import { seal } from './audit-chain.ts'
import { operatorFault } from './faults.ts'
import type { FileSystem } from './file-system.ts'
import { journalFile, lockFile, readLayout, snapshotFile } from './layout.ts'
import { readFolder } from './read-folder.ts'
import { createRecordIndex, groupRecords, keyOf, ungroupRecords } from './record-index.ts'
import { recover } from './recover.ts'
import { captureState, readSnapshot, snapshotLines, writeWhole } from './snapshot.ts'
import { type StoreOptions, lockFolder, replaceState, startState } from './start-store.ts'
import type { State } from './state.ts'

/** What an operator did, and how much of it there was. */
export interface Counts {
  readonly orders: number
  readonly audit_entries: number
}

const countsOf = ({ records, chain }: State): Counts => ({ orders: records.size, audit_entries: chain.sequence })

async function locked<T>(files: FileSystem, folder: string, work: () => Promise<T>): Promise<T> {
  return operatorFault(folder, async () => {
    const release = await lockFolder(files, folder)
    try {
      return await work()
    } finally {
      await release()
    }
  })
}

/** Whether something was committed here that only this folder has; also where that can't be read. */
async function holdsCommits(files: FileSystem, folder: string): Promise<boolean> {
  try {
    return (await recover(files, folder))?.state.written ?? false
  } catch (error) {
    if (error instanceof OperatorError) return true
    throw error
  }
}

async function insist(files: FileSystem, folder: string, sure: boolean, loss: string): Promise<void> {
  if (sure || !(await holdsCommits(files, folder))) return
  throw new OperatorError(`${folder} holds commits, which ${loss}; make a backup first, then say it again with --yes.`)
}

/** Drops everything; the next start seeds from the shop's folder. With commits in it only when `sure`. */
export const resetFolder = (files: FileSystem, folder: string, sure: boolean): Promise<void> =>
  locked(files, folder, async () => {
    await insist(files, folder, sure, 'would be lost')
    // The journals first, the snapshots last: a snapshot without its journal tells that a reset was cut short.
    const names = (await files.list(folder)).filter((name) => name !== lockFile)
    const { journal, snapshot } = readLayout(names)
    const [first, last] = [journal.map(journalFile), snapshot.map(snapshotFile)]
    const between = names.filter((name) => !first.includes(name) && !last.includes(name))
    for (const group of [first, between, last]) {
      for (const name of group) await files.remove(join(folder, name))
      await files.syncFolder(folder)
    }
  })

/** The records as they are, in the shape of a shop's folder. */
export async function exportFolder(files: FileSystem, folder: string): Promise<ShopRecords> {
  return ungroupRecords((await readFolder(files, folder)).state.records.all())
}

/** Writes all of a state, its audit log checked and included, to one file; a server may go on writing meanwhile. */
export async function backupFolder(files: FileSystem, folder: string, file: string): Promise<Counts> {
  const { state } = await readFolder(files, folder)
  return operatorFault(
    dirname(file),
    async () => {
      const lines = snapshotLines(captureState(state), [], walkAudit(files, folder, state))
      await writeWhole(files, dirname(file), basename(file), lines)
      return countsOf(state)
    },
    'name another place',
  )
}

/** Puts a backup in place of what is there. With commits there only when `sure`. A damaged backup changes nothing. */
export async function restoreFolder(files: FileSystem, folder: string, file: string, sure: boolean): Promise<Counts> {
  const bytes = await operatorFault(file, () => files.read(file), 'name another file')
  if (bytes === null) throw new OperatorError(`There is no file ${file}; name a backup.`)
  const state = readSnapshot(file, bytes)
  if (state.chain.sequence !== state.recent.length || state.archives.length > 0)
    throw new OperatorError(`${file} is no backup: its audit log is not in it.`)
  return locked(files, folder, async () => {
    await insist(files, folder, sure, 'the backup would replace')
    const { journal } = await replaceState(files, folder, { ...state, written: true })
    await journal.close()
    return countsOf(state)
  })
}

/** The records of a file with versions that go on from those that are there, so that what was read before is stale. */
function versioned(records: ShopRecords, present: State): OrderRecord[] {
  return groupRecords(records).map((record) => {
    const before = present.records.get(record.order.number)
    return { ...record, version: (before?.version ?? 0) + 1 }
  })
}

/**
 * Puts records in place of all that are there, which the audit log says. They must have been checked. With commits there
 * only when `sure`. `at`: the shop's time, ISO 8601.
 */
export const importRecords = (
  files: FileSystem,
  options: StoreOptions,
  records: ShopRecords,
  at: string,
  sure: boolean,
): Promise<Counts> =>
  locked(files, options.folder, async () => {
    const { folder } = options
    await insist(files, folder, sure, 'the import would replace')
    const { state, journal } = await startState(files, options)
    await journal.close()
    const draft: AuditDraft = {
      at,
      event: 'committed',
      tool: 'data import',
      door: 'command',
      conversation: null,
      proof: null,
      proposal: null,
      rule: null,
      order: null,
      changes: [],
    }
    const sealed = seal(draft, state.chain)
    const imported: State = {
      ...state,
      written: true,
      records: createRecordIndex(versioned(records, state)),
      chain: { sequence: sealed.sequence, hash: sealed.hash },
      recent: [...state.recent, sealed],
    }
    const replaced = await replaceState(files, folder, imported)
    await replaced.journal.close()
    return countsOf(imported)
  })

/** The audit entries of a folder behind a number, oldest first; a server may go on writing meanwhile. */
export async function* readAudit(
  files: FileSystem,
  folder: string,
  { after, order }: { readonly after: number; readonly order: string | null },
): AsyncGenerator<AuditEntry> {
  const { state } = await readFolder(files, folder)
  for await (const text of walkAudit(files, folder, state)) {
    const entry = JSON.parse(text) as AuditEntry
    if (entry.sequence > after && (order === null || keyOf(entry.order ?? '') === keyOf(order))) yield entry
  }
}
