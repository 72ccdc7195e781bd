import { OperatorError, type ShopDocument } from '@marketplace-agent/domain'
import type { Chunk } from '../port.ts'
import type { Span } from './sentences.ts'
import { readUnits, type Unit } from './units.ts'

/** In UTF-16 units. */
export interface Chunking {
  /** No chunk is longer. */
  readonly size: number
  /** How much of its end a chunk may share with the next one of the same section. */
  readonly overlap: number
}

export const defaultChunking: Chunking = { size: 500, overlap: 50 }

/** Throws where no document could be cut so. */
export function checkChunking({ size, overlap }: Chunking): void {
  if (!Number.isInteger(size) || !Number.isInteger(overlap) || size < 20 || overlap < 0 || overlap * 2 > size) {
    throw new OperatorError(
      `Chunks of ${size} characters with ${overlap} overlap are not possible: the size has to be 20 or more, and the overlap at most half of it.`,
    )
  }
}

/**
 * Cuts a document into chunks of at most `size`, at the end of a sentence (else of a word, else between characters).
 * No chunk runs over a heading, but a heading opens the chunk of the text under it.
 */
export function chunkDocument(document: ShopDocument, chunking: Chunking, units = readUnits(document.text)): Chunk[] {
  const { id, title, kind, text } = document
  return sectionsOf(units)
    .flatMap(({ section, units: own }) => cut(text, own, chunking).map((span) => ({ section: section || title, span })))
    .map(({ section, span: { start, end } }, n) => ({
      id: `${id}#${n}`,
      documentId: id,
      title,
      section,
      kind,
      product: document.product ?? null,
      category: document.category ?? null,
      start,
      end,
      text: text.slice(start, end),
    }))
}

interface Section {
  readonly section: string
  readonly units: Unit[]
}

/** A heading with nothing under it stays with the next one. */
function sectionsOf(units: readonly Unit[]): Section[] {
  const sections: { section: string; units: Unit[] }[] = []
  let hasBody = true
  for (const unit of units) {
    if (unit.kind === 'heading') {
      if (hasBody) sections.push({ section: unit.heading, units: [] })
      else sections.at(-1)!.section = unit.heading
      hasBody = false
    } else {
      if (sections.length === 0) sections.push({ section: '', units: [] })
      hasBody = true
    }
    sections.at(-1)!.units.push(unit)
  }
  return sections
}

function cut(text: string, units: readonly Unit[], chunking: Chunking): Span[] {
  const spans: Span[] = []
  const last = units.at(-1)!.end
  let covered = units[0]!.start
  let start = covered
  for (;;) {
    let end = endOf(text, units, { start, covered, last }, chunking)
    if (end === null) {
      // A word has no room after the overlap: it goes without, and in pieces if it is longer than a chunk.
      start = skipBlank(text, covered)
      end = endOf(text, units, { start, covered, last }, chunking) ?? betweenCharacters(text, start + chunking.size)
    }
    const span = { start, end }
    spans.push(span)
    covered = span.end
    const next = skipBlank(text, covered)
    if (next >= last) return spans
    start = goBack(text, units, span, next, chunking.overlap)
  }
}

interface Place {
  readonly start: number
  /** Up to where the text is in chunks already. */
  readonly covered: number
  /** Where the section ends. */
  readonly last: number
}

/** Where the chunk at `start` ends: at the last unit or word within reach; null where a word is too long. */
function endOf(
  text: string,
  units: readonly Unit[],
  { start, covered, last }: Place,
  chunking: Chunking,
): number | null {
  if (last - start <= chunking.size) return last
  for (const size of [evenSize(last - start, chunking), chunking.size]) {
    const unit = units.findLast(({ kind, end }) => kind !== 'heading' && end <= start + size && end > covered)
    if (unit) return unit.end
  }
  for (let at = start + chunking.size; at > covered; at--) if (isBlank(text[at]) && !isBlank(text[at - 1])) return at
  return null
}

/** A size, a little roomy, that leaves no scrap for the last of the chunks that `length` needs. */
function evenSize(length: number, { size, overlap }: Chunking): number {
  const count = Math.ceil((length - overlap) / (size - overlap))
  return Math.min(size, Math.ceil((length + (count - 1) * overlap) / count + size / 8))
}

/** Where the next chunk starts: at a unit, else a word, at most `overlap` before the end of the last one. */
function goBack(text: string, units: readonly Unit[], { start, end }: Span, next: number, overlap: number): number {
  const earliest = Math.max(start + 1, end - overlap)
  const unit = units.find((candidate) => candidate.start >= earliest && candidate.start < end)
  if (unit) return unit.start
  for (let at = earliest; at < end; at++) if (!isBlank(text[at]) && isBlank(text[at - 1])) return at
  return next
}

const isBlank = (character: string | undefined) => character === undefined || /\s/.test(character)

function skipBlank(text: string, from: number): number {
  while (from < text.length && isBlank(text[from])) from++
  return from
}

/** Not inside a surrogate pair, nor, within reason, before a combining mark. */
function betweenCharacters(text: string, limit: number): number {
  let at = limit
  while (limit - at < 8 && /[\p{M}\udc00-\udfff]/u.test(text[at]!)) at--
  return at
}
