import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

/** Numbers under a name of their own, and the typed arrays that belong to them. */
export interface Kept {
  /** What it was made of, by which trainer. */
  readonly key: string
  readonly numbers: Readonly<Record<string, number>>
  /** The arrays' bytes, one after the other, in the machine's order. */
  readonly body: Uint8Array<ArrayBuffer>
}

const endOfHead = 0x0a

/** Reads a file as `writeKept` writes it: null where there is none or it's another version's, `damaged` where it isn't whole. Throws what else reading throws. */
export async function readKept(file: string): Promise<Kept | 'damaged' | null> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const start = bytes.indexOf(endOfHead) + 1
  const head = readHead(bytes.subarray(0, start))
  if (head === 'other') return null
  const body = new Uint8Array(bytes.subarray(start))
  if (head === null || body.length !== head.bytes || crc32(body) !== head.crc) return 'damaged'
  return { key: head.key, numbers: head.numbers, body }
}

/** Writes a line of JSON and the arrays, whole or not at all; makes the folder. */
export async function writeKept(
  folder: string,
  name: string,
  { key, numbers, parts }: Omit<Kept, 'body'> & { readonly parts: readonly ArrayBufferView[] },
): Promise<void> {
  const body = Buffer.concat(parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)))
  const head: Head = { key, numbers, bytes: body.length, crc: crc32(body) }
  const partial = join(folder, `${name}.${process.pid}.partial`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(partial, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]))
    await rename(partial, join(folder, name))
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw error
  }
}

interface Head {
  readonly key: string
  readonly numbers: Readonly<Record<string, number>>
  readonly bytes: number
  readonly crc: number
}

function readHead(bytes: Buffer): Head | 'other' | null {
  try {
    const head: unknown = JSON.parse(bytes.toString('utf8'))
    if (typeof head !== 'object' || head === null) return null
    const { key, numbers, bytes: size, crc } = head as Partial<Head>
    const whole = typeof key === 'string' && typeof size === 'number' && typeof crc === 'number'
    return whole && typeof numbers === 'object' ? { key, numbers, bytes: size, crc } : 'other'
  } catch {
    return null
  }
}
