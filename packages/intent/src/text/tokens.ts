import { character, characterOf, unitsOf } from './characters.ts'

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

/**
 * The tokens of a text: numbers (digits, with full stops and commas between), words (letters, then letters, digits and
 * apostrophes before a letter), and any other sign by itself.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let before = -1
  for (let start = 0; start < text.length;) {
    const code = text.codePointAt(start) as number
    const first = characterOf(code)
    if (first === character.space) {
      start += unitsOf(code)
      continue
    }
    const kind = first === character.digit ? 'number' : first === character.letter ? 'word' : 'sign'
    const after = start + unitsOf(code)
    const end = kind === 'number' ? endOfNumber(text, after) : kind === 'word' ? endOfWord(text, after) : after
    const written = text.slice(start, end)
    tokens.push({ text: kind === 'word' ? plain(written) : written, start, end, kind, glued: start === before })
    before = end
    start = end
  }
  return tokens
}

const plain = (word: string): string => (/^[a-z]+$/.test(word) ? word : word.replaceAll(/['’`]/g, '').toLowerCase())

const at = (text: string, index: number) => (index < text.length ? (text.codePointAt(index) as number) : 0x20)

function endOfNumber(text: string, from: number): number {
  let end = from
  for (let code = at(text, end); ; code = at(text, end)) {
    if (characterOf(code) === character.digit) end += unitsOf(code)
    else if ((code === 0x2e || code === 0x2c) && characterOf(at(text, end + 1)) === character.digit) end += 1
    else return end
  }
}

function endOfWord(text: string, from: number): number {
  let end = from
  for (let code = at(text, end); ; code = at(text, end)) {
    const kind = characterOf(code)
    const inside = kind === character.letter || kind === character.digit || kind === character.mark
    if (inside) end += unitsOf(code)
    else if (kind === character.apostrophe && characterOf(at(text, end + 1)) === character.letter) end += 1
    else return end
  }
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
