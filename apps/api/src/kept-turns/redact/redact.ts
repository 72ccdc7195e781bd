import type { Shop } from '@marketplace-agent/catalog'
import { findAddresses } from './addresses.en.ts'
import { findEmails } from './emails.ts'
import { findFigures, relabelled } from './figures.ts'
import { goodsIn } from './goods.ts'
import { findNames, findNamesBesideContacts } from './names.en.ts'
import { type Person, findPeople } from './people.ts'
import { type Readings, findRead } from './readings.ts'
import { findSecrets } from './secrets.en.ts'
import { createIsKnown, createIsWord } from './shop-words.ts'
import { type Span, withPlaceholders } from './spans.ts'
import type { IsKnown } from './words.ts'

/** A message without what is somebody's: a placeholder stands for each ("{email}", "{order}", "{name}"). */
export type Redactor = (message: string, readings: Readings, people: readonly Person[]) => string

/** Words beside which a bare figure may be a number of the shop. */
const numberCues: Readonly<Record<keyof Shop['numbers'], readonly string[]>> = {
  order: ['order', 'purchase', 'parcel', 'package', 'number', 'delivery', 'bought'],
  tracking: ['tracking', 'parcel', 'package', 'shipment', 'track', 'delivery'],
  complaint: ['complaint', 'case', 'ticket', 'claim', 'reference'],
  refund: ['refund', 'return', 'reference'],
}

/**
 * A redactor for the messages of one shop's customers. It stands on what the agent read in the message, on the shop's
 * records of the people concerned, on patterns, and on which words customers and the shop use (`vocabulary`); of what is in
 * doubt the most goes. Stored text is one line.
 */
export function createRedactor(shop: Shop, vocabulary: ReadonlySet<string>): Redactor {
  let isKnown: IsKnown | null = null
  const kinds = Object.keys(numberCues) as (keyof Shop['numbers'])[]
  const numbersIn = (text: string) =>
    kinds.flatMap((kind): Span[] =>
      shop.numbers[kind]
        .scan(text, { cueWords: numberCues[kind] })
        .map(({ start, end }) => ({ start, end, placeholder: kind })),
    )
  return (message, readings, people) => {
    isKnown ??= createIsKnown(shop)
    const isWord = createIsWord(isKnown, vocabulary)
    // Full-width figures are figures, and what can't be seen parts nothing.
    // Long runs of blanks would be tried from each of their places by the patterns below.
    const text = message
      .normalize('NFKC')
      .replaceAll(/\p{Cf}/gu, '')
      .replaceAll(/[^\S\n]+/gu, ' ')
      .replaceAll(/ ?\n\s*/g, '\n')
    const spans = [
      ...findSecrets(text, isKnown),
      ...findEmails(text),
      ...numbersIn(text),
      ...findRead(text, readings),
      ...findPeople(text, people),
      ...findFigures(text, goodsIn(text, shop.catalog)),
      ...findAddresses(text, isKnown),
      ...findNames(text, isKnown, isWord),
    ].map((span) => relabelled(text, span))
    const redacted = withPlaceholders(text, spans)
    return withPlaceholders(redacted, findNamesBesideContacts(redacted, isWord))
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim()
  }
}
