import type {
  Format,
  ProductRecord,
  ShopDocument,
  ShopSettings,
  SpecDefinition,
  SpecValue,
} from '@marketplace-agent/domain'

/** What the placeholders of one document can name. */
export interface PlaceholderScope {
  readonly settings: ShopSettings
  readonly format: Format
  /** The product the document is about. */
  readonly product: ProductRecord | undefined
}

export interface FilledText {
  readonly text: string
  /** Placeholders that name nothing, as written, each with why. */
  readonly unresolved: readonly { readonly placeholder: string; readonly reason: string }[]
}

const placeholder = /\{\{([^{}\n]*)\}\}/g

/** Fills `{{topic.key}}`, `{{shop.email}}`, `{{product.specs.weight}}`, `{{topic.key|money}}` in; the unresolved stay. */
export function fillPlaceholders(text: string, scope: PlaceholderScope): FilledText {
  const unresolved: { placeholder: string; reason: string }[] = []
  const filled = text.replaceAll(placeholder, (written, expression: string) => {
    const result = resolve(expression.trim(), scope)
    if (result.text !== undefined) return result.text
    unresolved.push({ placeholder: written, reason: result.reason })
    return written
  })
  return { text: filled, unresolved }
}

/** The document with its placeholders filled in. */
export const fillDocument = (document: ShopDocument, scope: PlaceholderScope): ShopDocument => ({
  ...document,
  text: fillPlaceholders(document.text, scope).text,
})

type Resolved = { readonly text: string } | { readonly text?: never; readonly reason: string }

function resolve(expression: string, scope: PlaceholderScope): Resolved {
  const [name = '', formatter] = expression.split('|').map((part) => part.trim())
  const [topic = '', ...rest] = name.split('.')
  const key = rest.join('.')
  if (topic === 'shop') return shopValue(key, scope)
  if (topic === 'product') return productValue(key, scope)

  const policies = scope.settings.policies[topic]
  if (policies === undefined) {
    return { reason: `shop.json has no policies "${topic}"; it has ${named(Object.keys(scope.settings.policies))}` }
  }
  const value = policies[key]
  if (value === undefined) {
    return { reason: `policies.${topic} of shop.json has no "${key}"; it has ${named(Object.keys(policies))}` }
  }
  return formatted(value, formatter, scope.format)
}

function shopValue(key: string, { settings }: PlaceholderScope): Resolved {
  const values: Record<string, string | undefined> = { name: settings.name, ...settings.contact }
  const text = values[key]
  return text === undefined
    ? { reason: `shop.json does not say the shop's ${key}; it says ${named(Object.keys(values))}` }
    : { text }
}

function productValue(key: string, { settings, format, product }: PlaceholderScope): Resolved {
  if (product === undefined) return { reason: 'the document has no "product" in its front matter' }
  if (key === 'name') return { text: product.name }
  if (key === 'price') return { text: format.money(product.price) }
  if (key === 'warranty') return { text: format.months(product.warranty_months) }
  if (key.startsWith('specs.')) {
    const id = key.slice('specs.'.length)
    const value = product.specs[id]
    if (value === undefined) return { reason: `product ${product.id} has no spec "${id}"` }
    return { text: specText(settings.specs, id, value, format) }
  }
  return { reason: 'of a product there are name, price, warranty and specs.ID' }
}

const specText = (specs: readonly SpecDefinition[], id: string, value: SpecValue, format: Format) =>
  format.spec(
    specs.find((spec) => spec.id === id),
    value,
  )

const numberFormatters = ['money', 'number', 'months'] as const

function formatted(value: SpecValue, formatter: string | undefined, format: Format): Resolved {
  if (formatter === undefined) return { text: format.spec(undefined, value) }
  const known = numberFormatters.find((one) => one === formatter)
  if (known === undefined)
    return { reason: `there is no formatter "${formatter}"; there are ${named(numberFormatters)}` }
  if (typeof value !== 'number') return { reason: `"${formatter}" formats a number, and this is none` }
  return { text: format[known](value) }
}

const named = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join(', '))
