import type { Words } from '../../language/words.ts'
import { determiners } from '../../text/english.ts'
import { createPhrases, phraseSet } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { placeOf } from '../figures.ts'
import type { Cue } from '../findings.ts'
import { type CueReader, mentionFrom } from './cue-reader.ts'

/** More than this is no place in a list that a customer was shown. */
const longestList = 20

/** Places in a list that was shown: "the second one", "the last two", "number 3", "the latter". */
export function createOrdinalReader(words: Words): CueReader {
  const { ordinals, numbers } = words
  const positions = createPhrases(Object.entries(ordinals.positions))
  const relative = createPhrases(Object.entries(ordinals.relative))
  const numbered = phraseSet(ordinals.numbered)
  const exceptions = phraseSet(ordinals.not_a_position)
  const nouns = phraseSet(ordinals.nouns)
  const articles = new Set(numbers.article_like)
  const count = (token: Token | undefined): number | null => {
    const value = token === undefined || articles.has(token.text) ? undefined : numbers.words[token.text]
    const figure = token?.kind === 'number' ? Number(token.text) : value
    return figure !== undefined && Number.isInteger(figure) && figure >= 1 && figure <= longestList ? figure : null
  }

  return (tokens, spans, mentions) => {
    const found: Cue[] = []
    const taken = (index: number) => {
      const token = tokens[index]
      return (
        token !== undefined &&
        spans.some((span) => span.placeholder !== 'number' && span.start <= token.start && span.end >= token.end)
      )
    }
    const add = (from: number, to: number, position: number, of = 1) =>
      found.push({ ...placeOf(tokens, from, to), kind: 'ordinal', ordinal: { position, count: of } })
    for (let index = 0; index < tokens.length; index += 1) {
      const exception = exceptions.at(tokens, index)
      if (exception !== null) {
        index = exception.to - 1
        continue
      }
      if (taken(index)) continue
      const position = positions.at(tokens, index)
      if (position !== null) {
        const next = tokens[position.to]
        const several = nouns.at(tokens, position.to) === null ? count(next) : null
        const named = mentionFrom(tokens, position.to, mentions)
        const alone = next === undefined || next.kind === 'sign'
        if (several !== null && several > 1) {
          add(index, position.to + 1, position.meaning < 0 ? -several : position.meaning, several)
        } else if (nouns.at(tokens, position.to) !== null || named !== undefined) {
          add(index, position.to, position.meaning)
        } else if (alone && (index === 0 || determiners.has((tokens[index - 1] as Token).text))) {
          add(index, position.to, position.meaning)
        }
        index = position.to - 1
        continue
      }
      const other = relative.at(tokens, index)
      if (other !== null && determiners.has(tokens[index - 1]?.text ?? '')) add(index, other.to, other.meaning)
      const label = numbered.at(tokens, index)
      const number = label === null || taken(label.to) ? null : count(tokens[label.to])
      if (label !== null && number !== null) add(index, label.to + 1, number)
    }
    return found
  }
}
