import { type Span, matchesOf } from './spans.ts'
import type { IsKnown } from './words.ts'

/** What is called a secret, with how it is given and itself. */
const given =
  /\b(?:pass ?words?|pass ?codes?|pass ?phrase|pwd|pin(?: code| number)?|cvv2?|cvc2?|security code|otp|one[- ]time (?:code|password)|verification code|log ?in|user ?(?:name|id)|api[ -]?key|access (?:key|code|token)|tokens?|secret|iban|ssn|social security(?: number)?|passport(?: number)?)\b((?:\s+(?:is|was|are|it's|now|still|to))*\s*[:=]?\s*)["'“‘]?([^\s"”’]+)/giu

/** Nothing that is said in words is as long as a token. */
const long = /[^\s{}@]{23,}[^\s{}@.,;!?)]/gu
const link = /\b(?:https?:\/\/|www\.)\S+[^\s.,;!?)]/giu

/** Passwords, codes and tokens that a customer typed, and addresses of pages. */
export function findSecrets(text: string, isKnown: IsKnown): readonly Span[] {
  const said = [...text.matchAll(given)].flatMap(({ 0: whole, 1: how = '', 2: value = '', index }): Span[] => {
    const bare = value.replace(/[.,;!?)]+$/, '')
    const told = /\b(?:is|was|are|it's|to)\b|[:=]/i.test(how)
    const coded = /[\p{Nd}]|[^\p{L}\p{Nd}'’.-]/u.test(bare)
    if (bare === '' || !(coded || (told && !isKnown(bare)))) return []
    const start = index + whole.lastIndexOf(value)
    return [{ start, end: start + value.length, placeholder: 'secret' }]
  })
  return [...said, ...matchesOf(text, long, 'secret'), ...matchesOf(text, link, 'link')]
}
