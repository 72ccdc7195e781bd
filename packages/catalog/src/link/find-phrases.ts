import { functionWords } from '../words/english.ts'
import { singularsOf } from '../words/inflection.ts'
import { type Token, isApart } from '../words/tokens.ts'
import type { MentionCandidate } from '../types.ts'
import { isNumberAsName, isWrittenAsName } from './written-names.ts'
import type { Phrase, PhraseBook } from './phrase.ts'
import type { Slot } from './slots.ts'
import type { Span } from './span.ts'
import { joined } from './units.ts'

const mostTokens = 10

/** The phrases of the shop that stand in a text as a whole, however they are spaced and hyphenated. */
export function findPhrases(tokens: readonly Token[], text: string, book: PhraseBook): Span[] {
  const spans: Span[] = []
  for (let from = 0; from < tokens.length; from += 1) {
    let key = ''
    for (let to = from; to < Math.min(from + mostTokens, tokens.length); to += 1) {
      const token = tokens[to] as Token
      if (to > from && token.gap === 'sentence') break
      key += token.text
      if (key.length > book.longest || !book.mayBegin(key)) break
      const phrases = book.get(key)
      if (phrases !== undefined && !isChance(tokens, from, to, phrases))
        spans.push(...spansOf(phrases, 1, tokens, from, to, text, book))
    }
  }
  return spans
}

/** "be an" is no bean and "a 1" no A1: function words with a space between them that only spell a name together. */
function isChance(tokens: readonly Token[], from: number, to: number, phrases: readonly Phrase[]): boolean {
  if (to === from || phrases.some(({ kind }) => kind === 'attribute')) return false
  const run = tokens.slice(from, to + 1)
  if (run.slice(1).every(({ gap }) => gap === 'glued')) return false
  if (run.length === 2 && run[0]?.text.length === 1 && functionWords.has(run[0].text)) return true
  return run.every(({ text }) => functionWords.has(text)) && !phrases.some(({ needs }) => needs === 'writing')
}

const mostSlots = 6

/** The phrases that stand in a text with a near miss, or in the plural ("ultrabok 13", "burr grinders"). */
export function findNearPhrases(slots: readonly Slot[], book: PhraseBook): Span[] {
  const spans: Span[] = []
  for (let from = 0; from < slots.length; from += 1) {
    let key = ''
    let letters = 0
    let alike = 0
    for (let to = from; to < Math.min(from + mostSlots, slots.length); to += 1) {
      const slot = slots[to] as Slot
      if (slot.term === null || (to > from && isApart(slot))) break
      const before = key
      key += slot.term.text
      letters += slot.end - slot.start
      alike += (slot.end - slot.start) * slot.similarity
      const changed = alike < letters
      const at = { start: (slots[from] as Slot).start, end: slot.end, score: alike / letters }
      if (changed || slot.plural) spans.push(...nearSpans(book.get(key), at, changed))
      if (to > from && slot.plural) {
        for (const singular of singularsOf(slot.term.text))
          spans.push(...nearSpans(book.get(before + singular), at, changed))
      }
    }
  }
  return spans
}

const named: ReadonlySet<Phrase['kind']> = new Set(['product', 'brand'])

/** One letter wrong in a word of five. */
const leastSimilarity = 0.82

function nearSpans(
  phrases: readonly Phrase[] | undefined,
  { start, end, score }: { start: number; end: number; score: number },
  changed: boolean,
): Span[] {
  if (changed && score < leastSimilarity) return []
  // Without a near miss it is a plural, and the plurals of all else are phrases of their own.
  const meant = (phrases ?? []).filter((phrase) => phrase.needs === undefined && (changed || named.has(phrase.kind)))
  return byKind(meant).map(([kind, of]) => ({
    kind,
    start,
    end,
    whole: true,
    candidates: of.map((phrase) => candidateOf(phrase, Math.min(score, 0.98))),
  }))
}

function spansOf(
  phrases: readonly Phrase[],
  score: number,
  tokens: readonly Token[],
  from: number,
  to: number,
  text: string,
  book: PhraseBook,
): Span[] {
  const { start } = tokens[from] as Token
  const { end } = tokens[to] as Token
  const meant = phrases.filter(
    ({ needs, id }) =>
      needs === undefined ||
      (needs === 'number' ? isNumberAsName(text, start, end) : isWrittenAsName(text, start, end)) ||
      (needs === 'spec' && standsBySpec(id, tokens, from, to, book)),
  )
  return byKind(meant).map(([kind, of]) => ({
    kind,
    start,
    end,
    whole: true,
    candidates: of.map((phrase) => candidateOf(phrase, score)),
  }))
}

const candidateOf = ({ id, value, score: part }: Phrase, score: number): MentionCandidate => ({
  id,
  score: score * part,
  ...(value === undefined ? {} : { value }),
})

function byKind(phrases: readonly Phrase[]): [Phrase['kind'], Phrase[]][] {
  const kinds = new Map<Phrase['kind'], Phrase[]>()
  for (const phrase of phrases) {
    const there = kinds.get(phrase.kind)
    if (there === undefined) kinds.set(phrase.kind, [phrase])
    else there.push(phrase)
  }
  return [...kinds]
}

const mostWordsOfSpec = 3

/** Whether the words for a spec stand before or after: "size M", "in M size". */
function standsBySpec(
  spec: number | string,
  tokens: readonly Token[],
  from: number,
  to: number,
  book: PhraseBook,
): boolean {
  const names = (run: readonly Token[]) =>
    book.get(joined(run))?.some((phrase) => phrase.kind === 'attribute' && phrase.id === spec) === true
  for (let count = 1; count <= mostWordsOfSpec; count += 1) {
    if (from >= count && names(tokens.slice(from - count, from))) return true
    if (names(tokens.slice(to + 1, to + 1 + count))) return true
  }
  return false
}
