import type { Chunk, PassageFilter } from '../port.ts'

/** Whether a chunk passes: every kind of limit that is given has to hold, by any of its values. */
export const passes = (chunk: Chunk, { kinds, products, categories, documents }: PassageFilter): boolean =>
  (!kinds || kinds.includes(chunk.kind)) &&
  (!products || (chunk.product !== null && products.includes(chunk.product))) &&
  (!categories || (chunk.category !== null && categories.includes(chunk.category))) &&
  (!documents || documents.includes(chunk.documentId))

/** 1 for each chunk that passes; null where there is no limit. */
export function allowedChunks(chunks: readonly Chunk[], filter: PassageFilter | undefined): Uint8Array | null {
  if (!filter || Object.values(filter).every((values) => values === undefined)) return null
  return Uint8Array.from(chunks, (chunk) => (passes(chunk, filter) ? 1 : 0))
}
