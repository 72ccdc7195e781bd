import { mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/**
 * Makes a folder and those above it, for this user alone and durably. Throws the machine's error. Not `mkdir` with
 * `recursive`: that never ends where a folder that is there takes no others, as /proc does.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory()) return
    const parent = dirname(path)
    if (codeOf(error) !== 'ENOENT' || parent === path || (await isThere(parent))) throw error
    await makeFolder(parent)
    return makeFolder(path)
  }
  await syncFolder(dirname(path))
}

/** What was made, renamed or removed in a folder is on the disk when this resolves. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } catch (error) {
    // Some file systems have no folders to sync, and keep names by themselves.
    if (codeOf(error) !== 'EINVAL' && codeOf(error) !== 'ENOTSUP') throw error
  } finally {
    await folder.close()
  }
}
