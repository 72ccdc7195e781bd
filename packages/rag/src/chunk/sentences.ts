/** A stretch of a text, in UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

const endings = /(?<![.!?…])[.!?…]+["'”’)\]*_]*(?=\s)|(?<![。！？｡])[。！？｡]+["'”’」』）]*/gu

/** Never end a sentence: something they belong to follows. */
const leading = new Set(
  `mr mrs ms dr prof st mt vs no nos nr approx ca fig figs vol ch sec art p pp dept est tel ext incl excl min max avg
  jan feb mar apr jun jul aug sep sept oct nov dec eg ie cf viz resp`.split(/\s+/),
)

/** Sentences of a stretch of running text; line breaks within it are spaces. Blank ends are left out. */
export function splitSentences(text: string, { start, end }: Span): Span[] {
  const sentences: Span[] = []
  const stretch = text.slice(start, end)
  let from = 0
  for (const match of stretch.matchAll(endings)) {
    const to = match.index + match[0].length
    if (!endsSentence(stretch, match.index, to)) continue
    push(sentences, text, start + from, start + to)
    from = to
  }
  push(sentences, text, start + from, end)
  return sentences
}

function endsSentence(stretch: string, mark: number, to: number): boolean {
  const rest = stretch.slice(to, to + 40).trimStart()
  if (/[。！？｡]/u.test(stretch[mark]!)) return true
  // A small letter goes on, but for names like iPad or v2.
  if (/^\p{Ll}/u.test(rest) && !/^\p{Ll}[\p{Lu}\d]/u.test(rest)) return false
  if (stretch[mark] !== '.' || stretch[mark + 1] === '.') return true
  const word = /[\p{L}\p{N}.]*$/u.exec(stretch.slice(Math.max(0, mark - 20), mark))![0]
  const letters = word.replaceAll('.', '').toLowerCase()
  if (leading.has(letters)) return false
  if (/^\p{Lu}$/u.test(word)) return false
  // "1." opens an item; "5 p.m. Monday" goes on, "5 p.m. Orders" does not, and only the day can tell.
  if (/^\d{1,2}$/.test(word) && /(?:^|[.!?:;]\s*)\d{1,2}$/.test(stretch.slice(0, mark))) return false
  return !(/^(am|pm)$/.test(letters) && /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/.test(rest))
}

function push(sentences: Span[], text: string, start: number, end: number): void {
  const span = trim(text, { start, end })
  if (span.start < span.end) sentences.push(span)
}

/** The stretch without blanks at its ends. */
export function trim(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}
