import { tokenize } from '../text/tokens.ts'
import { findDates, findNumbers } from './figures.ts'
import type { Span } from './findings.ts'

/** A part of a text in lower case, with placeholders for what was found in it. `spans` in order. */
export function mask(text: string, spans: readonly Span[], start = 0, end = text.length): string {
  let masked = ''
  let at = start
  for (const span of spans) {
    if (span.start < at || span.end > end) continue
    masked += `${text.slice(at, span.start).toLowerCase()}{${span.placeholder}}`
    at = span.end
  }
  return masked + text.slice(at, end).toLowerCase()
}

/** An utterance of the training data, in which no shop's things stand: its dates and figures masked. */
export function maskFigures(text: string): string {
  const tokens = tokenize(text)
  const dates = findDates(tokens)
  return mask(
    text,
    [...dates, ...findNumbers(tokens, dates)].sort((one, other) => one.start - other.start),
  )
}
