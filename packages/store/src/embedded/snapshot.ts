import { join } from 'node:path'
import type { Committed, OrderRecord, OutboxEntry } from '@marketplace-agent/domain'
import { type ChainHead, emptyChain, follow } from './audit-chain.ts'
import { damaged, newerFormat } from './faults.ts'
import type { FileSystem } from './file-system.ts'
import { archiveFile, snapshotFile, unfinished } from './layout.ts'
import { decodeLines, encodeLine } from './lines.ts'
import { type Archive, type Origin, type RecentEntry, type State, createState, remember } from './state.ts'

/** Of the snapshot and of the journal. Format 1 was `records.json` alone (see `recover.ts`). */
export const format = 2

interface Head {
  readonly format: number
  readonly origin: Origin
  readonly written: boolean
  readonly line: number
  readonly at: string | null
  readonly chain: ChainHead
  readonly archives: readonly Archive[]
}

/** The state at one moment. Its parts never change, so it can be written while the state goes on. */
export interface Capture {
  readonly head: Omit<Head, 'format'>
  readonly orders: readonly OrderRecord[]
  readonly committed: readonly Committed[]
  readonly mail: readonly OutboxEntry[]
  readonly recent: readonly RecentEntry[]
}

export const captureState = ({ origin, written, line, at, chain, archives, ...rest }: State): Capture => ({
  head: { origin, written, line, at, chain, archives },
  orders: rest.records.all(),
  committed: [...rest.committed.values()],
  mail: [...rest.mail.values()],
  recent: [...rest.recent],
})

/** Writes a file as a whole: it has its name only when all of it is on the disk. Gives its size in bytes. */
export async function writeWhole(
  files: FileSystem,
  folder: string,
  name: string,
  parts: Iterable<string> | AsyncIterable<string>,
): Promise<number> {
  const temporary = join(folder, name + unfinished)
  const file = await files.create(temporary)
  let bytes = 0
  try {
    for await (const part of parts) {
      await file.append(part)
      bytes += Buffer.byteLength(part)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  await files.rename(temporary, join(folder, name))
  await files.syncFolder(folder)
  return bytes
}

/** So many values a line: short enough not to hold the event loop while one is written. */
const chunk = 200

function* chunks(key: string, list: readonly unknown[]): Generator<string> {
  for (let start = 0; start < list.length; start += chunk)
    yield encodeLine(JSON.stringify({ [key]: list.slice(start, start + chunk) }))
}

/** `archives` and `audit`: where the audit entries are, or they themselves. */
export async function* snapshotLines(
  { head, orders, committed, mail }: Capture,
  archives: readonly Archive[],
  audit: AsyncIterable<string> | null = null,
): AsyncGenerator<string> {
  yield encodeLine(JSON.stringify({ format, ...head, archives }))
  yield* chunks('orders', orders)
  yield* chunks('committed', committed)
  yield* chunks('mail', mail)
  if (audit !== null) for await (const text of audit) yield encodeLine(JSON.stringify({ audit: text }))
  yield encodeLine('{"end":true}')
}

function* archiveLines(recent: readonly RecentEntry[]): Generator<string> {
  for (let start = 0; start < recent.length; start += chunk)
    yield recent
      .slice(start, start + chunk)
      .map(({ text }) => `${text}\n`)
      .join('')
}

/** The state as a snapshot of its own: first the audit entries that no archive has yet, then all else. */
export async function writeSnapshot(files: FileSystem, folder: string, generation: number, capture: Capture) {
  const { recent, head } = capture
  let archives = head.archives
  const [first] = recent
  if (first !== undefined) {
    const file = archiveFile(generation)
    const bytes = await writeWhole(files, folder, file, archiveLines(recent))
    archives = [...archives, { file, first: first.sequence, ...head.chain, bytes }]
  }
  const bytes = await writeWhole(files, folder, snapshotFile(generation), snapshotLines(capture, archives))
  return { archives, bytes }
}

type Part = { orders?: OrderRecord[]; committed?: Committed[]; mail?: OutboxEntry[]; audit?: string; end?: true }

/** The state of a snapshot, or of a backup: one that carries its audit entries. Throws OperatorError for one that is damaged or of another format. */
export function readSnapshot(path: string, bytes: Buffer): State {
  const { good, bad } = decodeLines(bytes)
  if (bad !== null) throw damaged(path, bad.line, 'it is not what was written')
  const [first, ...rest] = good.map(({ value }) => value)
  const head = (first ?? {}) as Head
  if (head.format !== format) {
    throw first === undefined ? damaged(path, 1, 'the file is empty') : newerFormat(path, head.format)
  }
  const parts = rest as Part[]
  if (parts.at(-1)?.end !== true) throw damaged(path, good.length, 'the rest of the file is gone')
  const state = createState(
    head.origin,
    parts.flatMap(({ orders }) => orders ?? []),
  )
  const { written, line, at, chain, archives } = head
  Object.assign(state, { written, line, at, chain, archives })
  for (const part of parts) {
    for (const committed of part.committed ?? []) remember(state, committed)
    for (const mail of part.mail ?? []) state.mail.set(mail.id, mail)
  }
  state.recent = recentOf(path, parts)
  return state
}

function recentOf(path: string, parts: readonly Part[]): RecentEntry[] {
  let last: ChainHead = emptyChain
  const recent: RecentEntry[] = []
  for (const { audit: text } of parts) {
    if (text === undefined) continue
    const next = follow(text, last)
    if (typeof next === 'string') throw damaged(path, 1, `the audit entry after number ${last.sequence} ${next}`)
    recent.push({ ...next, text })
    last = next
  }
  return recent
}
