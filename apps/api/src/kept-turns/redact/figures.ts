import { moneyAfter, moneyBefore, ownBefore, phoneBefore, plate, spelledFigures } from './figures.en.ts'
import { type Placeholder, type Span, matchesOf } from './spans.ts'

/** As many digits may name somebody or something of theirs. */
const fewestDigits = 4
/** More digits than this are no price. */
const mostOfPrice = 8

/** Digits with whatever people put between them. */
const groups = /\+?\p{Nd}(?:[^\p{L}\p{Nd}\n]{0,3}\p{Nd})*/gu
/** Letters and digits in one: numbers of parcels, accounts, cards; codes. */
const mixed = /[\p{L}\p{Nd}]+(?:[-_/.:#–—][\p{L}\p{Nd}]+)*/gu
/** "GB29 NWBK 6016 1331 9268 19". */
const account = /\b[a-z]{2}\p{Nd}{2}(?:[ -]?[a-z\p{Nd}]{4}){2,8}(?:[ -]?[a-z\p{Nd}]{1,4})?\b/giu

const digitsOf = (text: string) => text.replaceAll(/\P{Nd}/gu, '')

/** The check that numbers of payment cards pass. ISO/IEC 7812-1. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** 192.0.2.1; 12.03.1984, 1984-03-12. */
const neverPhone =
  /^(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){3}|\p{Nd}{1,2}([./ -])\p{Nd}{1,2}\1(?:19|20)?\p{Nd}{2}|(?:19|20)\p{Nd}{2}([./ -])\p{Nd}{1,2}\2\p{Nd}{1,2})$/u

function kindOf(written: string, digits: string, before: string): Placeholder {
  const { length } = digits
  if (neverPhone.test(written)) return 'number'
  if (length >= 13 && length <= 19 && (passesLuhn(digits) || /^\p{Nd}{4}(?:\P{Nd}\p{Nd}{4}){2}/u.test(written)))
    return 'card'
  const grouped = /\p{Nd}[\s().-]+\p{Nd}/u.test(written)
  if (length >= 7 && length <= 15 && (/^(?:\+|00)/.test(written) || grouped || phoneBefore.test(before))) return 'phone'
  return phoneBefore.test(before) ? 'phone' : 'number'
}

/** "13-15 inch", "5 or 24. 12 of": two counts, and no longer number in groups. */
const isTwoCounts = (written: string) => /^\p{Nd}{1,2}\P{Nd}+\p{Nd}{1,2}$/u.test(written)

/**
 * Figures that may name somebody or something of theirs: four digits and more, in groups or not, with letters or not.
 * `isGoods` tells those that are part of what a product is called.
 */
export function findFigures(text: string, isGoods: (start: number, end: number) => boolean): readonly Span[] {
  const found: Span[] = []
  for (const { 0: written, index } of text.matchAll(groups)) {
    const end = index + written.length
    const digits = digitsOf(written)
    const before = text.slice(0, index)
    const price =
      digits.length <= mostOfPrice &&
      /^\p{Nd}{1,3}(?:[,.' ]?\p{Nd}{3})*(?:[.,]\p{Nd}{1,2})?$|^\p{Nd}+$/u.test(written) &&
      (moneyBefore.test(before) || moneyAfter.test(text.slice(end)))
    if (digits.length < fewestDigits || isTwoCounts(written) || price || isGoods(index, end)) continue
    found.push({ start: index, end, placeholder: kindOf(written, digits, before) })
  }
  for (const { 0: written, index } of text.matchAll(mixed)) {
    const [digits, letters] = [digitsOf(written).length, (written.match(/\p{L}/gu) ?? []).length]
    const end = index + written.length
    const long = digits >= fewestDigits || (digits >= 3 && written.length >= 7)
    if (digits > 0 && letters > 0 && long && !isGoods(index, end))
      found.push({ start: index, end, placeholder: 'number' })
  }
  return [
    ...found,
    ...matchesOf(text, plate, 'number'),
    ...matchesOf(text, account, 'number'),
    ...matchesOf(text, spelledFigures, 'number'),
  ]
}

const couldBeAny: readonly Placeholder[] = ['order', 'tracking', 'complaint', 'refund', 'phone']

/** Bare figures are what comes before them says: "at number 1002" is no order. */
export function relabelled(text: string, span: Span): Span {
  const bare = !/\p{L}/u.test(text.slice(span.start, span.end))
  return bare && couldBeAny.includes(span.placeholder) && ownBefore.test(text.slice(0, span.start))
    ? { ...span, placeholder: 'number' }
    : span
}
