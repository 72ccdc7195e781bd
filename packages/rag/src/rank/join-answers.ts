import type { Passage } from '../port.ts'

/** Two quotes of one passage are told as one stretch up to this length, in UTF-16 units. */
const longestStretch = 480

/**
 * The passages that answer the parts of one question: the best of each first, a passage that answers two of them once,
 * with a quote that holds both; then the others by turns, `limit` in all.
 */
export function joinAnswers(
  parts: readonly (readonly Passage[])[],
  limit: number,
  textOf: (documentId: string) => string,
): readonly Passage[] {
  const joined = new Map<string, Passage>()
  for (const [best] of parts) {
    if (best === undefined) continue
    const known = joined.get(best.chunk.id)
    joined.set(best.chunk.id, known === undefined ? best : stretched(known, best, textOf))
  }
  const deepest = Math.max(...parts.map(({ length }) => length))
  for (let rank = 1; rank < deepest; rank++) {
    for (const passage of parts.flatMap((part) => part.slice(rank, rank + 1))) {
      if (!joined.has(passage.chunk.id)) joined.set(passage.chunk.id, passage)
    }
  }
  return [...joined.values()].slice(0, limit)
}

function stretched(one: Passage, other: Passage, textOf: (documentId: string) => string): Passage {
  const start = Math.min(one.quote.start, other.quote.start)
  const end = Math.max(one.quote.end, other.quote.end)
  if (end - start > longestStretch) return one
  const score = Math.max(one.quote.score, other.quote.score)
  return {
    ...one,
    score: Math.max(one.score, other.score),
    quote: { text: textOf(one.chunk.documentId).slice(start, end), start, end, score },
  }
}
