import { editDistance } from '../words/edit-distance.ts'
import { isTalk } from '../words/english.ts'

/** A number without its prefix, in a text. */
export interface BareNumber {
  readonly start: number
  readonly end: number
  /** As many digits as the pattern has. */
  readonly exact: boolean
  readonly digits: number
  /** At most one digit fewer than the pattern has. */
  readonly enough: boolean
}

const currencyAfter =
  /^\s*(?:[$€£¥₹%]|(?:dollars?|bucks?|usd|euros?|eur|pounds?|quid|gbp|yen|jpy|cents?|percent|rupees?|francs?|chf|aud|cad)\b)/i
const currencyBefore = /(?:[$€£¥₹]|\b(?:usd|eur|gbp|jpy|chf|aud|cad|rs))\s*$/i
/** Of amounts, years and other numbers. */
const notBefore =
  /\b(?:paid|pay|paying|costs?|price|priced|under|below|over|above|than|worth|spen[dt]|spending|budget|around|about|least|most|max|maximum|min|minimum|between|in|since|year|during|until|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|product|item|article|model|sku|isbn|zip|postcode|phone|tel|extension|room|flat|apartment|street)(?:\s+(?:id|no\.?|number|code))?\s*[#:]?\s*$/i
const notAfter =
  /^\s*(?:x\b|times\b|of them\b|units?\b|pieces?\b|pcs\b|years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|gb\b|tb\b|kg\b|cm\b|mm\b|inch)/i
/** "product #12" is no order. */
const countedThing = /\b(?:product|item|article|model|sku|isbn|room|flat|apartment|suite|unit)s?\s*#\s*$/i
/** A part of a number that is written in groups: "555 1002". */
const otherNumberBefore = /\b\d{1,3}[\s-]+$/
const numberWord = /(?:#|\b(?:numbers?|num|no\.?|nr\.?|id|code|ref(?:erence)?)(?:\s+(?:is|was|are))?\s*[:#]?)\s*$/i

/** Words beside a number that change nothing about its being all that was said. */
const fillers: ReadonlySet<string> = new Set(
  `it its it's is was the my order number no nr id yes yeah ok okay sure here hi hello hey please thanks thank you this that's thats that one sorry and of course`.split(
    ' ',
  ),
)

const wordsBefore = 5
const wordsAfter = 3
/** Fewer digits than this are a count more often than a number. */
const fewestDigits = 3

/** Whether a bare number is meant as one: said to be one, near a cue word, or all that was said. */
export function isMeant(number: BareNumber, text: string, cueWords: readonly string[]): boolean {
  const before = text.slice(0, number.start)
  const after = text.slice(number.end)
  if (number.exact && /#\s*$/.test(before) && !countedThing.test(before)) return true
  if (currencyBefore.test(before) || currencyAfter.test(after) || notBefore.test(before) || notAfter.test(after))
    return false
  const cued = hasCue(before, after, cueWords)
  const called = numberWord.test(before)
  if (called) return number.exact || cued
  if (number.digits < fewestDigits || otherNumberBefore.test(before)) return false
  if (number.exact) return cued || isAlone(before, after)
  return number.enough && follows(before, cueWords) && endsPhrase(after)
}

/** Whether nothing but a number is said. */
export const isAllSaid = ({ start, end }: Pick<BareNumber, 'start' | 'end'>, text: string): boolean =>
  isAlone(text.slice(0, start), text.slice(end))

/** Whether a number beside others is one, too: "orders 1001 and 1002", not "order 1001, 200 bags". */
export const isNoCount = ({ exact, end }: BareNumber, text: string): boolean =>
  exact ? !notAfter.test(text.slice(end)) : endsPhrase(text.slice(end))

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []

function hasCue(before: string, after: string, cueWords: readonly string[]): boolean {
  if (cueWords.length === 0) return false
  const near = [...wordsOf(before).slice(-wordsBefore), ...wordsOf(after).slice(0, wordsAfter)]
  return near.some((word) => cueWords.some((cue) => isCue(word, cue.toLowerCase())))
}

/** "order 10023": the cue word itself, right before. */
const follows = (before: string, cueWords: readonly string[]) =>
  /[\s:]$/.test(before) && cueWords.some((cue) => wordsOf(before).at(-1) === cue.toLowerCase())

/** No thing follows that it would count: "order 10023 is late", not "order 500 bags". */
const endsPhrase = (after: string) => /^\s*(?:$|[^\s\p{L}\p{N}])/u.test(after) || isTalk(wordsOf(after)[0] ?? '')

const isCue = (word: string, cue: string) =>
  word === cue || word === `${cue}s` || (cue.length >= 5 && word.length >= 4 && editDistance(word, cue, 1) <= 1)

const isAlone = (before: string, after: string) =>
  [...wordsOf(before), ...wordsOf(after)].every((word) => fillers.has(word))
