import type { Unit } from '../chunk/units.ts'
import type { Chunk } from '../port.ts'
import type { ChunkTerms } from '../text/analysis.ts'
import { kindsGiven } from './question.ts'

/** A unit of a chunk. `from`, `to`: the places of its terms among the chunk's. */
export interface QuotableUnit extends Unit {
  readonly content: string
  readonly from: number
  readonly to: number
  /** As of `kindsGiven`. */
  readonly kinds: number
  readonly question: boolean
  /** Of its vector among those of all units; -1 where it has none. */
  readonly row: number
}

export interface QuotedDocument {
  readonly document: { readonly id: string; readonly text: string }
  readonly units: readonly Unit[]
  /** The row of the vector of its first quotable unit; null where units have none. */
  readonly firstRow: number | null
}

/** Whether a unit may be quoted; headings may not. */
export const isQuotable = ({ kind }: Unit): boolean => kind !== 'heading' && kind !== 'label'

/** Units inside the chunk; where it is cut out of longer ones, their parts. */
export function quotableUnits(
  { document, units, firstRow }: QuotedDocument,
  chunk: Chunk,
  { text: { starts } }: ChunkTerms,
): QuotableUnit[] {
  const near = units
    .filter(isQuotable)
    .map((unit, i) => ({ ...unit, row: firstRow === null ? -1 : firstRow + i }))
    .filter(({ start, end }) => end > chunk.start && start < chunk.end)
  const whole = near.filter(({ start, end }) => start >= chunk.start && end <= chunk.end)
  return (whole.length > 0 ? whole : near).map((unit) => {
    const start = Math.max(chunk.start, unit.start)
    const end = Math.min(chunk.end, unit.end)
    const from = starts.findIndex((at) => at >= start - chunk.start)
    const to = starts.findLastIndex((at) => at < end - chunk.start) + 1
    const content = document.text.slice(start, end)
    const question = /\?[*_)"”’]*$/.test(content)
    return { ...unit, start, end, content, from: from === -1 ? to : from, to, kinds: kindsGiven(content), question }
  })
}
