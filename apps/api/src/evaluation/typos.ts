/** Numbers from 0 to 1 that a seed gives, always the same (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A word of letters only, long enough that a slip leaves it recognisable. */
const word = /(?<![\w@.+-])[a-z]{5,}(?![\w@.+-])/gi

const slips: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + (text[at] ?? '') + text.slice(at),
]

/** A text with one slip of the finger in one of its longer words; e-mails, numbers and short words stay. */
export function withTypo(text: string, random: () => number): string {
  const words = [...text.matchAll(word)]
  const chosen = words[Math.floor(random() * words.length)]
  if (chosen === undefined) return text
  const [letters] = chosen
  const at = 1 + Math.floor(random() * (letters.length - 2))
  const slip = slips[Math.floor(random() * slips.length)] as (text: string, at: number) => string
  return text.slice(0, chosen.index) + slip(letters, at) + text.slice(chosen.index + letters.length)
}
