import { createReadStream } from 'node:fs'
import { appendFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Clock } from '@marketplace-agent/domain'
import type { KeptTurn, KeptTurns } from './port.ts'

export interface FileTurnsOptions {
  /** Made with the first turn that is kept; the one above it is there. */
  readonly folder: string
  /** Nothing is kept for longer, counted in days of UTC. With 0 nothing is kept. */
  readonly days: number
  readonly clock: Clock
  /** Bytes of all files; of one day an eighth of it, so that a flood of turns doesn't drive all others out. */
  readonly mostBytes?: number
}

const usualBytes = 64 * 1024 * 1024
const daysOfBytes = 8
const dayLength = 86_400_000

const dayOf = (instant: Date | string) => new Date(instant).toISOString().slice(0, 10)
const fileOf = (day: string) => `${day}.jsonl`
const isFile = (name: string) => /^\d{4}-\d{2}-\d{2}\.jsonl$/.test(name)

/** A line as it was kept; null for what is none, as the half of one that a full disk left. */
function readLine(line: string): KeptTurn | null {
  try {
    const value = JSON.parse(line) as Partial<KeptTurn> | null
    return typeof value?.text === 'string' && value.understood !== undefined ? (value as KeptTurn) : null
  } catch {
    return null
  }
}

const unlessMissing =
  <T>(fallback: T) =>
  (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return fallback
  }

/** Kept turns in files of a folder, one a day (`2026-02-05.jsonl`), a line a turn, readable by this user alone. */
export function createFileTurns({ folder, days, clock, mostBytes = usualBytes }: FileTurnsOptions): KeptTurns {
  let last: Promise<unknown> = Promise.resolve()
  /** Sizes of the files by their names; null until they are read. */
  let sizes: Map<string, number> | null = null
  /** The file that ends with a whole line. */
  let whole: string | null = null

  /** The newest day that is too old. */
  const tooOld = () => dayOf(new Date(clock.now().getTime() - days * dayLength))
  const names = async () => (await readdir(folder).catch(unlessMissing<string[]>([]))).filter(isFile).toSorted()

  /** One after the other, whatever became of the one before. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work, work)
    last = result.catch(() => {})
    return result
  }

  async function drop(name: string) {
    await rm(join(folder, name), { force: true })
    sizes?.delete(name)
  }

  async function prune() {
    const oldest = fileOf(tooOld())
    for (const name of await names()) if (name <= oldest) await drop(name)
  }

  async function readSizes(): Promise<Map<string, number>> {
    await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    const found = await names()
    return new Map(await Promise.all(found.map(async (name) => [name, (await stat(join(folder, name))).size] as const)))
  }

  async function write(turn: KeptTurn) {
    const name = fileOf(dayOf(turn.at))
    if (name <= fileOf(tooOld())) return
    sizes ??= await readSizes()
    // A day that begins ends another.
    if (!sizes.has(name)) await prune()
    const size = sizes.get(name) ?? 0
    // What was cut short before gets an end.
    const text = `${whole === name || size === 0 ? '' : '\n'}${JSON.stringify(turn)}\n`
    const bytes = Buffer.byteLength(text)
    if (size + bytes > mostBytes / daysOfBytes) return
    const others = [...sizes.keys()].toSorted()
    for (let all = [...sizes.values()].reduce((sum, each) => sum + each, bytes); all > mostBytes;) {
      const oldest = others.shift()
      if (oldest === undefined || oldest === name) break
      all -= sizes.get(oldest) ?? 0
      await drop(oldest)
    }
    whole = null
    try {
      await appendFile(join(folder, name), text, { mode: 0o600 })
    } catch (error) {
      // How much of it was written, and whether the folder is still there, is looked up again.
      sizes = null
      throw error
    }
    whole = name
    sizes.set(name, size + bytes)
  }

  return {
    keep: (turn) => inTurn(() => write(turn)),
    prune: () => inTurn(prune),
    async *all() {
      await last
      const oldest = fileOf(tooOld())
      for (const name of await names()) {
        if (name <= oldest) continue
        const lines = createInterface({ input: createReadStream(join(folder, name), 'utf8'), crlfDelay: Infinity })
        for await (const line of lines) {
          const turn = readLine(line)
          if (turn !== null) yield turn
        }
      }
    },
    async close() {
      await last
    },
  }
}
