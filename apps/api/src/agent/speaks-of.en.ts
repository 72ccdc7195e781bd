import { wordsIn } from './dialogue/words-in.ts'

/** Whether a text has to do with what is in stock. */
export const speaksOfStock = (text: string): boolean => /\b(?:stock|availab\w+|sold out|restock\w*)\b/i.test(text)

const shortest = 4

/** Whether a text has one of some words in it, whatever its ending: "screens" of "screen". */
export function speaksOf(text: string, words: readonly string[]): boolean {
  const said = wordsIn(text)
  return words.some((word) => said.some((each) => each === word || (word.length >= shortest && each.startsWith(word))))
}
