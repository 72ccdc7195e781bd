/** What a character is in a text, by Unicode's general categories. */
export const character = {
  space: 0,
  letter: 1,
  digit: 2,
  mark: 3,
  number: 4,
  apostrophe: 5,
  pictograph: 6,
  sign: 7,
} as const
export type Character = (typeof character)[keyof typeof character]

const kinds: readonly (readonly [RegExp, Character])[] = [
  [/\s/, character.space],
  [/\p{L}/u, character.letter],
  [/\p{Nd}/u, character.digit],
  [/\p{M}/u, character.mark],
  [/\p{N}/u, character.number],
  [/['’`]/, character.apostrophe],
  [/\p{Extended_Pictographic}/u, character.pictograph],
]

function read(code: number): Character {
  const text = String.fromCodePoint(code)
  return kinds.find(([pattern]) => pattern.test(text))?.[1] ?? character.sign
}

// Nearly all that customers write is ASCII, for which a table is much quicker than a pattern.
const ascii = Uint8Array.from({ length: 128 }, (_, code) => read(code))

/** What a code point is. */
export const characterOf = (code: number): Character => (code < 128 ? (ascii[code] as Character) : read(code))

/** How many UTF-16 units a code point takes. */
export const unitsOf = (code: number): number => (code > 0xffff ? 2 : 1)
