import type { ProductCard, Spec } from '@marketplace-agent/domain'
import type { ToolWords, WordsKit } from './define-tool.ts'
import { lowerFirst } from './lower-first.en.ts'
import { nearFacts } from './near-facts.en.ts'
import { sayFact } from './say-fact.en.ts'
import { verdictOf } from './verdict.en.ts'

interface DetailsInput {
  id: number
  facts?: string[]
  has?: string[]
  count?: number
  feature?: string
}

/** What every product has, where it isn't known of one. */
const builtInLabels: Readonly<Record<string, string>> = { rating: 'ratings', released: 'the release date' }

/** "Yes. Ports of the X1: USB-C, HDMI." */
function sayAsked({ id, name }: ProductCard['product'], fact: Spec, has: readonly string[], kit: WordsKit): string {
  const verdict = verdictOf(id, fact, has, kit.catalog)
  return `${verdict === null ? '' : verdict ? 'Yes. ' : 'No. '}${sayFact(name, fact)}`
}

/** That something isn't known, and what is known that has to do with it. */
function sayUnknown(what: string, { product, asked }: ProductCard, { catalog }: WordsKit): string {
  const near = nearFacts(what, product.specs, catalog).filter(({ id }) => !asked.some((fact) => fact.id === id))
  const known = near.map(({ label, text }) => `${lowerFirst(label)} ${text}`)
  return `I have no information on ${what} for the ${product.name}.${known.length === 0 ? '' : ` What I know: ${known.join('; ')}.`}`
}

export const words: ToolWords<DetailsInput, ProductCard> = {
  ask: { id: 'Which product do you mean?' },
  say(card, kit, { facts = [], has = [], feature }) {
    const { product, asked } = card
    const { format } = kit
    const missing = facts.filter((id) => !asked.some((fact) => fact.id === id))
    const unknown = [
      ...missing.map((id) => builtInLabels[id] ?? lowerFirst(kit.catalog.spec(id)?.label ?? id)),
      ...(feature === undefined || asked.length > 0 ? [] : [`“${feature}”`]),
    ]
    if (asked.length + unknown.length > 0) {
      return [
        ...asked.map((fact) => sayAsked(product, fact, has, kit)),
        ...unknown.map((what) => sayUnknown(what, card, kit)),
      ].join(' ')
    }
    const rating = product.rating === null ? '' : `, rated ${format.number(product.rating)} stars`
    const stock = product.in_stock ? `in stock (${format.number(product.quantity)} left)` : 'out of stock at the moment'
    const specs = product.specs.map((spec) => `- ${spec.label}: ${spec.text}`)
    return [
      `The ${product.name} by ${product.brand} costs ${product.price_text}${rating}, and is ${stock}. ${product.description}`,
      `${specs.join('\n')}\n- Warranty: ${product.warranty_text}`,
    ].join('\n')
  },
  otherwise: {
    product: ({ id }) => `There is no product ${id}.`,
  },
  next: ({ product, asked }) =>
    asked.length > 0
      ? [`What fits the ${product.name}?`, `Tell me more about the ${product.name}`]
      : [`What fits the ${product.name}?`, `What is similar to the ${product.name}?`],
}
