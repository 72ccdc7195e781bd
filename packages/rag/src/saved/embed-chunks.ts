import type { CallContext } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'
import type { Chunking } from '../chunk/chunk-document.ts'
import { createPace } from '../pace.ts'
import type { VectorTable } from '../passage-index/vector-search.ts'
import type { Chunk } from '../port.ts'
import { headingToEmbed, textToEmbed, unitToEmbed, type UnitWords } from '../text-to-embed.ts'
import { type DocumentVectors, hashOf, loadVectors, saveVectors } from './saved-vectors.ts'

export interface DocumentToEmbed {
  readonly id: string
  readonly chunks: readonly Chunk[]
  /** Those that get vectors of their own; none by default. */
  readonly units?: readonly UnitWords[]
}

export interface EmbedChunks {
  readonly documents: readonly DocumentToEmbed[]
  readonly chunking: Chunking
  readonly embedder: Embedder
  /** Where vectors are kept between starts; null keeps none. */
  readonly folder: string | null
  /** Called with the chunks that have a vector so far. */
  readonly onProgress?: (done: number) => void
}

/**
 * Embedding that is broken off goes on from what was saved: so many texts are embedded anew at most, or a tenth of those
 * done (each save writes all there are), and a document.
 */
const textsPerSave = 250

export interface ChunkVectors {
  /** A vector for each chunk. */
  readonly chunks: VectorTable
  readonly headings: HeadingVectors
  /** For each unit that was given, the mean of its vector alone and of the one under its heading. */
  readonly units: VectorTable
}

/** Vectors of the chunks' headings alone, where the embedder is one of senses. */
export interface HeadingVectors {
  readonly table: VectorTable
  /** The row of each chunk's heading; -1 where it has none, or nothing else. */
  readonly rows: Int32Array
}

/** The vectors of all chunks and headings: those saved, and those made now, which are saved then. */
export async function embedChunks(
  { documents, chunking, embedder, folder, onProgress }: EmbedChunks,
  context: CallContext,
): Promise<ChunkVectors> {
  const { log } = context
  const { dimensions } = embedder
  const key = { embedder: embedder.id, dimensions, chunking }
  const saved = folder === null ? new Map<string, DocumentVectors>() : await loadVectors(folder, key, log)
  const current: DocumentVectors[] = []
  const pace = createPace()
  let embedded = 0
  let unsaved = 0
  let done = 0
  const texts = documents.map((document) => textsOf(document, embedder.kind))
  for (const [i, { id, chunks }] of documents.entries()) {
    await pace()
    const { chunks: own, headings, units } = texts[i]!
    const all = [...own, ...headings, ...units.flat()]
    const hash = hashOf(all)
    const known = saved.get(id)
    if (known?.hash === hash) current.push(known)
    else {
      const made = await embedder.embed(all, context)
      const single = made.splice(0, own.length + headings.length)
      current.push({ id, hash, vectors: concatenate([...single, ...meansOfPairs(made)]) })
      embedded++
      unsaved += all.length
      if (folder !== null && unsaved >= Math.max(textsPerSave, done / 10)) {
        const made = new Set(documents.slice(0, i + 1).map((document) => document.id))
        await saveVectors(folder, key, [...current, ...[...saved.values()].filter((kept) => !made.has(kept.id))])
        unsaved = 0
      }
    }
    done += chunks.length
    onProgress?.(done)
  }
  if (folder !== null && (embedded > 0 || saved.size !== current.length)) {
    await saveVectors(folder, key, current)
    log.info({ embedder: embedder.id, embedded, kept: current.length - embedded }, 'Passage vectors saved')
  }

  const rows: number[] = []
  let headings = 0
  for (const { rowOf, headings: own } of texts) {
    rows.push(...rowOf.map((row) => (row === -1 ? -1 : headings + row)))
    headings += own.length
  }
  const tableOf = (from: (i: number) => number, to: (i: number) => number): VectorTable => ({
    values: concatenate(current.map(({ vectors }, i) => vectors.subarray(from(i) * dimensions, to(i) * dimensions))),
    dimensions,
  })
  const chunksEnd = (i: number) => texts[i]!.chunks.length
  const headingsEnd = (i: number) => chunksEnd(i) + texts[i]!.headings.length
  return {
    chunks: tableOf(() => 0, chunksEnd),
    headings: { table: tableOf(chunksEnd, headingsEnd), rows: Int32Array.from(rows) },
    units: tableOf(headingsEnd, () => Infinity),
  }
}

/** What of a document is embedded: each chunk, each heading once, and each unit in two ways. */
function textsOf({ chunks, units = [] }: DocumentToEmbed, kind: Embedder['kind']) {
  const headings = new Map<string, number>()
  const rowOf = chunks.map((chunk) => {
    const heading = kind === 'semantic' ? headingToEmbed(chunk) : ''
    if (heading === '') return -1
    if (!headings.has(heading)) headings.set(heading, headings.size)
    return headings.get(heading)!
  })
  return { chunks: chunks.map(textToEmbed), headings: [...headings.keys()], rowOf, units: units.map(unitToEmbed) }
}

function meansOfPairs(vectors: readonly Float32Array[]): Float32Array[] {
  const means: Float32Array[] = []
  for (let i = 1; i < vectors.length; i += 2) {
    means.push(vectors[i - 1]!.map((value, at) => (value + vectors[i]![at]!) / 2))
  }
  return means
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
