/** A word, a number or a sign of a text. */
export interface Token {
  /** Lower case, apostrophes left out ("don't" is dont). A number as it was written ("1,299.50"). */
  readonly text: string
  /** UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'number' | 'sign'
  /** Nothing stands between it and the token before. */
  readonly glued: boolean
}

// A number, or a word (letters, then letters, digits and apostrophes), or any other sign by itself.
const pattern = /(\p{Nd}+(?:[.,]\p{Nd}+)*)|(\p{L}[\p{L}\p{M}\p{Nd}]*(?:['’`]\p{L}[\p{L}\p{M}\p{Nd}]*)*)|\S/gu

export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let before = -1
  for (const match of text.matchAll(pattern)) {
    const [whole, number, word] = match
    const start = match.index
    const end = start + whole.length
    tokens.push({
      text: word === undefined ? whole : word.replaceAll(/['’`]/g, '').toLowerCase(),
      start,
      end,
      kind: number !== undefined ? 'number' : word !== undefined ? 'word' : 'sign',
      glued: start === before,
    })
    before = end
  }
  return tokens
}

/** The first token that starts at or after an offset, as an index. */
export function indexAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).start < offset) low = middle + 1
    else high = middle
  }
  return low
}
