import type { Task, Utterance } from '../language/read-language.ts'
import type { Words } from '../language/words.ts'
import { gapWord } from './features.ts'
import { codeWord, wordsOf } from './words.ts'
import { after, before } from './wrappings.en.ts'

export interface Example {
  readonly words: readonly string[]
  readonly task: number
}

/** What features of goods are called in any trade, as the sort cues hint at them ("battery life", "width"). */
export const featureNamesOf = ({ sort, comparatives }: Words): string[] => [
  ...new Set([...Object.values(sort), ...Object.values(comparatives)].flatMap(({ hints }) => hints ?? [])),
]

/** How often something is said after the request too. */
const afterShare = 0.4

/**
 * The training examples of an utterance:
 * - as a message comes from the masker (a feature is never masked, so a name stands for it);
 * - where there are placeholders, as a customer writes of things that no shop's list has: a name is there but unknown, an
 *   order's number is just a number;
 * - of what is asked or told, with something around it that people say whatever they are asking for.
 */
export function examplesOf(
  { text, task }: Utterance,
  act: Task['act'],
  random: () => number,
  featureNames: readonly string[],
): Example[] {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  const named = text.replaceAll('{attribute}', () => pick(featureNames))
  const words = wordsOf(text)
  const unknown = words.flatMap((word) => withoutPlaceholder(word, random))
  const examples = [{ words: wordsOf(named), task }]
  if (words.join(' ') !== unknown.join(' ')) examples.push({ words: unknown, task })
  if (act === 'ask' || act === 'tell') {
    const wrapped = `${pick(before)} ${named} ${random() < afterShare ? pick(after) : ''}`
    examples.push({ words: wordsOf(wrapped), task })
  }
  return examples
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
    case '{address}':
      return ['{number}', gapWord, gapWord]
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
