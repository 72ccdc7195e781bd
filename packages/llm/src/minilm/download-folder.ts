import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { ModelFault } from '../model-thread/model-fault.ts'

const prefix = '.download-'
const machine = hostname().replaceAll(/[^\w.]/g, '_')
/** Milliseconds after which nobody is at a download any more that another machine began. */
const abandoned = 3600_000

/** An empty folder beside the one where a model will be. */
export async function makeBeside(folder: string): Promise<string> {
  await mkdir(dirname(folder), { recursive: true })
  return await mkdtemp(join(dirname(folder), `${prefix}${machine}-${process.pid}-`))
}

/** Makes it a model's folder in one step. Another process may have put the model there meanwhile: then it is that one's. */
export async function becomes(beside: string, folder: string): Promise<void> {
  try {
    await rename(beside, folder)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/** Takes a folder away in one step, so that nobody meets half of it. */
export async function discardModel(folder: string): Promise<void> {
  try {
    const beside = await mkdtemp(join(dirname(folder), `${prefix}${machine}-${process.pid}-`))
    try {
      await rename(folder, join(beside, 'model'))
    } finally {
      await remove(beside)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT') throw new ModelFault('unusable', `${folder} can't be replaced (${code})`)
  }
}

/** Removes what killed processes left beside a model's folder; at the start of this one. */
export async function removeAbandoned(folder: string): Promise<void> {
  const parent = dirname(folder)
  const names = await readdir(parent).catch(() => [])
  for (const name of names) {
    if (name.startsWith(prefix) && (await isAbandoned(parent, name))) await remove(join(parent, name))
  }
}

async function isAbandoned(parent: string, name: string): Promise<boolean> {
  const found = await stat(join(parent, name)).catch(() => null)
  if (found === null) return false
  const [, on, id] = /^(.+)-(\d+)-[^-]+$/.exec(name.slice(prefix.length)) ?? []
  const began = performance.timeOrigin
  if (on !== machine) return found.mtimeMs < began - abandoned
  // A container's process often has the number that the one before it had.
  return Number(id) === process.pid ? found.mtimeMs < began : !isAlive(Number(id))
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A rest that can't be removed is no reason to fail. */
export const remove = (folder: string) => rm(folder, { recursive: true, force: true }).catch(() => {})
