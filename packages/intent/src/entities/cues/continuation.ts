import type { Words } from '../../language/words.ts'
import { determiners } from '../../text/english.ts'
import { phraseSet } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { placeOf } from '../figures.ts'
import type { Cue, MentionSpan, Span } from '../findings.ts'
import type { CueReader } from './cue-reader.ts'

/** More words than this after a bare "and" say something of their own. */
const mostWords = 6

/** "What about the X2?", "same for the hub", "and the second one?": where a sentence opens with it. */
export function createContinuationReader({ continuation, ordinals }: Words): CueReader {
  const phrases = phraseSet(continuation.phrases)
  const before = phraseSet(continuation.before)
  const joiners = phraseSet(continuation.joiners)
  const positions = phraseSet([...Object.keys(ordinals.positions), ...Object.keys(ordinals.relative)])

  return (tokens, spans, mentions) => {
    const cues: Cue[] = []
    for (let index = 0; index < tokens.length; index += 1) {
      if (!opensSentence(tokens, index)) continue
      let at = index
      for (let match = before.at(tokens, at); match !== null; match = before.at(tokens, at)) {
        if (phrases.at(tokens, at) !== null) break
        at = match.to
      }
      const phrase = phrases.at(tokens, at)
      if (phrase !== null) cues.push({ ...placeOf(tokens, phrase.from, phrase.to), kind: 'continuation' })
      else if (joiners.before(tokens, at) !== null && namesOnly(tokens, at, spans, mentions)) {
        cues.push({ ...placeOf(tokens, at, at + 1), kind: 'continuation' })
      }
    }
    return cues
  }

  /** Up to the end of the sentence there is a name, and hardly anything beside it. */
  function namesOnly(tokens: readonly Token[], from: number, spans: readonly Span[], mentions: readonly MentionSpan[]) {
    let to = from
    while (to < tokens.length && !/^[.!?;]$/.test((tokens[to] as Token).text)) to += 1
    const start = tokens[from]?.start ?? 0
    const end = tokens[to - 1]?.end ?? 0
    const named = [...spans, ...mentions].find((span) => span.start >= start && span.end <= end)
    let first = from
    while (determiners.has(tokens[first]?.text ?? '')) first += 1
    const pointed = positions.at(tokens, first) !== null
    const leads = named !== undefined && tokens[first]?.start === named.start
    return (leads || pointed) && to - from <= mostWords + (named === undefined ? 0 : 3)
  }
}

const opensSentence = (tokens: readonly Token[], index: number) =>
  index === 0 || /^[.!?;]$/.test(tokens[index - 1]?.text ?? '')
