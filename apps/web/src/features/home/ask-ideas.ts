import type { ListedDocument, ProductSummary } from '@marketplace-agent/api-client'

interface Shelf {
  /** The best rated first. */
  readonly products: readonly ProductSummary[]
  readonly documents: readonly ListedDocument[]
}

/** The next round amount: 1, 2 or 5 of a power of ten. */
export function roundAmount(amount: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(amount, 1)))
  return ([1, 2, 5].find((each) => each * power >= amount) ?? 10) * power
}

/** Examples of what the assistant can be asked, of this shop's own products and documents. */
export function askIdeas({ products, documents }: Shelf, money: (amount: number) => string): readonly string[] {
  const [best] = products
  if (best === undefined) return []
  const rival = products.find(({ id, category }) => id !== best.id && category === best.category)
  const other = products.find(({ category }) => category !== best.category)
  const manual = documents.find(({ document_kind, product_id }) => document_kind === 'manual' && product_id !== null)
  const policy = documents.find(({ document_kind }) => document_kind === 'policy')
  return [
    ...(rival === undefined ? [] : [`Compare the ${best.name} and the ${rival.name}`]),
    ...(other === undefined ? [] : [`Show me ${lower(other.category_name)} under ${money(roundAmount(other.price))}`]),
    `What goes with the ${best.name}?`,
    ...(manual === undefined ? [] : [`How do I set up the ${manual.title.replace(/\s+(?:manual|guide)$/i, '')}?`]),
    ...(policy === undefined ? [] : [`Tell me about ${lower(policy.title)}`]),
  ]
}

/** "Smart lamps" -> "smart lamps"; "TVs" and "Wi-Fi & Networking" stay. */
const lower = (label: string) =>
  /^\p{Lu}\p{Ll}+(?:\s|,|$)/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
