import type { Words } from '../../language/words.ts'
import { phraseSet } from '../../text/phrases.ts'
import { placeOf } from '../figures.ts'
import type { Negations } from '../negation.ts'
import type { CueReader } from './cue-reader.ts'

/** "in stock", "available now", not "not in stock". */
export function createStockReader(words: Words, negations: Pick<Negations, 'endsBefore'>): CueReader {
  const phrases = phraseSet(words.in_stock)
  return (tokens) =>
    phrases
      .all(tokens)
      .filter(({ from }) => !negations.endsBefore(tokens, from))
      .map(({ from, to }) => ({ ...placeOf(tokens, from, to), kind: 'in_stock' }))
}
