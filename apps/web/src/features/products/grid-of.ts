export interface Grid {
  readonly columns: number
  /** Between cards, in pixels. */
  readonly gap: number
  readonly cardWidth: number
  readonly cardHeight: number
}

const narrow = 560
const leastWidth = 216
/** What is under a card's picture, in rem. */
const textHeight = 12

/** How many cards stand side by side in so many pixels: two on a phone, then as many as have room. `rem`: in pixels. */
export function gridOf(width: number, rem: number): Grid {
  const gap = width < narrow ? 12 : 16
  const columns = width < narrow ? 2 : Math.max(2, Math.floor((width + gap) / (leastWidth + gap)))
  const cardWidth = Math.max(0, Math.floor((width - gap * (columns - 1)) / columns))
  // All cards are of one height: a picture of four to three, and text of a known number of lines.
  return { columns, gap, cardWidth, cardHeight: Math.ceil(cardWidth * 0.75 + textHeight * rem) }
}
