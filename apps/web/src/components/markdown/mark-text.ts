/** A stretch of a text, in UTF-16 units; the end isn't in it. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface MarkedPiece {
  readonly text: string
  readonly marked: boolean
}

/**
 * A text node's words in pieces, those in the stretch marked. `place` is where the node stands in the source. Where source and
 * words differ in length (an escape, an entity) a place in one says nothing about the other: touched, the node is marked whole.
 */
export function markText(words: string, place: Stretch, stretch: Stretch): readonly MarkedPiece[] {
  if (place.end <= stretch.start || place.start >= stretch.end) return [{ text: words, marked: false }]
  if (words.length !== place.end - place.start) return [{ text: words, marked: true }]
  const from = Math.max(0, stretch.start - place.start)
  const to = Math.min(words.length, stretch.end - place.start)
  return [
    { text: words.slice(0, from), marked: false },
    { text: words.slice(from, to), marked: true },
    { text: words.slice(to), marked: false },
  ].filter(({ text }) => text !== '')
}
