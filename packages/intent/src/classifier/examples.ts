import type { Utterance } from '../language/read-language.ts'
import type { Words } from '../language/words.ts'
import { gapWord } from './features.ts'
import { codeWord, wordsOf } from './words.ts'

export interface Example {
  readonly words: readonly string[]
  readonly task: number
}

/** What features of goods are called in any trade, as the sort cues hint at them ("battery life", "width"). */
export const featureNamesOf = ({ sort, comparatives }: Words): string[] => [
  ...new Set([...Object.values(sort), ...Object.values(comparatives)].flatMap(({ hints }) => hints ?? [])),
]

/**
 * The training examples of an utterance: as a message comes from the masker (a feature is never masked, so a name stands for
 * it), and, where there are placeholders, once more as a customer writes of things that no shop's list has: a name is there
 * but unknown, an order's number is just a number.
 */
export function examplesOf(
  { text, task }: Utterance,
  random: () => number,
  featureNames: readonly string[],
): Example[] {
  const named = text.replaceAll('{attribute}', () => featureNames[Math.floor(random() * featureNames.length)] ?? '')
  const words = wordsOf(text)
  const unknown = words.flatMap((word) => withoutPlaceholder(word, random))
  const first = { words: wordsOf(named), task }
  return words.join(' ') === unknown.join(' ') ? [first] : [first, { words: unknown, task }]
}

function withoutPlaceholder(word: string, random: () => number): string[] {
  switch (word) {
    case '{order}':
    case '{complaint}':
    case '{refund}':
      return [random() < 0.6 ? '{number}' : codeWord]
    case '{tracking}':
      return [random() < 0.4 ? '{number}' : codeWord]
    case '{product}':
      return random() < 0.3 ? [gapWord, codeWord] : [gapWord]
    case '{category}':
    case '{brand}':
    case '{attribute}':
      return [gapWord]
    case '{value}':
      return random() < 0.4 ? ['{number}', gapWord] : [random() < 0.3 ? codeWord : gapWord]
    default:
      return [word]
  }
}
