/** What may stand in place of something personal, the most telling first: of two that overlap it names both. */
const placeholders = [
  'email',
  'link',
  'secret',
  'card',
  'order',
  'tracking',
  'complaint',
  'refund',
  'phone',
  'address',
  'name',
  'number',
] as const
export type Placeholder = (typeof placeholders)[number]

/** A part of a text that is personal. Offsets in UTF-16; spans may overlap. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly placeholder: Placeholder
}

/** Finds one kind of thing in a text. */
export type Finder = (text: string) => readonly Span[]

/** Where a pattern matches, or its first group where it has one. */
export function matchesOf(text: string, pattern: RegExp, placeholder: Placeholder): Span[] {
  return [...text.matchAll(pattern)].map((match) => {
    const inner = match[1]
    const start = match.index + (inner === undefined ? 0 : match[0].lastIndexOf(inner))
    return { start, end: start + (inner ?? match[0]).length, placeholder }
  })
}

const tellsMore = (one: Placeholder, other: Placeholder) =>
  placeholders.indexOf(one) <= placeholders.indexOf(other) ? one : other

/** What may stand between two parts of one thing: "{name} {name}" is one name. */
const between = /^[\s,.;:/()#'’-]*$/

/** A text with placeholders for its spans: whatever is in one of them is gone. */
export function withPlaceholders(text: string, spans: readonly Span[]): string {
  const merged: Span[] = []
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1)
    const joins =
      last !== undefined &&
      (span.start < last.end ||
        (span.placeholder === last.placeholder && between.test(text.slice(last.end, span.start))))
    if (!joins) merged.push(span)
    else {
      merged[merged.length - 1] = {
        start: last.start,
        end: Math.max(last.end, span.end),
        placeholder: tellsMore(last.placeholder, span.placeholder),
      }
    }
  }
  let written = ''
  let at = 0
  for (const { start, end, placeholder } of merged) {
    written += `${text.slice(at, start)}{${placeholder}}`
    at = end
  }
  return written + text.slice(at)
}
