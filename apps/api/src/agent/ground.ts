import type { Format, ToolResult } from '@marketplace-agent/domain'

const figure = /\d+(?:[.,:]\d+)*/g
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** A figure without what only writing puts there: group separators, leading and trailing zeros. */
function canonical(text: string): string {
  // Most figures are plain ones, and there are many.
  if (!text.includes('.') && !text.includes(',')) return text.startsWith('0') ? text.replace(/^0+(?=\d)/, '') : text
  const plain = text.replace(/[,.](?=\d{3}(?:\D|$))/g, '')
  const number = Number(plain.replace(',', '.'))
  return Number.isNaN(number) ? text : String(number)
}

export const figuresIn = (text: string): readonly string[] => text.match(figure) ?? []

/** Tells the figures of a text as they are compared; 14:05 is known as 14 and 5, too. */
function eachFigure(text: string, tell: (figure: string) => void): void {
  for (const each of figuresIn(text)) {
    tell(canonical(each))
    if (each.includes(':')) for (const part of each.split(':')) tell(canonical(part))
  }
}

/** The figures of texts that are known in every turn, to be read once. */
export function figuresOf(texts: readonly string[]): ReadonlySet<string> {
  const figures = new Set<string>()
  for (const text of texts) eachFigure(text, (each) => figures.add(each))
  return figures
}

/**
 * Which of the figures nothing known has. Plain text and numbers are looked through first; what is written by the shop's
 * format (a number's groups, an instant's local date and time) only while a figure is still missing, since writing it
 * costs more than all the rest.
 */
function missingFigures(
  figures: readonly string[],
  always: ReadonlySet<string>,
  known: readonly unknown[],
  format: Format,
): Set<string> {
  const missing = new Set(figures.map(canonical).filter((each) => !always.has(each)))
  const numbers: number[] = []
  const instants: string[] = []
  const found = (each: string) => missing.delete(each)
  const lookThrough = (value: unknown): void => {
    if (missing.size === 0) return
    if (typeof value === 'number') {
      found(canonical(String(value)))
      numbers.push(value)
    } else if (typeof value === 'string') {
      eachFigure(value, found)
      if (value[10] === 'T' && instant.test(value)) instants.push(value)
    } else if (Array.isArray(value)) {
      for (const item of value) lookThrough(item)
    } else if (typeof value === 'object' && value !== null) {
      for (const key in value) lookThrough((value as Record<string, unknown>)[key])
    }
  }
  lookThrough(known)
  for (const each of numbers) if (missing.size > 0) found(canonical(format.number(each)))
  for (const each of instants) if (missing.size > 0) eachFigure(`${format.dateTime(each)} ${format.date(each)}`, found)
  return missing
}

export interface Grounded {
  readonly text: string
  /** Figures that nothing known has; the sentences that held them are gone from the text. */
  readonly unknown: readonly string[]
}

/**
 * Leaves of a reply only what is known: every figure (price, date, count, spec, number) has to be in the data or the
 * edges of this turn's tool results, in what was asked, or `always` known. The messages of the results are not evidence.
 */
export function ground(
  text: string,
  results: readonly ToolResult[],
  asked: readonly string[],
  format: Format,
  always: ReadonlySet<string> = new Set(),
): Grounded {
  const figures = figuresIn(text)
  if (figures.length === 0) return { text, unknown: [] }
  const missing = missingFigures(
    figures,
    always,
    [asked, ...results.flatMap(({ data, edges }) => [data, edges])],
    format,
  )
  if (missing.size === 0) return { text, unknown: [] }
  const unknownIn = (part: string) => figuresIn(part).filter((each) => missing.has(canonical(each)))
  const kept = text.split('\n').flatMap((line) => {
    if (unknownIn(line).length === 0) return [line]
    const sentences = line.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((sentence) => unknownIn(sentence).length === 0)
    return sentences.length === 0 ? [] : [sentences.join(' ')]
  })
  return { text: kept.join('\n').trim(), unknown: unknownIn(text) }
}
