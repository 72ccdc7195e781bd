import type { Words } from './language/words.ts'
import { createPhrases } from './text/phrases.ts'
import type { Token } from './text/tokens.ts'

/** Whether a message is angry in its words: one strong cue, or two weak ones (shouting is a weak one). */
export function createAngerReader({
  phrases,
  weak,
  shouting,
}: Words['anger']): (message: string, tokens: readonly Token[]) => boolean {
  const weakOnes = new Set(weak)
  const cues = createPhrases(phrases.map((phrase) => [phrase, weakOnes.has(phrase) ? 1 : 2] as const))
  const exclamations = '!'.repeat(shouting.exclamation_marks_in_a_row)

  return (message, tokens) => {
    let weight = cues.all(tokens).reduce((sum, { meaning }) => sum + meaning, 0)
    const capitals = countOf(message, /\p{Lu}/gu)
    if (
      capitals >= shouting.capital_letters_at_least &&
      capitals >= countOf(message, /\p{L}/gu) * shouting.capital_letters_share
    )
      weight += 1
    if (message.includes(exclamations)) weight += 1
    return weight >= 2
  }
}

const countOf = (message: string, pattern: RegExp): number => message.match(pattern)?.length ?? 0
