import type { Words } from '../../language/words.ts'
import { phraseSet } from '../../text/phrases.ts'
import { placeOf } from '../figures.ts'
import type { CueReader } from './cue-reader.ts'
import { createPhraseFinder } from './phrase-cues.ts'

/** "All of it", "the whole order", "both of them"; "all" and "both" where nothing else is said. */
export function createEverythingReader({ everything }: Words): CueReader {
  const find = createPhraseFinder(
    everything.phrases.map((phrase) => [phrase, true] as const),
    everything.exceptions,
  )
  const alone = phraseSet(everything.alone)

  return (tokens) => {
    const said = tokens.filter(({ kind }) => kind !== 'sign')
    const whole = alone.at(said, 0)
    const matches = whole?.to === said.length && whole.to > 0 ? [{ from: 0, to: tokens.length }] : find(tokens)
    return matches.map(({ from, to }) => ({ ...placeOf(tokens, from, to), kind: 'everything' }))
  }
}
