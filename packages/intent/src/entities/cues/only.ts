import type { Words } from '../../language/words.ts'
import { determiners } from '../../text/english.ts'
import { phraseSet } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { placeOf } from '../figures.ts'
import type { Cue, MentionSpan } from '../findings.ts'
import { type CueReader, mentionFrom } from './cue-reader.ts'

/** "Only the earbuds", "just refund the hub", "the hub and nothing else". */
export function createOnlyReader({ only, ordinals, pronouns, numbers }: Words): CueReader {
  const before = phraseSet(only.before)
  const after = phraseSet(only.after)
  const between = phraseSet(only.between)
  const exceptions = phraseSet(only.exceptions)
  const pointers = phraseSet([
    ...Object.keys(ordinals.positions),
    ...pronouns.singular,
    ...pronouns.plural,
    ...pronouns.other,
    'one of',
  ])
  const articles = new Set(numbers.article_like)
  const isThing = (span: MentionSpan | undefined) => span?.placeholder === 'product' || span?.placeholder === 'category'

  /** What is named or pointed at from a token on. */
  function namesFrom(tokens: readonly Token[], index: number, mentions: readonly MentionSpan[]): boolean {
    let at = index
    while (
      determiners.has(tokens[at]?.text ?? '') &&
      !articles.has(tokens[at]?.text ?? '') &&
      !isThing(mentionFrom(tokens, at, mentions))
    )
      at += 1
    const named = mentionFrom(tokens, at, mentions)
    if (named !== undefined) return isThing(named)
    const counted = numbers.words[tokens[at]?.text ?? ''] !== undefined || tokens[at]?.kind === 'number'
    if (counted && tokens[at + 1]?.text === 'of') return true
    // "Only the cable", which the shop doesn't know by that name.
    const definite = at > index && tokens[at]?.kind === 'word'
    return definite || pointers.at(tokens, index) !== null
  }

  return (tokens, _, mentions) => {
    const cues: Cue[] = []
    for (const [index] of tokens.entries()) {
      const match = before.at(tokens, index)
      const excepted = [Math.max(0, index - 1), index].some((at) => (exceptions.at(tokens, at)?.to ?? 0) > index)
      if (match === null || excepted) continue
      const verb = between.at(tokens, match.to)
      if (namesFrom(tokens, verb?.to ?? match.to, mentions)) {
        cues.push({ ...placeOf(tokens, index, match.to), kind: 'only' })
      }
    }
    for (const span of mentions.filter(isThing)) {
      const next = tokens.findIndex((token) => token.start >= span.end)
      const match = next === -1 ? null : after.at(tokens, next)
      const ends =
        match !== null &&
        (tokens[match.to] === undefined ||
          tokens[match.to]?.kind === 'sign' ||
          /^(?:please|pls|thanks)$/.test(tokens[match.to]?.text ?? ''))
      if (match !== null && ends) cues.push({ ...placeOf(tokens, match.from, match.to), kind: 'only' })
    }
    return cues
  }
}
