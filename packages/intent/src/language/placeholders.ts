/** What stands for a shop's own things, and for figures, in utterances and in masked text. */
export const placeholderNames = [
  'product',
  'category',
  'brand',
  'attribute',
  'value',
  'order',
  'tracking',
  'complaint',
  'refund',
  'email',
  'address',
  'price',
  'number',
  'date',
] as const
export type Placeholder = (typeof placeholderNames)[number]

export const placeholders: ReadonlySet<string> = new Set(placeholderNames.map((name) => `{${name}}`))
