import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { OperatorError } from '@marketplace-agent/domain'
import { makeFolder } from '@marketplace-agent/store'

/** Makes a folder if need be, and makes sure before anything else that files can be written there. */
export async function makeWritable(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new OperatorError(
      `${folder} can't be written (${(error as NodeJS.ErrnoException).code}); give this user the right to it, or set STATE_DIR or CACHE_DIR to another folder.`,
    )
  }
}
