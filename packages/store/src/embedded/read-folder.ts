import { OperatorError } from '@marketplace-agent/domain'
import { operatorFault } from './faults.ts'
import type { FileSystem } from './file-system.ts'
import { readLayout } from './layout.ts'
import { type Recovered, recover } from './recover.ts'

const tries = 20

/**
 * The state of a folder that a server may be writing to at this moment: a moment's state, with everything in it that was
 * acknowledged before the call. Changes nothing. Throws OperatorError.
 */
export function readFolder(files: FileSystem, folder: string): Promise<Recovered> {
  return operatorFault(folder, async () => {
    for (let left = tries; ; left--) {
      const before = await generations(files, folder)
      try {
        const recovered = await recover(files, folder)
        if (recovered !== null) return recovered
        throw new OperatorError(
          `${folder} has no records yet; the first start makes them, or set STATE_DIR to another folder.`,
        )
      } catch (error) {
        // A compaction has taken files away between the listing and the reading.
        const moved = (await generations(files, folder)) !== before
        if (left === 0 || !moved || !(error instanceof OperatorError)) throw error
      }
    }
  })
}

async function generations(files: FileSystem, folder: string): Promise<string> {
  const { snapshot, journal } = readLayout(await files.list(folder))
  return JSON.stringify([snapshot, journal])
}
