import { join } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import { type ChainHead, emptyChain, follow } from './audit-chain.ts'
import { missing } from './faults.ts'
import type { FileSystem } from './file-system.ts'
import type { Archive, State } from './state.ts'

/** The entries of an archive, each as its JSON. Throws OperatorError where the file is gone. */
export async function readArchive(files: FileSystem, folder: string, { file }: Archive): Promise<string[]> {
  const path = join(folder, file)
  const bytes = await files.read(path)
  if (bytes === null) throw missing(path, 'it holds audit entries')
  return bytes.toString().replace(/\n$/, '').split('\n')
}

/** The first fault of an archive that should go on after `last`, or null. */
function faultOf(path: string, texts: readonly string[], archive: Archive, last: ChainHead): string | null {
  let head = last
  for (const [index, text] of texts.entries()) {
    const next = follow(text, head)
    if (typeof next === 'string') return `${path} line ${index + 1} ${next}`
    head = next
  }
  if (head.sequence === archive.sequence && head.hash === archive.hash) return null
  return `${path} ends with entry ${head.sequence} where ${archive.sequence} was the last: it was cut or put in another's place`
}

/**
 * Every audit entry of a state as its JSON, oldest first, each checked against the hash of the one before. Faults are told
 * as `file line n …`, one a file, and what comes after the file goes on. Those behind the archives were checked as the
 * journal was read.
 */
export async function* walkAudit(
  files: FileSystem,
  folder: string,
  { archives, recent }: Pick<State, 'archives' | 'recent'>,
  onFault: (fault: string) => void = (fault) => {
    throw new OperatorError(`${fault}; restore a backup with "npm run data -- restore FROM".`)
  },
): AsyncGenerator<string> {
  let last: ChainHead = emptyChain
  for (const archive of archives) {
    const path = join(folder, archive.file)
    const texts = await readArchive(files, folder, archive).catch((error: unknown) => {
      if (!(error instanceof OperatorError)) throw error
      onFault(error.message)
      return null
    })
    if (texts !== null) {
      const fault = faultOf(path, texts, archive, last)
      if (fault === null) yield* texts
      else onFault(fault)
    }
    last = archive
  }
  for (const { text } of recent) yield text
}
