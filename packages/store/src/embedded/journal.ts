import { join } from 'node:path'
import type { AppendFile, FileSystem } from './file-system.ts'
import { journalFile } from './layout.ts'
import { encodeLine } from './lines.ts'
import { type TornEnd, encodeJournalHead } from './recover.ts'
import { writeWhole } from './snapshot.ts'

/** The end of the newest journal. Calls come one after the other. */
export interface Journal {
  readonly generation: number
  /** All of `text` is on the disk when this resolves, none of it when it rejects, unless `broken`. */
  write(text: string): Promise<void>
  /** What is on the disk is no longer known; nothing more may be written. */
  readonly broken: boolean
  readonly bytes: number
  close(): Promise<void>
}

/** An empty journal, durable under its name; `after` is the number of the last line before it. */
export async function createJournal(
  files: FileSystem,
  folder: string,
  generation: number,
  after: number,
): Promise<Journal> {
  const name = journalFile(generation)
  const bytes = await writeWhole(files, folder, name, [encodeLine(encodeJournalHead(after))])
  return follow(await files.open(join(folder, name)), generation, bytes)
}

/** The journal of a state that was recovered. What a reader sees of it is on the disk before anybody reads. */
export async function resumeJournal(
  files: FileSystem,
  folder: string,
  generation: number,
  bytes: number,
  torn: TornEnd | null,
): Promise<Journal> {
  const file = await files.open(join(folder, journalFile(generation)))
  try {
    if (torn !== null) await file.truncate(torn.start)
    await file.sync()
    await files.syncFolder(folder)
  } catch (error) {
    await file.close()
    throw error
  }
  return follow(file, generation, torn?.start ?? bytes)
}

function follow(file: AppendFile, generation: number, size: number): Journal {
  let bytes = size
  let broken = false
  return {
    generation,
    get bytes() {
      return bytes
    },
    get broken() {
      return broken
    },
    async write(text) {
      let written = false
      try {
        await file.append(text)
        written = true
        await file.sync()
      } catch (error) {
        // After a failed sync nobody knows what the disk has. A write that failed, for want of room, can be taken back.
        broken = written || !(await cut(file, bytes))
        throw error
      }
      bytes += Buffer.byteLength(text)
    },
    close: () => file.close(),
  }
}

async function cut(file: AppendFile, bytes: number): Promise<boolean> {
  try {
    await file.truncate(bytes)
    await file.sync()
    return true
  } catch {
    return false
  }
}
