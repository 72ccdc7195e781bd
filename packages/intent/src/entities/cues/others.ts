import type { Words } from '../../language/words.ts'
import { phraseSet } from '../../text/phrases.ts'
import { placeOf } from '../figures.ts'
import type { Cue } from '../findings.ts'
import { type CueReader, mentionFrom } from './cue-reader.ts'
import { createPhraseFinder } from './phrase-cues.ts'

/** "Anything else", "show me more", "other laptops", "the next 5". */
export function createOthersReader({ others }: Words): CueReader {
  const find = createPhraseFinder(
    others.phrases.map((phrase) => [phrase, true] as const),
    others.exceptions,
  )
  const beforeKind = phraseSet(others.before_a_kind)
  const exceptions = phraseSet(others.exceptions)

  return (tokens, _, mentions) => {
    const cues = find(tokens).map(({ from, to }): Cue => ({ ...placeOf(tokens, from, to), kind: 'others' }))
    for (const [index] of tokens.entries()) {
      const match = beforeKind.at(tokens, index)
      if (match === null || exceptions.before(tokens, match.to) !== null) continue
      const next = tokens[match.to]
      const named = mentionFrom(tokens, match.to, mentions)
      const counted = next?.kind === 'number' && tokens[index]?.text === 'next'
      const kind = named?.placeholder === 'category' || named?.placeholder === 'brand'
      if (kind || counted) cues.push({ ...placeOf(tokens, index, match.to), kind: 'others' })
    }
    return cues
  }
}
