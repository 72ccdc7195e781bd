import type { Words } from '../../language/words.ts'
import { phraseSet } from '../../text/phrases.ts'
import { overlapsAny, placeOf } from '../figures.ts'
import type { Cue, NamedReason } from '../findings.ts'
import type { CueReader } from './cue-reader.ts'
import { createPhraseFinder } from './phrase-cues.ts'

const reasons = [
  'wrong_item',
  'missing_item',
  'damaged',
  'defective',
  'service',
  'late',
] as const satisfies NamedReason[]

/** What is wrong with a purchase: "it arrived cracked", "it won't turn on", "you sent me the wrong one". */
export function createReasonReader({ complaint_reasons: words }: Words): CueReader {
  const find = createPhraseFinder(
    reasons.flatMap((reason) => words[reason].map((phrase) => [phrase, reason] as const)),
    words.exceptions,
  )
  const negated = phraseSet(words.negated_before)

  return (tokens, spans) =>
    find(tokens).flatMap(({ from, to, meaning }): Cue[] => {
      const place = placeOf(tokens, from, to)
      const named = spans.some((span) => span.placeholder !== 'number' && overlapsAny(place, [span]))
      return named || negated.before(tokens, from) !== null ? [] : [{ ...place, kind: 'reason', reason: meaning }]
    })
}
