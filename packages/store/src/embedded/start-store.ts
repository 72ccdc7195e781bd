import { type Log, OperatorError } from '@marketplace-agent/domain'
import { join } from 'node:path'
import type { NumberedRecord, Store } from '../port.ts'
import { type Seed, type SeedOptions, seedOf } from '../seed.ts'
import { removeBefore, removeUnfinished } from './compactor.ts'
import { operatorFault } from './faults.ts'
import type { FileSystem } from './file-system.ts'
import { type Journal, createJournal, resumeJournal } from './journal.ts'
import { createJournalStore } from './journal-store.ts'
import { lockFile, newestGeneration, readLayout } from './layout.ts'
import { encodeLine } from './lines.ts'
import { createRecordIndex, groupRecords } from './record-index.ts'
import { type Recovered, encodeEntry, recover } from './recover.ts'
import { captureState, writeSnapshot } from './snapshot.ts'
import { type JournalEntry, type Origin, type State, apply, createState } from './state.ts'

export interface StoreOptions extends SeedOptions {
  /** The store's own folder in the state folder. */
  readonly folder: string
  /** The shop's patterns, to make numbers by. */
  readonly numbers: Readonly<Record<NumberedRecord, string>>
  readonly log: Log
  /** How long the journal may grow before it is compacted, in bytes. */
  readonly journalLimit?: number
}

const defaultJournalLimit = 8_000_000

/** Keeps other processes out of a folder, which is made where it isn't there. Throws OperatorError. */
export async function lockFolder(files: FileSystem, folder: string): Promise<() => Promise<void>> {
  await files.makeFolder(folder)
  const release = await files.lock(join(folder, lockFile))
  if (release !== null) return release
  throw new OperatorError(
    `${folder} is in use by another process; end that one first, or set STATE_DIR to another folder.`,
  )
}

/** Makes a state the folder's newest generation; all before it is removed when this one is durable. */
export async function replaceState(files: FileSystem, folder: string, state: State) {
  const generation = newestGeneration(readLayout(await files.list(folder))) + 1
  const journal = await createJournal(files, folder, generation, state.line)
  try {
    const { archives, bytes } = await writeSnapshot(files, folder, generation, captureState(state))
    await removeBefore(files, folder, generation)
    state.archives = archives
    state.recent = []
    return { journal, journalBytes: journal.bytes, snapshotBytes: bytes }
  } catch (error) {
    await journal.close()
    throw error
  }
}

const originOf = ({ shop, source, as_written, shift_days }: Seed): Origin => ({ shop, source, as_written, shift_days })

/** The state with the shop's records in place of its own; its audit entries stay. */
const reseeded = (state: State, seed: Seed): State => ({
  ...state,
  origin: originOf(seed),
  records: createRecordIndex(groupRecords(seed.records())),
})

/**
 * What a start with these records does to a state: as long as nothing was committed, changed records are seeded again;
 * after that the state is never overwritten: changed records of the same shop are left out, another shop's are an error.
 */
export function reconcile({ origin, written }: State, seed: Seed, folder: string): 'keep' | 'seed' | 'leave out' {
  const sameRecords = origin.source === seed.source
  if (!written) return sameRecords && origin.as_written === seed.as_written ? 'keep' : 'seed'
  if (sameRecords) return 'keep'
  if (origin.shop === seed.shop) return 'leave out'
  throw new OperatorError(
    `${folder} holds what was committed in ${origin.shop ?? 'another shop'}, not in ${seed.shop}; set STATE_DIR to another folder, or drop it with "npm run data -- reset --yes".`,
  )
}

interface Started {
  readonly state: State
  readonly journal: Journal
  readonly journalBytes: number
  readonly snapshotBytes: number
}

async function resume(files: FileSystem, folder: string, recovered: Recovered, log: Log): Promise<Started> {
  const { state, generation, base, newestBytes, torn, ...sizes } = recovered
  if (torn !== null) log.warn({ file: torn.path, line: torn.line }, 'the torn end of the journal is dropped')
  const journal = await resumeJournal(files, folder, generation, newestBytes, torn)
  const names = new Set(await files.list(folder))
  for (const { file } of state.archives) {
    if (!names.has(file)) log.error({ file }, 'a file of the audit log is missing; put it back, or restore a backup')
  }
  await removeUnfinished(files, folder, base)
  await removeBefore(files, folder, base)
  return { state, journal, ...sizes }
}

async function writeOrigin({ state, journal }: Started, seed: Seed): Promise<void> {
  const entry: JournalEntry = { kind: 'origin', origin: { ...state.origin, shop: seed.shop, source: seed.source } }
  await journal.write(encodeLine(encodeEntry(state.line + 1, state.line, JSON.stringify(entry))))
  apply(state, entry)
}

/** The folder's state, ready to be written: seeded, upgraded or recovered. The folder must be locked. */
export async function startState(files: FileSystem, options: StoreOptions): Promise<Started> {
  const { folder, log } = options
  const seed = seedOf(options)
  const recovered = await recover(files, folder)
  const present = recovered?.state ?? createState({ ...originOf(seed), source: '' }, [])
  const decision = reconcile(present, seed, folder)
  const started = recovered !== null && recovered.generation > 0 ? await resume(files, folder, recovered, log) : null
  if (started !== null && decision !== 'seed') {
    if (decision === 'leave out') {
      log.warn(
        { folder },
        "the shop's records have changed since it has commits; the state is kept, the change left out",
      )
      await writeOrigin(started, seed)
    }
    return started
  }
  await started?.journal.close()
  const state = decision === 'seed' ? reseeded(present, seed) : present
  const replaced = await replaceState(files, folder, state)
  if (decision === 'seed')
    log.info({ orders: state.records.size, shift_days: seed.shift_days }, 'records seeded from the shop folder')
  return { state, ...replaced }
}

/** Opens the store of a folder over any files. Throws OperatorError. */
export function startStore(files: FileSystem, options: StoreOptions): Promise<Store> {
  const { folder, numbers, log, journalLimit = defaultJournalLimit } = options
  return operatorFault(folder, async () => {
    const release = await lockFolder(files, folder)
    try {
      const started = await startState(files, options)
      return createJournalStore({ files, folder, numbers, log, journalLimit, release, ...started })
    } catch (error) {
      await release()
      throw error
    }
  })
}
