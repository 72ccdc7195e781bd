import type { ProductCard, Spec } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'
import { lowerFirst } from './lower-first.en.ts'

/** "Battery life of the X1: 12 hours.", and what reads better as a sentence of its own. */
function sayFact(name: string, { id, label, value, text }: Spec): string {
  switch (id) {
    case 'price':
      return `The ${name} costs ${text}.`
    case 'quantity':
      return `The ${name} is ${value === 0 ? 'out of stock' : `in stock (${text})`}.`
    case 'warranty_months':
      return value === 0 ? `The ${name} comes without a warranty.` : `The ${name} comes with a warranty of ${text}.`
    case 'rating':
      return `The ${name} is rated ${text}.`
    default:
      return `${label} of the ${name}: ${text}.`
  }
}

export const words: ToolWords<{ id: number; facts?: string[] }, ProductCard> = {
  ask: { id: 'Which product do you mean?' },
  say({ product, asked }, { format, catalog }, { facts = [] }) {
    const unknown = facts.filter((id) => !asked.some((fact) => fact.id === id))
    const sorry = unknown.map(
      (id) => `I have no information on the ${lowerFirst(catalog.spec(id)?.label ?? id)} of the ${product.name}.`,
    )
    if (facts.length > 0) {
      const others = asked.some((fact) => fact.id === 'price') ? '' : ` It costs ${product.price_text}.`
      return (
        [...asked.map((fact) => sayFact(product.name, fact)), ...sorry].join(' ') + (asked.length > 0 ? '' : others)
      )
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
