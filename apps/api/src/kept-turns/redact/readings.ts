import type { Entities } from '@marketplace-agent/intent'
import type { Span } from './spans.ts'
import { wordsOf } from './words.ts'

/** What the agent itself read in a message: numbers in the shop's form, e-mails, and addresses as it saw them. */
export interface Readings {
  readonly entities: readonly Entities[]
  /** Addresses in the words of the message, its slips put right. */
  readonly addresses: readonly string[]
}

/** Where the words of a phrase stand, or most of them: slips may have been put right in it. */
function mostOf(text: string, phrase: string): Span[] {
  const [words, wanted] = [wordsOf(text), wordsOf(phrase)]
  const scores = words.map(
    (_word, from) => wanted.filter(({ folded }, place) => words[from + place]?.folded === folded).length,
  )
  const best = Math.max(0, ...scores)
  const from = scores.indexOf(best)
  const first = words[from]
  if (best * 2 < wanted.length || best === 0 || first === undefined) return []
  const last = words[Math.min(from + wanted.length, words.length) - 1] ?? first
  return [{ start: first.start, end: last.end, placeholder: 'address' }]
}

/** A number's digits and letters alone: what of it is typed, however. */
const bare = (number: string) => number.replaceAll(/[^\p{L}\p{Nd}]/gu, '').toLowerCase()
const digitsOf = (number: string) => number.replaceAll(/\P{Nd}/gu, '')

/** Every place that has the digits of a number which was read. */
function figuresOf(text: string, numbers: readonly string[], placeholder: Span['placeholder']): Span[] {
  const wanted = new Set(numbers.map(bare).flatMap((number) => [number, digitsOf(number)]))
  wanted.delete('')
  return [...text.matchAll(/[\p{L}\p{Nd}]+(?:[^\p{L}\p{Nd}\s]{1,3}[\p{L}\p{Nd}]+)*/gu)].flatMap(
    ({ 0: written, index }): Span[] =>
      wanted.has(bare(written)) || wanted.has(digitsOf(written))
        ? [{ start: index, end: index + written.length, placeholder }]
        : [],
  )
}

/** What the agent read of somebody's in a message, at its places there. */
export function findRead(text: string, { entities, addresses }: Readings): readonly Span[] {
  const of = (kind: 'orders' | 'trackingNumbers' | 'complaints' | 'refunds') => entities.flatMap((one) => one[kind])
  return [
    ...figuresOf(text, of('orders'), 'order'),
    ...figuresOf(text, of('trackingNumbers'), 'tracking'),
    ...figuresOf(text, of('complaints'), 'complaint'),
    ...figuresOf(text, of('refunds'), 'refund'),
    ...addresses.flatMap((address) => mostOf(text, address)),
  ]
}
