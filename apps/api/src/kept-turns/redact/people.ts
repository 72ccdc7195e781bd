import type { Address } from '@marketplace-agent/domain'
import type { Span } from './spans.ts'
import { fold, wordsOf } from './words.ts'

/** What is known of whom a conversation may be about. */
export interface Person {
  readonly name: string
  readonly email: string
  readonly address: Address | null
}

/** Shorter parts of a name or an e-mail are in too many words. */
const leastLetters = 2
const leastOfEmail = 3

/** Where the words of a phrase stand one after the other, whatever is between them. */
function phraseIn(text: string, phrase: string, placeholder: Span['placeholder']): Span[] {
  const [words, wanted] = [wordsOf(text), wordsOf(phrase)]
  if (wanted.length === 0) return []
  return words.flatMap((word, from): Span[] => {
    const fits = wanted.every(({ folded }, place) => words[from + place]?.folded === folded)
    return fits ? [{ start: word.start, end: words[from + wanted.length - 1]?.end ?? word.end, placeholder }] : []
  })
}

/** A place without its figures is one still: "Elm Street" of "12 Elm Street". */
const withoutFigures = (line: string) =>
  wordsOf(line)
    .filter(({ folded }) => !/\p{Nd}/u.test(folded))
    .map(({ text }) => text)
    .join(' ')

function addressPhrases({ line1, line2, city, region, postal_code: code }: Address): string[] {
  const bare = withoutFigures(line1)
  // "CA" and "in" are anywhere.
  const named = [bare, region ?? '', city].filter((part) => fold(part).length > 3)
  return [line1, line2 ?? '', city, code, code.replaceAll(/\s/g, ''), ...named]
}

/** Names, e-mails and addresses of people who are known, whole or in part, whatever their case and marks. */
export function findPeople(text: string, people: readonly Person[]): readonly Span[] {
  const names = new Set<string>()
  for (const { name, email, address } of people) {
    const [local = ''] = email.split('@')
    for (const { folded } of [...wordsOf(name), ...wordsOf(address?.name ?? '')])
      if (folded.length >= leastLetters) names.add(folded)
    for (const { folded } of wordsOf(local.replaceAll('_', ' '))) if (folded.length >= leastOfEmail) names.add(folded)
  }
  const found: Span[] = wordsOf(text)
    .filter(({ folded }) => names.has(folded))
    .map(({ start, end }) => ({ start, end, placeholder: 'name' }))
  for (const { email, address } of people) {
    found.push(...phraseIn(text, email, 'email'))
    if (address !== null) found.push(...addressPhrases(address).flatMap((phrase) => phraseIn(text, phrase, 'address')))
  }
  return found
}
