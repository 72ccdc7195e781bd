import { createPhrases } from '../../text/phrases.ts'
import type { PhraseMatch } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'

/** Finds the phrases of a list, in order, but none within one of the exceptions. */
export function createPhraseFinder<T>(
  entries: Iterable<readonly [string, T]>,
  exceptions: readonly string[],
): (tokens: readonly Token[]) => PhraseMatch<T>[] {
  const all = createPhrases<T | null>([...entries, ...exceptions.map((phrase) => [phrase, null] as const)])
  return (tokens) => all.all(tokens).filter((match): match is PhraseMatch<T> => match.meaning !== null)
}
