import type { Format, ToolResult } from '@marketplace-agent/domain'

const figure = /\d+(?:[.,:]\d+)*/g
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** A figure without what only writing puts there: group separators, leading and trailing zeros. */
function canonical(text: string): string {
  if (!/[,.]/.test(text)) return text.replace(/^0+(?=\d)/, '')
  const plain = text.replace(/[,.](?=\d{3}(?:\D|$))/g, '')
  const number = Number(plain.replace(',', '.'))
  return Number.isNaN(number) ? text : String(number)
}

export const figuresIn = (text: string): readonly string[] => text.match(figure) ?? []

/**
 * Which of the figures nothing known has. Plain text and numbers are looked through first; an instant is written out
 * as a local date and time only while a figure is still missing, since writing it costs more than all the rest.
 */
function missingFigures(figures: readonly string[], known: readonly unknown[], format: Format): Set<string> {
  const missing = new Set(figures.map(canonical))
  const instants: string[] = []
  const findIn = (text: string) => {
    for (const each of figuresIn(text)) {
      missing.delete(canonical(each))
      // 14:05 is known as 14 and 5, too.
      if (each.includes(':')) for (const part of each.split(':')) missing.delete(canonical(part))
    }
  }
  const lookThrough = (value: unknown): void => {
    if (missing.size === 0) return
    if (typeof value === 'number') {
      missing.delete(canonical(String(value)))
      missing.delete(canonical(format.number(value)))
    } else if (typeof value === 'string') {
      findIn(value)
      if (instant.test(value)) instants.push(value)
    } else if (Array.isArray(value)) {
      for (const item of value) lookThrough(item)
    } else if (typeof value === 'object' && value !== null) {
      for (const key in value) lookThrough((value as Record<string, unknown>)[key])
    }
  }
  for (const value of known) lookThrough(value)
  for (const each of instants) if (missing.size > 0) findIn(`${format.dateTime(each)} ${format.date(each)}`)
  return missing
}

export interface Grounded {
  readonly text: string
  /** Figures that nothing known has; the sentences that held them are gone from the text. */
  readonly unknown: readonly string[]
}

/**
 * Leaves of a reply only what is known: every figure (price, date, count, spec, number) has to be in the data or the
 * edges of this turn's tool results, or in what was asked. The messages of the results are not evidence.
 */
export function ground(
  text: string,
  results: readonly ToolResult[],
  asked: readonly string[],
  format: Format,
): Grounded {
  const figures = figuresIn(text)
  if (figures.length === 0) return { text, unknown: [] }
  const missing = missingFigures(figures, [asked, ...results.map(({ data, edges }) => [data, edges])], format)
  if (missing.size === 0) return { text, unknown: [] }
  const unknownIn = (part: string) => figuresIn(part).filter((each) => missing.has(canonical(each)))
  const kept = text.split('\n').flatMap((line) => {
    if (unknownIn(line).length === 0) return [line]
    const sentences = line.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((sentence) => unknownIn(sentence).length === 0)
    return sentences.length === 0 ? [] : [sentences.join(' ')]
  })
  return { text: kept.join('\n').trim(), unknown: unknownIn(text) }
}
