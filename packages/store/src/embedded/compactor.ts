import { join } from 'node:path'
import type { Log } from '@marketplace-agent/domain'
import type { FileSystem } from './file-system.ts'
import { type Journal, createJournal } from './journal.ts'
import { archiveFile, journalFile, readLayout, snapshotFile, unfinished } from './layout.ts'
import { type Capture, captureState, writeSnapshot } from './snapshot.ts'
import type { State } from './state.ts'

const day = 86_400_000

export interface CompactorParts {
  readonly files: FileSystem
  readonly folder: string
  readonly state: State
  readonly journal: Journal
  /** Of the journals since the last snapshot, and of that snapshot, in bytes. */
  readonly journalBytes: number
  readonly snapshotBytes: number
  /** Compacted is a journal longer than this, in bytes, and longer than the snapshot. */
  readonly journalLimit: number
  readonly log: Log
}

/** Forgets the commits that were made more than a day before the last one. */
function forgetOld({ at, committed, keys }: State) {
  if (at === null) return
  const oldest = Date.parse(at) - day
  for (const [proposal, { idempotencyKey, at: committedAt }] of committed) {
    if (Date.parse(committedAt) >= oldest) continue
    committed.delete(proposal)
    if (idempotencyKey !== null) keys.delete(idempotencyKey)
  }
}

/**
 * Writes the journal and keeps it short. A new journal is begun while none is being written, and then, beside the
 * writes, the state as it was at that moment becomes a snapshot; the files before it are removed when it is durable.
 * Until then the old snapshot with both journals says the same.
 */
export function createCompactor({ files, folder, state, journalLimit, log, ...parts }: CompactorParts) {
  let { journal, snapshotBytes } = parts
  let broken = false
  /** Of the journals before this one that no snapshot has yet. */
  let earlierBytes = parts.journalBytes - journal.bytes
  /** How long the journals may be before the next try. */
  let limit = Math.max(journalLimit, snapshotBytes)
  let compacting: Promise<void> | null = null

  async function rotate(): Promise<void> {
    const generation = journal.generation + 1
    const old = journal
    try {
      journal = await createJournal(files, folder, generation, state.line)
    } catch (error) {
      log.error({ err: error }, 'no new journal could be begun')
      limit += journalLimit
      broken = !(await isGone(journalFile(generation)))
      return
    }
    earlierBytes += old.bytes
    forgetOld(state)
    compacting = compact(captureState(state), generation).finally(() => {
      compacting = null
    })
    await old.close().catch((error: unknown) => log.warn({ err: error }, 'the old journal could not be closed'))
  }

  /** Where a journal might be there that nothing is written to, the one before it must not go on. */
  async function isGone(name: string): Promise<boolean> {
    try {
      await files.remove(join(folder, name + unfinished))
      await files.remove(join(folder, name))
      await files.syncFolder(folder)
      return true
    } catch {
      return false
    }
  }

  async function compact(capture: Capture, generation: number): Promise<void> {
    try {
      const { archives, bytes } = await writeSnapshot(files, folder, generation, capture)
      state.archives = archives
      state.recent = state.recent.slice(capture.recent.length)
      snapshotBytes = bytes
      earlierBytes = 0
      limit = Math.max(journalLimit, snapshotBytes)
      await removeBefore(files, folder, generation)
    } catch (error) {
      limit = earlierBytes + journal.bytes + journalLimit
      log.error({ err: error }, 'the journal could not be compacted; it goes on as it is')
    }
  }

  return {
    /** No more is written: what the disk has is not known. */
    get broken() {
      return broken || journal.broken
    },
    async write(text: string): Promise<void> {
      if (broken || journal.broken) throw new Error('the journal takes no more writes')
      await journal.write(text)
    },
    /** To be called while nothing is being written. */
    async rotateIfDue() {
      if (compacting === null && !broken && !journal.broken && earlierBytes + journal.bytes > limit) await rotate()
    },
    async close() {
      await compacting
      await journal.close()
    },
  }
}

/** Removes what the snapshot of a generation stands for; it must be durable. */
export async function removeBefore(files: FileSystem, folder: string, generation: number): Promise<void> {
  const { snapshot, journal, old } = readLayout(await files.list(folder))
  const before = (list: readonly number[]) => list.filter((number) => number < generation)
  const names = [...before(snapshot).map(snapshotFile), ...before(journal).map(journalFile), ...old]
  for (const name of names) await files.remove(join(folder, name))
  if (names.length > 0) await files.syncFolder(folder)
}

/** Removes what a compaction that never ended has left; all of it is in the journals. */
export async function removeUnfinished(files: FileSystem, folder: string, base: number): Promise<void> {
  const { audit, unfinished: names } = readLayout(await files.list(folder))
  const strays = [...audit.filter((number) => number > base).map(archiveFile), ...names]
  for (const name of strays) await files.remove(join(folder, name))
  if (strays.length > 0) await files.syncFolder(folder)
}
