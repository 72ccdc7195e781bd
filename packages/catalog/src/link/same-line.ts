import type { Mention } from '../types.ts'
import { functionWords, isTalk } from '../words/english.ts'
import type { Token } from '../words/tokens.ts'
import type { Span } from './span.ts'

const connecting: ReadonlySet<string> = new Set(['and', 'or', 'vs', 'versus', 'than', 'to'])

/**
 * Products named by their number alone after another of their line: "the studio 500 and 700", "tourer 2 or 3".
 * `named` gives the product that a whole text names, null where it names none.
 */
export function findSameLine(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  text: string,
  named: (text: string) => Mention | null,
): Span[] {
  return mentions.flatMap(({ kind, start, end }): Span[] => {
    if (kind !== 'product') return []
    const last = tokens.findIndex((token) => token.end === end)
    const number = tokens[last]
    const next = numberAfter(tokens, last)
    if (
      number?.numeric !== true ||
      next === undefined ||
      mentions.some((one) => one.start < next.end && next.start < one.end)
    )
      return []
    const other = named(text.slice(start, number.start) + text.slice(next.start, next.end))
    return other === null
      ? []
      : [{ kind: 'product', start: next.start, end: next.end, candidates: other.candidates, whole: false }]
  })
}

/** The number after a connecting word or sign, where nothing follows that it would count ("and 2 mice"). */
function numberAfter(tokens: readonly Token[], last: number): Token | undefined {
  const between = tokens[last + 1]
  const place = between !== undefined && connecting.has(between.text) ? last + 2 : last + 1
  const number = tokens[place]
  const joined = place > last + 1 || number?.gap === 'comma' || number?.gap === 'glued'
  const after = tokens[place + 1]
  const ends = after === undefined || after.gap === 'sentence' || (isTalk(after.text) && after.text !== 'of')
  return number?.numeric === true && joined && (ends || functionWords.has(after.text)) ? number : undefined
}
