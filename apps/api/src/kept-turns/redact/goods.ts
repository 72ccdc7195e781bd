import type { Catalog } from '@marketplace-agent/catalog'

/** "5000 mAh", "3840x2160", "2.5 kg": no more than figures and what they count. */
const measure = /^[1-9]\p{Nd}{0,4}(?:[.,x×]\p{Nd}{1,4})*\s?\p{L}{0,12}$/u

const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{Nd}]/gu, '')

/**
 * Tells which figures of a text belong to what the shop sells ("WH-1000XM4", "5000 mAh"): those in the name of a product
 * as the shop writes it, or of a feature, with letters beside them.
 */
export function goodsIn(text: string, catalog: Catalog): (start: number, end: number) => boolean {
  const mentions = catalog.link(text).filter(({ kind }) => kind === 'product' || kind === 'value')
  const written = (id: number | string) => {
    const product = typeof id === 'number' ? catalog.get(id) : undefined
    return product === undefined ? '' : bare([product.name, ...product.aliases, product.id].join(' '))
  }
  return (start, end) =>
    mentions.some((mention) => {
      if (start < mention.start || end > mention.end) return false
      const named = text.slice(mention.start, mention.end)
      if (!/\p{L}/u.test(named)) return false
      const figure = bare(text.slice(start, end))
      return (
        (mention.kind === 'value' && measure.test(named)) ||
        mention.candidates.some(({ id }) => written(id).includes(figure))
      )
    })
}
