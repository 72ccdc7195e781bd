import type { Spec } from '@marketplace-agent/domain'

/** Labels that are no noun, so that nothing can be "of" a product: "Made for", "Foldable", "Dishwasher-safe", "Suits". */
const noNoun =
  /(?:ed|able|ible|ing|less|[ -](?:safe|proof|free|resistant|for|in|at|to|from|by|with|of|up|on|once))$|^(?:suits?|fits?|needs?|takes?|works?|runs?|comes?|includes?|supports?|holds?|contains?|uses?|has|is|can|for|with|in)\b/i

/** "Battery life of the X1: 12 hours.", and for whatever else a label may be "X1 – foldable: no.". */
export const ofProduct = (name: string, label: string, text: string): string =>
  noNoun.test(label) ? `${name} – ${label}: ${text}.` : `${label} of the ${name}: ${text}.`

/** A fact of a product as a sentence. */
export function sayFact(name: string, { id, label, value, text }: Spec): string {
  switch (id) {
    case 'price':
      return `The ${name} costs ${text}.`
    case 'total':
      return `${label}: ${text}.`
    case 'quantity':
      return `The ${name} is ${value === 0 ? 'out of stock' : `in stock (${text})`}.`
    case 'warranty_months':
      return value === 0 ? `The ${name} comes without a warranty.` : `The ${name} comes with a warranty of ${text}.`
    case 'rating':
      return `The ${name} is rated ${text}.`
    case 'released':
      return `The ${name} was released ${String(value).length > 7 ? 'on' : 'in'} ${text}.`
    case 'brand':
      return `The ${name} is made by ${text}.`
    case 'description':
      return text
    default:
      return ofProduct(name, label, text)
  }
}
