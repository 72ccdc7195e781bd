import { declinedPart } from './declined.en.ts'

/** "1) …", "2. …" at the start or after a space, not a decimal or a count. */
const numbering = /(?:^|\s)(?:\(?[1-9][).]|[1-9]:)\s+(?=\p{L})/gu

function numbered(message: string): readonly string[] {
  const marks = [...message.matchAll(numbering)]
  if (marks.length < 2) return []
  const starts = marks.map(({ index }) => index)
  const parts = marks.map((mark, at) => message.slice(mark.index + mark[0].length, starts[at + 1]).trim())
  const before = message.slice(0, starts[0]).trim()
  return (before === '' ? parts : [before, ...parts]).filter((part) => part !== '')
}

/** The parts of a message that are to be read each by itself; one part, or none, where it is read as a whole. */
export function partsOf(message: string): readonly string[] {
  const list = numbered(message)
  if (list.length > 1) return list
  const declined = declinedPart(message)
  if (declined === null) return []
  const rest = message.slice(declined.length).replace(/^[\s,;.!–-]+/, '')
  return rest === '' ? [] : [declined, rest]
}
