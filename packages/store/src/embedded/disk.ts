import fs from 'node:fs'
import { type FileHandle, open, readFile, readdir, rename, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { makeFolder, syncFolder } from '../make-folder.ts'
import type { AppendFile, FileSystem } from './file-system.ts'

/** The records are personal data: nobody but the shop's own user reads them. */
const fileMode = 0o600

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

const write = promisify(fs.write) as (fd: number, bytes: Buffer, offset: number) => Promise<{ bytesWritten: number }>
const datasync = promisify(fs.fdatasync)

function appendFile(handle: FileHandle): AppendFile {
  return {
    async append(text) {
      const bytes = Buffer.from(text)
      for (let done = 0; done < bytes.length;) done += (await write(handle.fd, bytes, done)).bytesWritten
    },
    sync: () => datasync(handle.fd),
    truncate: (bytes) => handle.truncate(bytes),
    close: () => handle.close(),
  }
}

/**
 * A lock that the kernel holds, so that it ends with the process, whatever ended it: SQLite's on an empty database.
 * Nothing else may open the lock file: closing it would let the lock go.
 */
async function lock(path: string): Promise<(() => Promise<void>) | null> {
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    const sqliteBusy = 5
    if ((error as { errcode?: number }).errcode === sqliteBusy) return null
    throw error
  }
  return async () => database.close()
}

/** The files of this machine. */
export const disk: FileSystem = {
  makeFolder,
  syncFolder,
  lock,
  rename,
  async list(folder) {
    try {
      return await readdir(folder)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  },
  async read(path) {
    try {
      return await readFile(path)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    }
  },
  create: async (path) => appendFile(await open(path, 'w', fileMode)),
  open: async (path) => appendFile(await open(path, 'a', fileMode)),
  remove: (path) => rm(path, { recursive: true, force: true }),
}
