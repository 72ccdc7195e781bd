import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Log } from '@marketplace-agent/domain'
import type { Model } from './model.ts'

interface Head {
  /** What the model was made of, by which trainer. */
  readonly key: string
  readonly classes: number
  readonly temperature: number
  readonly rows: number
  readonly places: number
  readonly crc: number
}

const name = 'intent-model.bin'
const endOfHead = 0x0a

/**
 * The kept model of this key; null where there is none, or another's. A damaged file is reported and left to be
 * overwritten. Layout: a line of JSON, then bias, weights and table in the machine's order.
 */
export async function loadModel(folder: string, key: string, log: Log): Promise<Model | null> {
  const file = join(folder, name)
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      log.warn({ file, err: error }, 'The kept intent model cannot be read; it is trained anew.')
    }
    return null
  }
  const start = bytes.indexOf(endOfHead) + 1
  const head = readHead(bytes.subarray(0, start))
  const body = bytes.subarray(start)
  const size = head === null ? -1 : 4 * (head.classes + head.rows * head.classes + head.places)
  if (head === null || body.length !== size || crc32(body) !== head.crc) {
    log.warn({ file }, 'The kept intent model is damaged; it is trained anew.')
    return null
  }
  if (head.key !== key) return null
  const { buffer } = new Uint8Array(body)
  const { classes, rows, places, temperature } = head
  return {
    classes,
    temperature,
    bias: new Float32Array(buffer, 0, classes),
    weights: new Float32Array(buffer, 4 * classes, rows * classes),
    table: { places: new Uint32Array(buffer, 4 * classes * (rows + 1), places) },
  }
}

/** Keeps a model for the next start, whole or not at all. Where it can't be kept, that is reported and the shop goes on. */
export async function saveModel(folder: string, key: string, model: Model, log: Log): Promise<void> {
  const { classes, temperature, bias, weights, table } = model
  const parts = [bias, weights, table.places].map(
    (part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength),
  )
  const body = Buffer.concat(parts)
  const head: Head = {
    key,
    classes,
    temperature,
    rows: weights.length / classes,
    places: table.places.length,
    crc: crc32(body),
  }
  const partial = join(folder, `${name}.${process.pid}.partial`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(partial, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]))
    await rename(partial, join(folder, name))
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    log.warn({ folder, err: error }, 'The intent model cannot be kept; every start will train it.')
  }
}

function readHead(bytes: Buffer): Head | null {
  try {
    const head: unknown = JSON.parse(bytes.toString('utf8'))
    const counts = ['classes', 'temperature', 'rows', 'places', 'crc'] as const
    if (typeof head !== 'object' || head === null) return null
    const known = head as Partial<Head>
    return typeof known.key === 'string' && counts.every((field) => typeof known[field] === 'number')
      ? (known as Head)
      : null
  } catch {
    return null
  }
}
