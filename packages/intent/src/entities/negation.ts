import type { Words } from '../language/words.ts'
import { determiners } from '../text/english.ts'
import { phraseSet } from '../text/phrases.ts'
import { type Token, indexAt } from '../text/tokens.ts'

export interface Negations {
  /** Which of the spans, in order, are said not to be meant: "not the X1", "except gaming ones". */
  of(tokens: readonly Token[], spans: readonly { readonly start: number; readonly end: number }[]): boolean[]
  endsBefore(tokens: readonly Token[], index: number): boolean
}

/** A cue negates what follows it with nothing but a determiner between, and what is joined to that by "or". */
export function createNegations(words: Words['negation']): Negations {
  const before = phraseSet(words.before)
  const after = phraseSet(words.after)
  const exceptions = phraseSet(words.not_a_negation)

  const endsBefore = (tokens: readonly Token[], index: number) => {
    const match = before.before(tokens, index)
    if (match === null) return false
    for (let at = Math.max(0, match.from - 2); at <= match.from; at += 1) {
      if ((exceptions.at(tokens, at)?.to ?? 0) > match.from) return false
    }
    return true
  }
  const isShort = (tokens: readonly Token[], index: number) => {
    const match = before.before(tokens, index)
    return match !== null && match.to - match.from === 1 && (tokens[match.from] as Token).text.length <= 3
  }

  return {
    endsBefore,
    of(tokens, spans) {
      const negated: boolean[] = []
      for (const [place, span] of spans.entries()) {
        const first = indexAt(tokens, span.start)
        const to = indexAt(tokens, span.end)
        let index = first
        while (index > 0 && determiners.has((tokens[index - 1] as Token).text) && first - index < 2) index -= 1
        // A bare "no" or "not" must touch the name: "no the X1" is an answer.
        const led = endsBefore(tokens, first) || (index < first && endsBefore(tokens, index) && !isShort(tokens, index))
        const joined =
          negated[place - 1] === true &&
          ['or', 'nor'].includes(tokens[index - 1]?.text ?? '') &&
          indexAt(tokens, spans[place - 1]?.end ?? 0) === index - 1
        negated.push(led || joined || after.at(tokens, to) !== null)
      }
      return negated
    },
  }
}
