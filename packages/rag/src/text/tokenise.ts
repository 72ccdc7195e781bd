import { stemmer } from 'stemmer'

/** A word of a text, ready to be looked up. `start`, `end`: UTF-16 offsets. */
export interface Token {
  /** Lower case, without accents, apostrophes and a possessive's s; thousands separators and a price's `.00` dropped. */
  readonly word: string
  /** The word's stem; numbers and model names stay as they are. */
  readonly term: string
  readonly start: number
  readonly end: number
}

/** `pair`: hyphenated or a number and its unit, so that "USB-C" and "16 GB" are also found by "usbc" and "16gb". */
export type Tie = 'none' | 'space' | 'pair'

const pattern =
  /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)*[\p{L}\p{M}\p{N}]*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?/gu

/** Scripts that put no spaces between words are cut into pairs of characters. */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u

const plain = /^[a-z0-9]+$/
const letters = /^[a-z]{3,}$/
const number = /^\d+(?:\.\d+)*$/
const unit = /^[a-z]{1,5}$/

type Reading = Pick<Token, 'word' | 'term'>

const readings = new Map<string, Reading>()
const rememberedReadings = 50_000

export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  const mayBeUnspaced = unspaced.test(text)
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const raw = match[0]
    const start = match.index
    if (mayBeUnspaced && unspaced.test(raw)) pushPairs(tokens, raw, start)
    else {
      const { word, term } = read(raw)
      // An accent by itself is no word.
      if (word !== '') tokens.push({ word, term, start, end: start + raw.length })
    }
  }
  return tokens
}

/** How a token stands to the one before it in `text`. */
export function tieBetween(text: string, before: Token, token: Token): Tie {
  const gap = token.start - before.end
  if (gap > 1) return 'none'
  const sign = text[before.end]
  if (sign === '-' || sign === '‐' || sign === '‑' || sign === '&') return 'pair'
  const spaced = sign === ' ' || sign === '\u00a0'
  if (spaced && number.test(before.word) && unit.test(token.word)) return 'pair'
  return spaced ? 'space' : 'none'
}

/** The term of two words written as one. */
export const joinedTerm = (first: Token, second: Token): string => read(first.word + second.word).term

/** `16gb` -> `['16', 'gb']`; null for a word that isn't a number with its unit. */
export function numberAndUnit(word: string): readonly [string, string] | null {
  const parts = startsWithDigit(word) ? /^(\d+(?:\.\d+)*)([a-z]{1,5})$/.exec(word) : null
  return parts ? [parts[1]!, stem(parts[2]!)] : null
}

const startsWithDigit = (word: string) => word.charCodeAt(0) <= 0x39

export const stem = (word: string): string => (letters.test(word) ? stemmer(word) : word)

function read(raw: string): Reading {
  let reading = readings.get(raw)
  if (reading === undefined) {
    if (readings.size >= rememberedReadings) readings.clear()
    const word = plainWord(raw)
    reading = { word, term: stem(word) }
    readings.set(raw, reading)
  }
  return reading
}

function plainWord(raw: string): string {
  const lower = raw.toLowerCase()
  if (plain.test(lower)) return lower
  return (
    lower
      .replace(/['’]s$/, '')
      .normalize('NFKD')
      // Some ligatures stand for a space and signs on it.
      .replace(/['’\s]|[\u{300}-\u{36f}]/gu, '')
      .replace(/(?<=\d),(?=\d)/g, '')
      .replace(/^(\d+)\.0+$/, '$1')
  )
}

function pushPairs(tokens: Token[], raw: string, start: number): void {
  const characters = [...raw]
  let offset = start
  characters.forEach((character, i) => {
    const next = characters[i + 1]
    if (next !== undefined || characters.length === 1) {
      const word = character + (next ?? '')
      tokens.push({ word, term: word, start: offset, end: offset + word.length })
    }
    offset += character.length
  })
}
