import type { Catalog } from '@marketplace-agent/catalog'
import type { Words } from '../../language/words.ts'
import { determiners } from '../../text/english.ts'
import { phraseSet } from '../../text/phrases.ts'
import { indexAt } from '../../text/tokens.ts'
import { placeOf } from '../figures.ts'
import type { Cue } from '../findings.ts'
import { type CueReader, mentionFrom } from './cue-reader.ts'

/** Words that stand for something named before, and "the phone" where no phone is named. */
export function createPronounReader(words: Words, catalog: Catalog): CueReader {
  const pronouns = phraseSet([...words.pronouns.singular, ...words.pronouns.plural, ...words.pronouns.other])
  return (tokens, _, mentions) => {
    const cues: Cue[] = pronouns
      .all(tokens)
      // "this X1" is named.
      .filter(({ to }) => mentionFrom(tokens, to, mentions)?.placeholder !== 'product')
      .map(({ from, to }) => ({ ...placeOf(tokens, from, to), kind: 'pronoun' }))
    const named = mentions.some((span) => span.placeholder === 'product')
    for (const span of named ? [] : mentions) {
      const before = tokens[indexAt(tokens, span.start) - 1]
      const category =
        span.placeholder === 'category' ? catalog.category(String(span.mention.candidates[0]?.id)) : undefined
      if (
        before === undefined ||
        category === undefined ||
        !determiners.has(before.text) ||
        words.numbers.article_like.includes(before.text)
      )
        continue
      cues.push({ start: before.start, end: span.end, kind: 'pronoun' })
    }
    return cues
  }
}
