import type { Token } from '../text/tokens.ts'
import { readDate } from './dates.ts'
import type { Span } from './findings.ts'

export const placeOf = (tokens: readonly Token[], from: number, to: number) => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
})

export const spanOf = (
  tokens: readonly Token[],
  at: { readonly from: number; readonly to: number },
  placeholder: Span['placeholder'],
): Span => ({
  ...placeOf(tokens, at.from, at.to),
  placeholder,
})

export const overlapsAny = (one: { start: number; end: number }, others: readonly { start: number; end: number }[]) =>
  others.some((other) => one.start < other.end && other.start < one.end)

export function findDates(tokens: readonly Token[]): Span[] {
  const dates: Span[] = []
  for (let index = 0; index < tokens.length;) {
    const to = readDate(tokens, index)
    if (to !== null) dates.push(spanOf(tokens, { from: index, to }, 'date'))
    index = to ?? index + 1
  }
  return dates
}

/** Figures that stand by themselves and are nothing else. */
export function findNumbers(tokens: readonly Token[], spans: readonly Span[]): Span[] {
  return tokens.flatMap((token, index): Span[] => {
    const next = tokens[index + 1]
    const partOfWord =
      (next?.glued === true && next.kind === 'word') || (token.glued && tokens[index - 1]?.kind === 'word')
    if (token.kind !== 'number' || partOfWord || overlapsAny(token, spans)) return []
    return [{ start: token.start, end: token.end, placeholder: 'number' }]
  })
}
