/** Ways to write one sound, and letters written twice or once. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/c(?=[eiy])/g, 's'],
  [/ck|c|q/g, 'k'],
  [/z/g, 's'],
  [/y/g, 'i'],
  [/(\p{L})\1+/gu, '$1'],
]

/** About how a word sounds: the same for "battery" and "baterry", "price" and "prise". */
export const soundOf = (word: string): string =>
  spellings.reduce((sound, [spelling, one]) => sound.replace(spelling, one), word)
