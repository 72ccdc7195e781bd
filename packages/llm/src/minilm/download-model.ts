import { mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CodedError, type Log } from '@marketplace-agent/domain'
import { ModelFault } from '../model-thread/model-fault.ts'
import { modelFiles } from './model-files.ts'

/** All in milliseconds. */
export interface DownloadLimits {
  /** Until the hub's answer to the request for a file begins. */
  readonly answer: number
  /** Without a byte. */
  readonly stall: number
  /** For all files together. */
  readonly whole: number
}

export interface Download {
  /** The model's id on the hub. */
  readonly repository: string
  /** The hub's address. */
  readonly hub: string
  /** Where the model will be. */
  readonly folder: string
  readonly fetch: typeof fetch
  readonly limits: DownloadLimits
  readonly log: Log
  readonly signal: AbortSignal
}

const unfinished = '.download-'
/** Milliseconds after which nobody is at a download any more. */
const abandoned = 24 * 3600_000

/**
 * Downloads a model's files into a folder beside the one where it will be, which becomes that one in one step when all are
 * there. Of two at once, one wins. Rejects with ModelFault, or CodedError `aborted`.
 */
export async function downloadModel(download: Download): Promise<void> {
  const { repository, hub, folder, limits, log, signal } = download
  log.info({ model: repository, hub }, 'Downloading the sentence model, once')
  const patience = new AbortController()
  const late = (what: string, milliseconds: number) =>
    setTimeout(
      () => patience.abort(new ModelFault('unusable', `${hub} ${what} within ${seconds(milliseconds)}`)),
      milliseconds,
    )
  const whole = late("didn't give all of its files", limits.whole)
  const stopping = AbortSignal.any([signal, patience.signal])
  let beside: string | undefined

  async function file(path: string, largest: number, target: string): Promise<void> {
    let timer = late(`gave no answer for ${path}`, limits.answer)
    try {
      const url = `${hub}/${repository}/resolve/main/${path}`
      const response = await download.fetch(url, { signal: stopping })
      if (!response.ok || response.body === null) throw new ModelFault('unusable', `${url} answered ${response.status}`)
      const progress = createProgress(repository, Number(response.headers.get('content-length')), log)
      await mkdir(dirname(target), { recursive: true })
      await using output = await open(target, 'wx')
      let size = 0
      for await (const chunk of response.body) {
        clearTimeout(timer)
        timer = late(`stopped halfway through ${path} and gave nothing more`, limits.stall)
        size += chunk.length
        if (size > largest) throw new ModelFault('unusable', `${url} is larger than any sentence model's`)
        await output.writeFile(chunk)
        progress(size)
      }
    } finally {
      clearTimeout(timer)
    }
  }

  try {
    await mkdir(dirname(folder), { recursive: true })
    beside = await mkdtemp(join(dirname(folder), unfinished))
    await removeAbandoned(beside)
    for (const { path, largest } of modelFiles) await file(path, largest, join(beside, path))
    await becomes(beside, folder)
    log.info({ model: repository }, 'The sentence model is downloaded')
  } catch (error) {
    if (signal.aborted) throw new CodedError('aborted', 'The download was stopped.')
    if (patience.signal.aborted) throw patience.signal.reason
    throw faultOf(error, download)
  } finally {
    clearTimeout(whole)
    if (beside !== undefined) await remove(beside)
  }
}

/** Takes a folder away in one step, so that nobody meets half of it. */
export async function discardModel(folder: string): Promise<void> {
  try {
    const beside = await mkdtemp(join(dirname(folder), unfinished))
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

/** Says at each quarter of a large file that it was reached. */
function createProgress(model: string, total: number, log: Log): (size: number) => void {
  const large = 1_000_000
  let next = 0.25
  return (size) => {
    if (!(total >= large) || size < next * total || next >= 1) return
    log.info({ model }, `Downloading the sentence model: ${Math.floor((size / total) * 100)}% of ${megabytes(total)}`)
    while (size >= next * total) next += 0.25
  }
}

/** Another process may have put the model there meanwhile: then it is that one's. */
async function becomes(beside: string, folder: string): Promise<void> {
  try {
    await rename(beside, folder)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/** What processes that were killed left behind; the age is told by the file system's own clock. */
async function removeAbandoned(ours: string): Promise<void> {
  const parent = dirname(ours)
  const { mtimeMs: now } = await stat(ours)
  for (const name of await readdir(parent)) {
    if (!name.startsWith(unfinished)) continue
    const found = await stat(join(parent, name)).catch(() => null)
    if (found !== null && found.mtimeMs < now - abandoned) await remove(join(parent, name))
  }
}

/** A rest that can't be removed is no reason to fail. */
const remove = (folder: string) => rm(folder, { recursive: true, force: true }).catch(() => {})

function faultOf(error: unknown, { hub, folder }: Download): ModelFault {
  if (error instanceof ModelFault) return error
  const { code, syscall, cause } = error as NodeJS.ErrnoException
  if (syscall !== undefined && code !== undefined) {
    return new ModelFault('unusable', `${dirname(folder)} can't be written to (${code})`)
  }
  const why = (cause as NodeJS.ErrnoException | undefined)?.code ?? code
  return new ModelFault('unusable', `${hub} can't be reached, or broke off${why === undefined ? '' : ` (${why})`}`)
}

const seconds = (milliseconds: number) => `${milliseconds / 1000} s`
const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`
