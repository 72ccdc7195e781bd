import type { Format, ToolResult } from '@marketplace-agent/domain'

const figure = /\d+(?:[.,:]\d+)*/g
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** A figure without what only writing puts there: group separators, leading and trailing zeros. */
function canonical(text: string): string {
  const plain = text.replace(/[,.](?=\d{3}(?:\D|$))/g, '')
  const number = Number(plain.replace(',', '.'))
  return Number.isNaN(number) ? text : String(number)
}

export const figuresIn = (text: string): readonly string[] => text.match(figure) ?? []

/** Every figure that the results and the words of the customer know, in canonical form. */
function knownFigures(known: readonly unknown[], format: Format): Set<string> {
  const figures = new Set<string>()
  const addText = (text: string) => {
    for (const each of figuresIn(text)) {
      figures.add(canonical(each))
      // 14:05 is known as 14 and 5, too.
      if (each.includes(':')) for (const part of each.split(':')) figures.add(canonical(part))
    }
  }
  const add = (value: unknown): void => {
    if (typeof value === 'number') {
      addText(String(value))
      addText(format.number(value))
    } else if (typeof value === 'string') {
      addText(value)
      if (instant.test(value)) addText(`${format.dateTime(value)} ${format.date(value)}`)
    } else if (Array.isArray(value)) {
      for (const item of value) add(item)
    } else if (typeof value === 'object' && value !== null) {
      for (const item of Object.values(value)) add(item)
    }
  }
  for (const value of known) add(value)
  return figures
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
  if (figuresIn(text).length === 0) return { text, unknown: [] }
  const known = knownFigures([...results.map(({ data, edges }) => [data, edges]), asked], format)
  const unknownIn = (part: string) => figuresIn(part).filter((each) => !known.has(canonical(each)))
  const unknown = unknownIn(text)
  if (unknown.length === 0) return { text, unknown }
  const kept = text.split('\n').flatMap((line) => {
    if (unknownIn(line).length === 0) return [line]
    const sentences = line.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((sentence) => unknownIn(sentence).length === 0)
    return sentences.length === 0 ? [] : [sentences.join(' ')]
  })
  return { text: kept.join('\n').trim(), unknown }
}
