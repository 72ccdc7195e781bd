import { createHash } from 'node:crypto'
import { mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CodedError, type Log } from '@marketplace-agent/domain'
import { digestsFile } from '../model-thread/digests.ts'
import { ModelFault } from '../model-thread/model-fault.ts'
import { becomes, makeBeside, remove } from './download-folder.ts'
import type { HttpGet } from './http-get.ts'
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
  readonly get: HttpGet
  readonly limits: DownloadLimits
  readonly log: Log
  readonly signal: AbortSignal
}

/**
 * Downloads a model's files into a folder beside the one where it will be, which becomes that one in one step when all are
 * there, with their digests beside them. Of two at once, one wins. Rejects with ModelFault, or CodedError `aborted`.
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

  /** Gives the file's digest. */
  async function file(path: string, largest: number, target: string): Promise<string> {
    let timer = late(`gave no answer for ${path}`, limits.answer)
    const url = `${hub}/${repository}/resolve/main/${path}`
    const { status, length, body } = await download.get(url, stopping).finally(() => clearTimeout(timer))
    try {
      if (status !== 200) throw new ModelFault('unusable', `${url} answered ${status}`)
      const progress = createProgress(repository, length, log)
      const hash = createHash('sha256')
      await mkdir(dirname(target), { recursive: true })
      await using output = await open(target, 'wx')
      let size = 0
      const stalled = `stopped halfway through ${path} and gave nothing more`
      timer = late(stalled, limits.stall)
      for await (const chunk of body as AsyncIterable<Buffer>) {
        clearTimeout(timer)
        timer = late(stalled, limits.stall)
        size += chunk.length
        if (size > largest) throw new ModelFault('unusable', `${url} is larger than any sentence model's`)
        hash.update(chunk)
        await output.writeFile(chunk)
        progress(size)
      }
      return hash.digest('hex')
    } finally {
      clearTimeout(timer)
      body.destroy()
    }
  }

  try {
    beside = await makeBeside(folder)
    const digests: string[] = []
    for (const { path, largest } of modelFiles) {
      digests.push(`${await file(path, largest, join(beside, path))}  ${path}\n`)
    }
    await writeFile(join(beside, digestsFile), digests.join(''))
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

/** Says at each quarter of a large file that it was reached. */
function createProgress(model: string, total: number | null, log: Log): (size: number) => void {
  const large = 1_000_000
  let next = 0.25
  return (size) => {
    if (total === null || total < large || size < next * total || next >= 1) return
    log.info({ model }, `Downloading the sentence model: ${Math.floor((size / total) * 100)}% of ${megabytes(total)}`)
    while (size >= next * total) next += 0.25
  }
}

const networkCalls = new Set(['connect', 'getaddrinfo', 'read'])

function faultOf(error: unknown, { hub, folder }: Download): ModelFault {
  if (error instanceof ModelFault) return error
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall !== undefined && !networkCalls.has(syscall)) {
    return new ModelFault('unusable', `${dirname(folder)} can't be written to (${code})`)
  }
  return new ModelFault('unusable', `${hub} can't be reached, or broke off${code === undefined ? '' : ` (${code})`}`)
}

const seconds = (milliseconds: number) => `${milliseconds / 1000} s`
const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`
