import type { ReferenceSpan } from './findings.ts'

/** Reads one kind of number in a text, however it is typed, into the shop's own form. */
export type NumberReader = (
  text: string,
) => readonly { readonly start: number; readonly end: number; readonly value: string }[]

export type ReferenceReaders = Readonly<Record<Exclude<ReferenceSpan['placeholder'], 'email'>, NumberReader>>

/** Order, tracking, complaint and refund numbers and e-mail addresses, in order; where two would overlap, the longer. */
export function findReferences(text: string, readers: ReferenceReaders): ReferenceSpan[] {
  const found = findEmails(text)
  for (const placeholder of ['order', 'tracking', 'complaint', 'refund'] as const) {
    for (const { start, end, value } of readers[placeholder](text)) found.push({ start, end, value, placeholder })
  }
  return withoutOverlap(found)
}

/** Longer spans win over shorter, earlier over later. In order of their start. */
export function withoutOverlap<T extends { readonly start: number; readonly end: number }>(spans: readonly T[]): T[] {
  const kept: T[] = []
  for (const span of [...spans].sort(
    (one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start,
  )) {
    if (kept.every((other) => span.end <= other.start || span.start >= other.end)) kept.push(span)
  }
  return kept.sort((one, other) => one.start - other.start)
}

const local = /[\p{L}\p{N}._%+-]/u
const domain = /[\p{L}\p{N}.-]/u

/** From each @ outwards, so that the time is linear whatever the text is. */
function findEmails(text: string): ReferenceSpan[] {
  const found: ReferenceSpan[] = []
  let from = 0
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > from && local.test(text.charAt(start - 1))) start -= 1
    while (text.charAt(start) === '.') start += 1
    let end = at + 1
    while (end < text.length && domain.test(text.charAt(end))) end += 1
    while (/[.-]/.test(text.charAt(end - 1))) end -= 1
    if (start < at && /[^.]\.[^.\d]{2,}$/.test(text.slice(at + 1, end).slice(-70))) {
      found.push({ start, end, placeholder: 'email', value: text.slice(start, end) })
      from = end
    }
  }
  return found
}
