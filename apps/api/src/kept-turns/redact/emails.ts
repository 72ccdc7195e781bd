import { type Finder, type Span, matchesOf } from './spans.ts'

const part = String.raw`[\p{L}\p{M}\p{Nd}_-]+`
const dot = String.raw`(?:\s*[(\[{<]\s*dot\s*[)\]}>]\s*|\s+dot\s+|\s?\.\s?)`
const at = String.raw`(?:\s*[(\[{<]\s*(?:at|@)\s*[)\]}>]\s*|\s+at\s+)`
/** "kim (at) mail (dot) example", "kim dot lee at mail dot example". */
const spelled = new RegExp(
  String.raw`[\p{L}\p{M}\p{Nd}._%+'’-]+(?:\s+dot\s+${part})*(?:\s*[(\[{<]\s*(?:at|@)\s*[)\]}>]\s*${part}(?:${dot}${part})*|${at}${part}(?:${dot}${part})*?(?:\s+dot\s+|\s*[(\[{<]\s*dot\s*[)\]}>]\s*)${part}(?:${dot}${part})*)`,
  'giu',
)

/** Whatever has an @ in it, with what spaces were put around it: also what is no address in full. */
const around = /(?:"[^"@]{1,64}"|(?<![^\s@])[^\s@]*) ?@ ?(?:[^\s@]+(?:@[^\s@]*)*(?: ?\. ?[\p{L}\p{Nd}-]{2,})*)?/gu

const withoutEnd = (text: string, { start, end, placeholder }: Span): Span => ({
  start,
  end: start + text.slice(start, end).replace(/[\s,.;:!?)\]}>"'’]+$/, '').length,
  placeholder,
})

/** E-mail addresses and handles, however they are written. */
export const findEmails: Finder = (text) =>
  [...matchesOf(text, around, 'email'), ...matchesOf(text, spelled, 'email')].map((span) => withoutEnd(text, span))
