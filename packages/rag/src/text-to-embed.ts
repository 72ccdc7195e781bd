import type { Chunk } from './port.ts'

type Words = Pick<Chunk, 'title' | 'section' | 'text'>

/** What of a chunk a model reads: its words, and those above it. */
export const textToEmbed = ({ title, section, text }: Words): string =>
  [title, section === title ? '' : section, text].filter((part) => part !== '').join('\n')

/** The nearest words above a chunk; empty where it has none, or no others. */
export const headingToEmbed = ({ section, text }: Words): string => (text.trim() === '' ? '' : section)

/** A sentence, list item or table row, and the nearest words above it. */
export interface UnitWords {
  readonly heading: string
  readonly text: string
}

/** What of a unit a model reads: it alone, and it under its heading. */
export const unitToEmbed = ({ heading, text }: UnitWords): readonly [string, string] => [text, `${heading}\n${text}`]
