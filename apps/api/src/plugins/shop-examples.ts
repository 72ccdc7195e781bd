import type { Shop } from '@marketplace-agent/catalog'
import type { ShopValue } from '../tools/define-tool.ts'

/** The example values of a shop; a kind that it has nothing for is left out. */
export function shopExamples({
  catalog,
  documents,
  numbers,
  records,
  settings,
}: Shop): Partial<Record<ShopValue, unknown>> {
  const [product, second] = catalog.all()
  // A demo shows its records; a shop's true ones are nobody's to read in a description.
  const record = (known: string | undefined, made: string) =>
    settings.anchor_date === undefined ? made : (known ?? made)
  const [document] = documents
  const numbered = {
    ...(document !== undefined && { document: document.id }),
    order: record(records.orders[0]?.number, numbers.order.example),
    tracking: record(records.deliveries[0]?.tracking_number, numbers.tracking.example),
    complaint: record(records.complaints[0]?.number, numbers.complaint.example),
    refund: record(records.refunds[0]?.number, numbers.refund.example),
  }
  if (product === undefined) return numbered
  const other = catalog.all().find(({ id, category }) => category === product.category && id !== product.id) ?? second
  const spec = Object.entries(product.specs).find(([, value]) => typeof value === 'number')
  return {
    ...numbered,
    product: product.id,
    ...(other !== undefined && { other_product: other.id, products: [product.id, other.id] }),
    words: catalog.category(product.category)?.name ?? product.name,
    categories: [product.category],
    brands: [product.brand],
    ...(spec !== undefined && { spec_limits: [`${spec[0]}>=${String(spec[1])}`] }),
    facts: [spec?.[0] ?? 'price'],
  }
}

/** A schema of a route with the shop's examples in place of the marks `x-holds`. */
export function withShopExamples(schema: unknown, examples: Partial<Record<string, unknown>>): unknown {
  if (Array.isArray(schema)) return schema.map((part) => withShopExamples(part, examples))
  if (typeof schema !== 'object' || schema === null) return schema
  const { 'x-holds': mark, ...rest } = schema as Record<string, unknown>
  const example = typeof mark === 'string' ? examples[mark] : undefined
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, withShopExamples(part, examples)])),
    ...(example !== undefined && { examples: [example] }),
  }
}
