import type { Product, ProductSummary } from '@marketplace-agent/api-client'

/** What one might ask about a product, said of what the shop knows of it. */
export function productQuestions(
  { name, specs, warranty_months }: Pick<Product, 'name' | 'specs' | 'warranty_months'>,
  { other, hasAccessories }: { other: Pick<ProductSummary, 'name'> | undefined; hasAccessories: boolean },
): readonly string[] {
  const spec = specs.find(({ value }) => typeof value === 'number') ?? specs[0]
  return [
    ...(hasAccessories ? [`What fits the ${name}?`] : []),
    ...(other === undefined ? [] : [`Compare the ${name} and the ${other.name}`]),
    ...(spec === undefined ? [] : [`What is the ${lowerFirst(spec.label)} of the ${name}?`]),
    ...(warranty_months > 0 ? [`How long is the warranty of the ${name}?`] : []),
  ]
}

/** "Screen size" -> "screen size"; "Wi-Fi" and "USB ports" stay. */
const lowerFirst = (label: string) =>
  /^\p{Lu}\p{Ll}+(?:\s|$)/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
