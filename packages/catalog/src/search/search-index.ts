import type { ProductRecord, ShopSettings, SpecValue } from '@marketplace-agent/domain'
import { stem } from '../words/inflection.ts'
import { type Token, tokenize } from '../words/tokens.ts'

/** The products that have a word, with how much it weighs in each by the field it stands in. */
export interface Posting {
  readonly positions: number[]
  readonly weights: number[]
  /** Whether it stands anywhere but in descriptions. */
  named: boolean
}

const fieldWeights = { name: 8, alias: 8, brand: 4, category: 4, value: 2, description: 1 } as const

/** The words of a text as they are looked up: stems, and "usbc" beside usb and c where a sign joins them. */
export function wordsOf(tokens: readonly Token[]): string[] {
  const words = tokens.map(({ text }) => stem(text))
  let from = 0
  for (let place = 1; place <= tokens.length; place += 1) {
    if (tokens[place]?.gap === 'glued') continue
    if (place - from > 1)
      words.push(
        stem(
          tokens
            .slice(from, place)
            .map(({ text }) => text)
            .join(''),
        ),
      )
    from = place
  }
  return words
}

/** Indexes every product by the words of its fields. */
export function createSearchIndex(settings: ShopSettings, products: readonly ProductRecord[]): Map<string, Posting> {
  const index = new Map<string, Posting>()
  const read = memo((text: string) => wordsOf(tokenize(text)))
  const categoryTexts = new Map(
    settings.categories.map(({ id, name, singular, aliases }) => [id, [name, singular, ...aliases].join(', ')]),
  )

  const add = (position: number, text: string, weight: number) => {
    for (const word of read(text)) {
      let posting = index.get(word)
      if (posting === undefined) index.set(word, (posting = { positions: [], weights: [], named: false }))
      if (weight > fieldWeights.description) posting.named = true
      const last = posting.positions.length - 1
      if (posting.positions[last] === position) posting.weights[last] = (posting.weights[last] ?? 0) + weight
      else {
        posting.positions.push(position)
        posting.weights.push(weight)
      }
    }
  }

  products.forEach((product, position) => {
    add(position, product.name, fieldWeights.name)
    for (const alias of product.aliases) add(position, alias, fieldWeights.alias)
    add(position, product.brand, fieldWeights.brand)
    add(position, categoryTexts.get(product.category) ?? '', fieldWeights.category)
    for (const value of Object.values(product.specs)) add(position, textOf(value), fieldWeights.value)
    add(position, product.description, fieldWeights.description)
  })
  return index
}

const textOf = (value: SpecValue): string =>
  typeof value === 'boolean' ? '' : Array.isArray(value) ? value.join(', ') : String(value)

const mostRemembered = 5000

/** Brands, categories and values repeat from product to product. */
function memo<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>()
  return (text) => {
    const known = made.get(text)
    if (known !== undefined) return known
    const value = make(text)
    if (made.size < mostRemembered) made.set(text, value)
    return value
  }
}
