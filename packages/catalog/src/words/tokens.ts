import { oneSpelling } from './spelling.ts'

/** A run of letters or of digits in a text, in lower case without accents, in one spelling. */
export interface Token {
  readonly text: string
  /** UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
  /** What stands before it: nothing or a joining sign, a space, a comma or the like, the end of a sentence. */
  readonly gap: 'glued' | 'space' | 'comma' | 'sentence'
  /** Digits ("7.5", "1,299" and "01" are each one number, of the text 7.5, 1299 and 1). */
  readonly numeric: boolean
}

// A number, or letters (an apostrophe inside them is dropped, an 's at their end is left out), or a sign that is said.
const pattern =
  /(\p{Nd}{1,3}(?:,\p{Nd}{3})+(?![\p{L}\p{Nd}])|\p{Nd}+(?:\.\p{Nd}+)?)(?:['’]s(?![\p{L}\p{Nd}]))?|(\p{L}[\p{L}\p{M}]*(?:['’](?!s(?![\p{L}\p{Nd}]))\p{L}[\p{L}\p{M}]*)*)(?:['’]s?(?![\p{L}\p{Nd}]))?|(?<=[\p{L}\p{Nd}])(\+)(?![\p{L}\p{Nd}])|(&)/gu

const joining = /^[-‐-―_/]?$/
const gapOf = (between: string): Token['gap'] => {
  if (joining.test(between)) return 'glued'
  if (/[;!?\n]/.test(between)) return 'sentence'
  // A full stop may be an abbreviation's: "Dr. Martens".
  return /[.,:]/.test(between) ? 'comma' : 'space'
}

/** Whether a sign before a token ends what came before it. */
export const isApart = ({ gap }: { readonly gap: Token['gap'] }): boolean => gap === 'comma' || gap === 'sentence'

/** Cuts a text into tokens: at signs and spaces, and between letters and digits ("x1" -> x, 1). */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let before = 0
  for (const match of text.matchAll(pattern)) {
    const [, number, letters, plus] = match
    const start = match.index
    const end = start + (number ?? letters ?? '+').length
    tokens.push({
      text: textOf(number, letters, plus),
      start,
      end,
      gap: gapOf(text.slice(before, start)),
      numeric: number !== undefined,
    })
    before = start + match[0].length
  }
  return tokens
}

function textOf(number: string | undefined, letters: string | undefined, plus: string | undefined): string {
  // "01" is said as 1.
  if (number !== undefined) return number.replaceAll(',', '').replace(/^0+(?=\d)/, '')
  if (letters !== undefined) return oneSpelling(fold(letters))
  return plus === undefined ? 'and' : 'plus'
}

const ascii = /^[A-Za-z]+$/

const fold = (letters: string) =>
  ascii.test(letters)
    ? letters.toLowerCase()
    : letters
        .normalize('NFKD')
        .replaceAll(/[\p{M}'’]/gu, '')
        .toLowerCase()

/** The tokens of a text, joined: `compact('USB-C Hub')` is `usbchub`, the same however it is typed. */
export const compact = (text: string, separator = ''): string =>
  tokenize(text)
    .map((token) => token.text)
    .join(separator)

/** The words of a text, letters and digits together: "Intel i7-1360P" is intel, i7, 1360p. */
export function wholeWords(text: string): string[] {
  const words: string[] = []
  let end = -1
  for (const token of tokenize(text)) {
    if (token.start === end) words.push(`${words.pop() ?? ''}${token.text}`)
    else words.push(token.text)
    end = token.end
  }
  return words
}
