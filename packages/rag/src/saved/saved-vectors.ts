import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Log, OperatorError } from '@marketplace-agent/domain'
import type { Chunking } from '../chunk/chunk-document.ts'

/** Raise it when the files' meaning changes. */
const format = 2
const manifestName = 'manifest.json'

/** What vectors are of; they are taken again only where all of it is the same. */
export interface VectorsKey {
  readonly embedder: string
  readonly dimensions: number
  readonly chunking: Chunking
}

/** A document's vectors, one after the other, and the hash of the texts they are of. */
export interface DocumentVectors {
  readonly id: string
  readonly hash: string
  readonly vectors: Float32Array
}

interface Manifest extends VectorsKey {
  readonly format: number
  readonly vectors: { readonly file: string; readonly sha256: string }
  /** In the order of their vectors in the file. */
  readonly documents: readonly { readonly id: string; readonly hash: string; readonly count: number }[]
}

export const hashOf = (texts: readonly string[]): string => sha256(JSON.stringify(texts))

/** Each embedder's vectors have a folder of their own, so that going back to one costs nothing. */
const folderOf = (folder: string, { embedder }: VectorsKey) => join(folder, embedder.replace(/[^\w.-]+/g, '-'))

/**
 * The vectors saved in `parent`, by document; none where nothing was saved, or for another embedder or chunking. Damaged
 * files are taken as none, with a warning.
 */
export async function loadVectors(parent: string, key: VectorsKey, log: Log): Promise<Map<string, DocumentVectors>> {
  const folder = folderOf(parent, key)
  try {
    const manifest = await readManifest(folder)
    if (!manifest || !sameKey(manifest, key)) return new Map()
    const bytes = await readFile(join(folder, manifest.vectors.file))
    if (sha256(bytes) !== manifest.vectors.sha256) throw new Error('its checksum is wrong')
    return split(manifest, bytes)
  } catch (error) {
    log.warn({ folder, reason: reasonOf(error) }, 'The saved passage vectors are damaged and will be made again')
    return new Map()
  }
}

/** Saves so that a reader sees the old state or the new one: the vectors under a new name, then the manifest that names them. */
export async function saveVectors(
  parent: string,
  key: VectorsKey,
  documents: readonly DocumentVectors[],
): Promise<void> {
  const folder = folderOf(parent, key)
  const { embedder, dimensions, chunking } = key
  const bytes = Buffer.concat(documents.map(({ vectors }) => littleEndian(vectors)))
  const checksum = sha256(bytes)
  const file = `vectors-${checksum.slice(0, 16)}.f32`
  const manifest: Manifest = {
    format,
    embedder,
    dimensions,
    chunking: { size: chunking.size, overlap: chunking.overlap },
    vectors: { file, sha256: checksum },
    documents: documents.map(({ id, hash, vectors }) => ({ id, hash, count: vectors.length / dimensions })),
  }
  try {
    await mkdir(folder, { recursive: true })
    await writeWhole(folder, file, bytes)
    await writeWhole(folder, manifestName, `${JSON.stringify(manifest, null, 2)}\n`)
    await removeOthers(folder, file)
  } catch (error) {
    throw new OperatorError(
      `The folder ${folder} can't be written (${reasonOf(error)}): make it writable or choose another.`,
      {
        cause: error,
      },
    )
  }
}

async function readManifest(folder: string): Promise<Manifest | null> {
  let text: string
  try {
    text = await readFile(join(folder, manifestName), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const manifest: unknown = JSON.parse(text)
  if (typeof manifest !== 'object' || manifest === null || !('format' in manifest)) throw new Error('it is no manifest')
  return manifest.format === format ? (manifest as Manifest) : null
}

const sameKey = (manifest: Manifest, { embedder, dimensions, chunking }: VectorsKey) =>
  manifest.embedder === embedder &&
  manifest.dimensions === dimensions &&
  manifest.chunking.size === chunking.size &&
  manifest.chunking.overlap === chunking.overlap

function split({ documents, dimensions }: Manifest, bytes: Buffer): Map<string, DocumentVectors> {
  const values = fromLittleEndian(bytes)
  const found = new Map<string, DocumentVectors>()
  let at = 0
  for (const { id, hash, count } of documents) {
    const end = at + count * dimensions
    found.set(id, { id, hash, vectors: values.subarray(at, end) })
    at = end
  }
  if (at !== values.length) throw new Error('the manifest is of other vectors')
  return found
}

async function writeWhole(folder: string, name: string, content: string | Buffer): Promise<void> {
  const temporary = join(folder, `.${name}.${process.pid}.tmp`)
  const handle = await open(temporary, 'w')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, join(folder, name))
}

async function removeOthers(folder: string, kept: string): Promise<void> {
  const names = await readdir(folder)
  const old = names.filter((name) => /^vectors-\w+\.f32$|^\..+\.tmp$/.test(name) && name !== kept)
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })))
}

const bigEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0

function littleEndian(values: Float32Array): Buffer {
  const bytes = Buffer.from(values.slice().buffer)
  return bigEndian ? bytes.swap32() : bytes
}

function fromLittleEndian(bytes: Buffer): Float32Array {
  const copy = new Uint8Array(bytes).buffer
  if (bigEndian) Buffer.from(copy).swap32()
  return new Float32Array(copy)
}

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
